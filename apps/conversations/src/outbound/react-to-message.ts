import { Injectable } from '@nestjs/common';
import { DomainError, invalid, notFound } from '#contracts';
import { Database } from '#database';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { assertWindow } from '../conversation/answer-window.js';
import { Outbound } from './outgoing.js';

/** One emoji as people see it; a keycap or a flag counts too. */
const ONE_EMOJI = /^(\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;

interface Target {
  direction_message: 'entrant' | 'sortant';
  wamid: string | null;
  phone_number_id: string;
  desinscrit_le: Date | null;
}

/** Puts the shop's reaction on a message of the customer. It goes through the queue like everything that is sent, and stands there at once. */
@Injectable()
export class ReactByHand {
  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationRepository,
    private readonly outbound: Outbound,
  ) {}

  /**
   * The assistant goes on answering: a thumb is no reply.
   * @param emoji one, or nothing to take it back
   * @throws DomainError VALIDATION_FAILED; MESSAGE_NOT_FOUND; CONVERSATION_MOVE_REFUSED when the conversation is closed; PROSPECT_OPTED_OUT; WINDOW_CLOSED
   */
  async react(conversationId: string, messageId: string, emoji: string, sellerId: string): Promise<void> {
    if (
      emoji !== '' &&
      !(ONE_EMOJI.test(emoji) && [...new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(emoji)].length === 1)
    )
      throw invalid('a reaction is one emoji', [{ field: 'emoji', problem: 'is not one emoji' }]);
    await this.conversations.update(conversationId, sellerId, async (conversation) => {
      const target = await this.find(conversationId, messageId, sellerId);
      if (conversation.status === 'fermee')
        throw new DomainError('CONVERSATION_MOVE_REFUSED', 'conflict', { id: conversationId, from: conversation.status });
      if (target.direction_message !== 'entrant' || !target.wamid)
        throw invalid('only what the customer wrote gets a reaction', [
          { field: 'messageId', problem: 'is not a message of the customer' },
        ]);
      if (target.desinscrit_le)
        throw new DomainError('PROSPECT_OPTED_OUT', 'conflict', {
          prospectId: conversation.prospectId,
          since: target.desinscrit_le.toISOString(),
        });
      assertWindow(conversationId, conversation.lastInboundAt);
      const id = await this.outbound.put({
        conversationId,
        sellerId,
        content: { type: 'reaction', wamid: target.wamid, emoji },
        text: emoji ? `Réaction ${emoji}` : 'Réaction retirée',
        type: 'reaction',
        byAssistant: false,
      });
      if (!id) throw new DomainError('WHATSAPP_ACCOUNT_UNKNOWN', 'conflict', { conversationId });
      await this.show(id, target, emoji, sellerId);
      conversation.onlyViewed();
    });
  }

  /** Under our own message's id: WhatsApp gives its own only when it takes it. */
  private async show(id: string, target: Target, emoji: string, sellerId: string): Promise<void> {
    await this.db.run(
      `insert into suites_message (phone_number_id, wamid, id_utilisateur, cible, sorte, auteur, emoji, date_suite, appliquee)
       values ($1, $2, $3, $4, 'reaction', 'boutique', nullif($5, ''), now(), true)`,
      [target.phone_number_id, id, sellerId, target.wamid, emoji],
    );
  }

  private async find(conversationId: string, messageId: string, sellerId: string): Promise<Target> {
    const [row] = await this.db.rows<Target>(
      `select m.direction_message, m.wamid, m.phone_number_id, p.desinscrit_le
         from messages m join conversations c using (id_conversation) join prospects p using (id_prospect)
        where m.id_message = $1 and m.id_conversation = $2 and m.id_utilisateur = $3`,
      [messageId, conversationId, sellerId],
    );
    if (!row) throw notFound('message', messageId);
    return row;
  }
}
