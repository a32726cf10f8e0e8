import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';
import { productWords } from '../catalogue/product-words.js';
import { spellingsOf } from '../catalogue/spellings.js';

const AT_ONCE = 500;

/**
 * Words products are found by, floors, photos and other names. The words are told apart by equality, which row-level security lets an index
 * answer; LIKE and likeness by trigrams it does not.
 */
export class CatalogueSearch1766000000080 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table produits_copie
        add column prix_plancher bigint,
        add column photos uuid[] not null default '{}',
        add column alias text[] not null default '{}';
      update produits_copie set alias = (string_to_array(recherche, E'\\n'))[2:];
      alter table variantes_copie add column prix_plancher bigint;
      create index produits_a_montrer on produits_copie (id_utilisateur, (disponible > 0) desc, nom_produit, id_produit) where actif;

      create table mots_produit (
        id_utilisateur uuid not null,
        mot text not null,
        id_produit uuid not null references produits_copie on delete cascade,
        primary key (id_utilisateur, mot, id_produit)
      );
      create index mots_par_produit on mots_produit (id_produit);
      create table mots_connus (
        id_utilisateur uuid not null,
        mot text not null,
        primary key (id_utilisateur, mot)
      );
      create table orthographes (
        id_utilisateur uuid not null,
        cle text not null,
        mot text not null,
        primary key (id_utilisateur, cle, mot)
      );
      ${['mots_produit', 'mots_connus', 'orthographes'].map((table) => protect('conversations', table)).join('\n')}
    `);
    await this.index(q);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table mots_produit, mots_connus, orthographes;
      drop index produits_a_montrer;
      alter table produits_copie drop column prix_plancher, drop column photos, drop column alias;
      alter table variantes_copie drop column prix_plancher;
    `);
  }

  /** What is on sale already is found from now on. */
  private async index(q: QueryRunner): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const products = (await q.query(
        'select id_produit, id_utilisateur, recherche from produits_copie where actif and id_produit > $1 order by id_produit limit $2',
        [after, AT_ONCE],
      )) as { id_produit: string; id_utilisateur: string; recherche: string }[];
      const last = products.at(-1);
      if (!last) return;
      after = last.id_produit;
      const words = products.flatMap((one) => productWords(one.recherche).map((word) => ({ ...one, word })));
      await q.query(
        `with mots as (insert into mots_produit (id_utilisateur, mot, id_produit) select * from unnest($1::uuid[], $2::text[], $3::uuid[])
           on conflict do nothing returning id_utilisateur, mot)
         insert into mots_connus select distinct id_utilisateur, mot from mots on conflict do nothing`,
        [words.map((w) => w.id_utilisateur), words.map((w) => w.word), words.map((w) => w.id_produit)],
      );
      const keys = words.flatMap((one) => spellingsOf(one.word).map((key) => ({ ...one, key })));
      await q.query('insert into orthographes select * from unnest($1::uuid[], $2::text[], $3::text[]) on conflict do nothing', [
        keys.map((k) => k.id_utilisateur),
        keys.map((k) => k.key),
        keys.map((k) => k.word),
      ]);
    }
  }
}
