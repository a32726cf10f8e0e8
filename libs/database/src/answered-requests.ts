import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { ServiceName } from '#contracts';
import type { MigrationClass } from './migrate.js';
import { protect } from './tenancy.js';

/** All migrations of a service: its own, and those of what every service has. */
export const migrationsOf = (service: ServiceName, own: readonly MigrationClass[]): MigrationClass[] => [
  ...own,
  answeredRequests(service),
];

/** The table of what a service answered to requests that want to happen once, written with their effects. */
function answeredRequests(service: ServiceName): MigrationClass {
  return class AnsweredRequests1766000000100 implements MigrationInterface {
    async up(q: QueryRunner): Promise<void> {
      await q.query(`
        create table answered (
          id_demande uuid not null,
          id_utilisateur uuid not null,
          answer json,
          at timestamptz not null default now(),
          primary key (id_utilisateur, id_demande)
        );
        create index answered_by_age on answered using brin (at);
        ${protect(service, 'answered')}
      `);
    }

    async down(): Promise<void> {
      throw new Error('answers that were given are not undone: restore a backup');
    }
  };
}
