import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations with people in which something is unread, by when she last wrote: whom the shop is reminded of is looked for among these. */
export class UnheardCustomers1766000000092 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `create index conversations_non_entendues on conversations (dernier_entrant) where statut_conversation = 'humain' and non_lus > 0`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index conversations_non_entendues');
  }
}
