import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was kept of people nobody knows, by its age: what the seller wrote to his friends is removed after a while. */
export class KeptEchoes1766000000091 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create index mises_a_jour_anciennes on mises_a_jour_gardees (recu_le) where motif = 'destinataire_inconnu'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index mises_a_jour_anciennes');
  }
}
