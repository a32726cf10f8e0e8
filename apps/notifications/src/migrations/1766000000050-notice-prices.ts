import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What WhatsApp says of the price of a notice, and when it arrived: from both its cost follows, told once. */
export class NoticePrices1766000000050 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table notifications
        add column categorie_prix text,
        add column tarif text,
        add column facturable boolean,
        add column arrivee_le timestamptz,
        add column cout_compte_le timestamptz`);
  }

  async down(): Promise<void> {
    throw new Error('what notices cost is not dropped: restore a backup instead');
  }
}
