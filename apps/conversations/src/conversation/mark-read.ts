import { Injectable } from '@nestjs/common';
import { notFound } from '#contracts';
import { Database } from '#database';
import { ReadReceipts } from '../outbound/read-receipts.js';
import { ConversationRepository } from './conversation.repository.js';

/** SQL: messages `m` that a shop has to read; a reaction or a change of number is none. */
export const TO_BE_READ = `m.direction_message = 'entrant' and m.type_message not in ('reaction', 'system')`;

/** The shop has read what the customer wrote, up to what it saw; the customer sees that, too. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationRepository,
    private readonly receipts: ReadReceipts,
  ) {}

  /**
   * A message that arrives at this moment is counted before (and read with the others) or after (and stays unread): both lock the conversation.
   * @param upTo what was seen last; messages stored after it stay unread
   * @throws DomainError CONVERSATION_NOT_FOUND, MESSAGE_NOT_FOUND
   */
  async upTo(conversationId: string, sellerId: string, upTo?: string): Promise<void> {
    const [found] = await this.db.rows<{ non_lus: number }>(
      'select non_lus from conversations where id_conversation = $1 and id_utilisateur = $2',
      [conversationId, sellerId],
    );
    if (!found) throw notFound('conversation', conversationId);
    if (found.non_lus === 0) return;
    await this.conversations.update(conversationId, sellerId, async (conversation) => {
      conversation.readByShop(upTo ? Math.min(conversation.unread, await this.after(conversationId, sellerId, upTo)) : 0);
      conversation.onlyViewed();
      await this.receipts.afterReading(conversationId, sellerId, upTo);
    });
  }

  private async after(conversationId: string, sellerId: string, messageId: string): Promise<number> {
    const [seen] = await this.db.rows<{ numero_ordre: string }>(
      'select numero_ordre from messages where id_message = $1 and id_conversation = $2 and id_utilisateur = $3',
      [messageId, conversationId, sellerId],
    );
    if (!seen) throw notFound('message', messageId);
    const [row] = await this.db.rows<{ n: number }>(
      `select count(*)::int as n from messages m where m.id_conversation = $1 and m.id_utilisateur = $3 and ${TO_BE_READ} and m.numero_ordre > $2`,
      [conversationId, seen.numero_ordre, sellerId],
    );
    return row!.n;
  }
}
