import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The seller's own references of his articles, as a WhatsApp catalogue names them. One article has one: whoever gives one holds the seller's lock. */
export class ArticleReferences1766000000050 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table produits add column reference text, add column reference_repliee text;
      alter table variantes_produit add column reference text, add column reference_repliee text;
      create index produits_par_reference on produits (id_utilisateur, reference_repliee) where reference_repliee is not null;
      create index variantes_par_reference on variantes_produit (id_utilisateur, reference_repliee) where reference_repliee is not null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table produits drop column reference, drop column reference_repliee;
      alter table variantes_produit drop column reference, drop column reference_repliee;
    `);
  }
}
