import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COST_COLUMNS } from './log-tables.js';

/** What a conversation and an order cost. Calls that were told without their conversation get it from the message that they sent, in the journal too: what is computed again comes out the same. */
export class CostsByOrder1766000000050 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const there = (await q.query('select name from unnest($1::text[]) t(name) where to_regclass(name) is not null', [
      Object.keys(COST_COLUMNS),
    ])) as { name: string }[];
    // A copy restored from an export without logs has none; they are made again as they are now.
    for (const { name } of there) await q.query(COST_COLUMNS[name]!);
    if (there.length < Object.keys(COST_COLUMNS).length) return;
    await q.query(`
      update journaux_systeme u set contenu = u.contenu || jsonb_build_object('conversationId', m.contenu->>'conversationId')
        from journaux_systeme m
       where u.evenement = 'conversations.api-used' and not u.contenu ? 'conversationId'
         and m.reference = u.contenu->>'referenceId' and m.id_utilisateur = u.id_utilisateur and m.evenement = 'message.sent';
      update utilisation_apis a set id_conversation = (j.contenu->>'conversationId')::uuid
        from journaux_systeme j where j.id = a.id and j.evenement = 'conversations.api-used' and j.contenu ? 'conversationId'`);
  }

  async down(): Promise<void> {
    throw new Error('what conversations cost is not dropped: restore a backup instead');
  }
}
