import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectInternal } from '#database';

/** How fast the platform's own number writes, and to each person: until when its sends are spoken for. */
export class NoticePace1766000000090 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table cadence_numero (
        phone_number_id text primary key,
        creneau timestamptz not null,
        lot int not null,
        debit float8 not null,
        ralenti_le timestamptz
      );
      -- By a digest: no telephone number is kept here.
      create table cadences_destinataire (
        phone_number_id text not null,
        personne bytea not null,
        creneau timestamptz not null,
        primary key (phone_number_id, personne)
      );
      create index cadences_passees on cadences_destinataire (creneau);
      ${protectInternal('notifications', 'cadence_numero')}
      ${protectInternal('notifications', 'cadences_destinataire')}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table cadence_numero; drop table cadences_destinataire');
  }
}
