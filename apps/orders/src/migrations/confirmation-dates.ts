import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an order was confirmed, which is the day it counts on; none for what was only ever written down. */
export class ConfirmationDates1766000000061 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    // Their owner fills a new column of all sellers' rows, which a forced policy would hide from him.
    for (const table of ['commandes', 'historique_commande']) await q.query(`alter table ${table} no force row level security`);
    await q.query(`
      alter table commandes add column date_confirmation timestamptz;
      update commandes c set date_confirmation = (
        select case when h.statut_avant is null then c.date_creation else h.date_creation end
        from historique_commande h where h.id_commande = c.id_commande and h.statut_apres = 'confirmee' and h.statut_avant is distinct from 'confirmee'
        order by h.id_etape limit 1);
      -- Older histories may have lost their beginning.
      update commandes c set date_confirmation = date_creation
      where date_confirmation is null and not exists (
        select from historique_commande h where h.id_commande = c.id_commande and h.statut_apres = 'brouillon');
    `);
    for (const table of ['commandes', 'historique_commande']) await q.query(`alter table ${table} force row level security`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table commandes drop column date_confirmation');
  }
}
