import type { MigrationInterface, QueryRunner } from 'typeorm';

const PASSAGES = "'transmise', 'reprise', 'rendue', 'fermee'";

/**
 * What is in each order, for its customer who wants it otherwise; unknown of orders from before, whose changes the shop makes. And wishes of customers that the shop is
 * told of while the assistant goes on.
 */
export class EditedOrders1766000000093 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table commandes_copie add column lignes jsonb, add column version_lignes int not null default 0;
      alter table passages_conversation drop constraint passages_conversation_passage_check;
      alter table passages_conversation add constraint passages_conversation_passage_check check (passage in (${PASSAGES}, 'demande'));`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from passages_conversation where passage = 'demande';
      alter table passages_conversation drop constraint passages_conversation_passage_check;
      alter table passages_conversation add constraint passages_conversation_passage_check check (passage in (${PASSAGES}));
      alter table commandes_copie drop column lignes, drop column version_lignes;`);
  }
}
