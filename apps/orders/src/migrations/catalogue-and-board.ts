import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fold } from '#contracts';
import { protect } from '#database';

const BATCH = 1_000;
const FILLED = ['mouvements_stock', 'commandes'];

/**
 * What a complete catalogue and an order board need: products and sizes that can leave for good, movements that can be listed, orders that can be searched, and
 * what is remembered of prospects who turned out to be one person or asked to be forgotten.
 */
export class CatalogueAndBoard1766000000010 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    // Their owner fills new columns of all sellers' rows, which a forced policy would hide from him.
    for (const table of FILLED) await q.query(`alter table ${table} no force row level security`);
    await q.query(`
      alter table produits
        add column date_archivage timestamptz,
        add column nom_replie text not null generated always as (split_part(texte_recherche, ' | ', 1)) stored;
      drop index produits_du_vendeur;
      create index produits_du_vendeur on produits (id_utilisateur, id_produit desc) where date_archivage is null;
      create index produits_par_nom on produits (id_utilisateur, nom_replie) where date_archivage is null;
      create index produits_a_surveiller on produits (id_utilisateur, id_produit desc)
        where date_archivage is null and actif and seuil_alerte is not null;

      alter table variantes_produit add column date_retrait timestamptz;
      drop index une_variante_par_taille_et_couleur;
      create unique index une_variante_par_taille_et_couleur on variantes_produit (id_produit, coalesce(taille, ''), coalesce(couleur, ''))
        where date_retrait is null;
      create index variantes_par_produit on variantes_produit (id_produit, id_variante);

      -- What a screen may know of a movement: an id that sorts by time and says nothing of how many movements other sellers have.
      alter table mouvements_stock add column id_entree uuid;
      update mouvements_stock set id_entree = (
        lpad(to_hex(trunc(extract(epoch from date_creation) * 1000)::bigint), 12, '0')
        || '7' || lpad(to_hex((trunc(extract(epoch from date_creation) * 1000000)::bigint % 1000) * 4096 / 1000), 3, '0')
        || right(replace(gen_random_uuid()::text, '-', ''), 16))::uuid;
      alter table mouvements_stock alter column id_entree set not null;
      drop index mouvements_par_produit;
      drop index mouvements_par_variante;
      create index mouvements_par_produit on mouvements_stock (id_produit, id_entree desc);
      create index mouvements_par_variante on mouvements_stock (id_variante, id_entree desc) where id_variante is not null;

      alter table commandes add column texte_recherche text;

      alter table annulations_anticipees add column id_prospect uuid;
      create index annulations_par_prospect on annulations_anticipees (id_prospect) where id_prospect is not null;

      create table prospects_fusionnes (
        id_ancien uuid primary key,
        id_prospect uuid not null,
        id_utilisateur uuid not null,
        date_creation timestamptz not null default now(),
        constraint deux_personnes check (id_ancien <> id_prospect)
      );
      create index fusions_par_prospect on prospects_fusionnes (id_prospect);

      create table prospects_effaces (
        id_prospect uuid primary key,
        id_utilisateur uuid not null,
        date_creation timestamptz not null default now()
      );
    `);
    await this.makeOrdersSearchable(q);
    await q.query(`
      alter table commandes alter column texte_recherche set not null;
      drop index commandes_du_vendeur;
      create index commandes_du_vendeur on commandes (id_utilisateur, id_commande desc) include (texte_recherche);
      create index commandes_par_statut on commandes (id_utilisateur, statut_commande, id_commande desc);
      create index commandes_par_jour on commandes (id_utilisateur, date_creation);
    `);
    for (const table of FILLED) await q.query(`alter table ${table} force row level security`);
    for (const table of ['prospects_fusionnes', 'prospects_effaces']) await q.query(protect('orders', table));
  }

  async down(): Promise<void> {
    throw new Error('orders are not undone: restore a backup');
  }

  /** Folding is the platform's own (accents, capitals, signs), so it is done here and not in SQL. */
  private async makeOrdersSearchable(q: QueryRunner): Promise<void> {
    for (;;) {
      const orders = (await q.query(
        'select id_commande as id, numero_commande as number, nom_client as name, telephone_client as phone, telephone_livraison as other from commandes where texte_recherche is null limit $1',
        [BATCH],
      )) as { id: string; number: string; name: string; phone: string; other: string }[];
      if (orders.length === 0) return;
      const texts = orders.map(({ number, name, phone, other }) =>
        [fold(number), fold(name), fold(phone), fold(other)].join(' | '),
      );
      await q.query(
        'update commandes set texte_recherche = t from unnest($1::uuid[], $2::text[]) u(id, t) where id_commande = u.id',
        [orders.map(({ id }) => id), texts],
      );
    }
  }
}
