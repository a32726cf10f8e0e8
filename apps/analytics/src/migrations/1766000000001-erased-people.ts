import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';
import { PEOPLE_INDEX } from './log-tables.js';

/**
 * Customers who asked to be forgotten, and a journal in which they are found. What the journal kept of WhatsApp items and couriers' messages names nobody to find
 * it by, so it goes.
 */
export class ErasedPeople1766000000001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table prospects_effaces (
        prospect uuid primary key,
        id_utilisateur uuid not null,
        date_effacement timestamptz not null default now()
      );
      comment on column prospects_effaces.prospect is 'Pas une référence : retient aussi les prospects qui ne sont plus là';
      ${protect('analytics', 'prospects_effaces')}`);
    const [journal] = (await q.query("select to_regclass('journaux_systeme') as found")) as { found: string | null }[];
    // A copy restored from an export without logs has none; it is made again with this index.
    if (!journal?.found) return;
    await q.query(`
      ${PEOPLE_INDEX};
      update journaux_systeme set contenu = (contenu - 'contact') || jsonb_build_object('item',
          (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(contenu->'item') where key in ('id', 'type', 'status', 'timestamp')))
        where evenement = 'whatsapp.update-received' and jsonb_typeof(contenu->'item') = 'object';
      update journaux_systeme set contenu = contenu - array['fromPhone', 'text'] where evenement = 'courier.replied'`);
  }

  async down(): Promise<void> {
    throw new Error('what was erased cannot be brought back');
  }
}
