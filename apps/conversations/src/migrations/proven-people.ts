import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

/** Two prospects that WhatsApp named in one breath: they are one person, and are made one in a moment. */
export class ProvenPeople1766000000051 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table preuves_identite (
        id_prospect uuid not null references prospects on delete cascade,
        id_autre uuid not null references prospects on delete cascade,
        id_utilisateur uuid not null,
        date_preuve timestamptz not null default now(),
        primary key (id_prospect, id_autre)
      );
      create index preuves_par_autre on preuves_identite (id_autre);
      ${protect('conversations', 'preuves_identite')}
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table preuves_identite');
  }
}
