import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where customers may fetch what they ordered, and what is left to pay of each order. Other services tell both: they are known of a shop once it is heard of again, and of
 * an order from its next change or payment.
 */
export class PickupAndRest1766000000094 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table vendeurs_copie add column adresse_recuperation text;
      alter table commandes_copie add column a_encaisser bigint, add column montant_paye bigint, add column livraison_comprise boolean,
        add column version_montants int not null default 0;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table commandes_copie drop column a_encaisser, drop column montant_paye, drop column livraison_comprise, drop column version_montants;
      alter table vendeurs_copie drop column adresse_recuperation;`);
  }
}
