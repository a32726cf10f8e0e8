import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, serviceTables } from '#database';
import { LOG_TABLES } from './log-tables.js';

/** The journal is the truth; the two other tables are sums over it that can be thrown away and computed again. */
export class AnalyticsTables1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(serviceTables('analytics'));
    for (const sql of Object.values(LOG_TABLES)) await q.query(sql);
    await q.query(`
      create table sessions_analytiques (
        id_utilisateur uuid not null,
        date_session date not null,
        messages_recus int not null default 0,
        commandes_creees int not null default 0,
        chiffre_affaires_genere bigint not null default 0,
        emails_traites int not null default 0,
        version bigint not null,
        version_publiee bigint not null default 0,
        date_publication timestamptz,
        primary key (id_utilisateur, date_session)
      ) with (fillfactor = 70);
      create index sessions_a_publier on sessions_analytiques (date_publication) where version > version_publiee;
      create sequence versions_sessions;

      create table vendeurs_copie (
        id_utilisateur uuid primary key,
        fuseau_horaire text not null default 'Africa/Abidjan',
        version int not null default -1
      );`);
    for (const table of ['sessions_analytiques', 'vendeurs_copie']) await q.query(protect('analytics', table));
  }

  async down(): Promise<void> {
    throw new Error('the first tables of a service are not taken back');
  }
}
