import { Injectable } from '@nestjs/common';
import type { EventMeta } from '#contracts';
import { Database } from '#database';
import { ConversationsEnv } from '../conversations.env.js';
import { Bell } from './bell.js';
import { chainOf } from './chain.js';

/**
 * A customer corrects words that were answered already (WhatsApp lets her for a quarter of an hour): the burst they belong to is answered anew, from the draft as it
 * was before it. Only the last answer can be taken back so, and only one that did no more than talk: no order, no hand-over.
 */
@Injectable()
export class AnswerAnew {
  constructor(
    private readonly db: Database,
    private readonly env: ConversationsEnv,
    private readonly bell: Bell,
  ) {}

  /** In the transaction that holds the conversation. @returns whether it will be */
  async whatWasCorrected(conversationId: string, messageId: string, cause: EventMeta): Promise<boolean> {
    const [again] = await this.db.rows<{ messages: string[] }>(
      `update conversations c
          set brouillon = t.dernier_tour->'draft', dernier_tour = null, essais_tour = 0, chaine = $3, premier_sans_reponse = coalesce(c.premier_sans_reponse, now()),
              tour_prevu = clock_timestamp() + $4::int * interval '1 ms'
         from (select dernier_tour from conversations where id_conversation = $1) t
        where c.id_conversation = $1 and c.statut_conversation = 'ouverte' and c.dernier_tour->'answered' ? $2::text
       returning t.dernier_tour->'answered' as messages`,
      [conversationId, messageId, JSON.stringify(chainOf(cause)), this.env.turnDebounceMs],
    );
    if (!again) return false;
    await this.db.run('update messages set a_repondre = true where id_message = any($1::uuid[]) and supprime_le is null', [
      again.messages,
    ]);
    this.bell.turnSettles();
    return true;
  }
}
