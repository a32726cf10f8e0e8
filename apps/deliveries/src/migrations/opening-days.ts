import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On which days a seller's shop is open: nothing is planned for the others. Null until his next facts, and where he does not say: every day. */
export class OpeningDays1766000000063 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table vendeurs_copie add column jours_ouverts smallint[]
        check (jours_ouverts <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(jours_ouverts) > 0);
    `);
  }

  async down(): Promise<void> {
    throw new Error('deliveries are not undone: restore a backup');
  }
}
