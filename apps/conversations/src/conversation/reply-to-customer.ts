import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { Database } from '#database';
import { WINDOW_MS } from '../inbound/receive-messages.js';
import { Outbound } from '../outbound/outgoing.js';
import { ConversationRepository } from './conversation.repository.js';

/** The seller writes himself: the assistant falls silent, even in the middle of a thought, and the message joins the queue. */
@Injectable()
export class ReplyToCustomerByHand {
  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationRepository,
    private readonly outbound: Outbound,
  ) {}

  /**
   * @returns id of the message
   * @throws DomainError CONVERSATION_NOT_FOUND; CONVERSATION_MOVE_REFUSED when it is closed; PROSPECT_OPTED_OUT; WINDOW_CLOSED when WhatsApp would refuse it: more than 24 h since the customer wrote
   */
  async reply(conversationId: string, sellerId: string, text: string): Promise<string> {
    await this.conversations.takeOver(conversationId, sellerId, 'Le vendeur répond lui-même', async (conversation) => {
      await this.assertWantsMessages(conversation.prospectId, sellerId);
      const { lastInboundAt } = conversation;
      if (!lastInboundAt || Date.now() - lastInboundAt.getTime() > WINDOW_MS)
        throw new DomainError('WINDOW_CLOSED', 'conflict', { conversationId, lastInboundAt, windowHours: 24 });
      conversation.said(text);
      conversation.readByShop();
    });
    const messageId = await this.outbound.say({ conversationId, sellerId, text, byAssistant: false });
    if (!messageId) throw new DomainError('WHATSAPP_ACCOUNT_UNKNOWN', 'conflict', { conversationId });
    return messageId;
  }

  private async assertWantsMessages(prospectId: string, sellerId: string): Promise<void> {
    const [person] = await this.db.rows<{ desinscrit_le: Date | null }>(
      'select desinscrit_le from prospects where id_prospect = $1 and id_utilisateur = $2',
      [prospectId, sellerId],
    );
    if (person?.desinscrit_le)
      throw new DomainError('PROSPECT_OPTED_OUT', 'conflict', { prospectId, since: person.desinscrit_le.toISOString() });
  }
}
