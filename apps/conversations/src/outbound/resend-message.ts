import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#contracts';
import { Database } from '#database';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { assertWindow } from '../conversation/answer-window.js';
import { Outbound } from './outgoing.js';
import type { QueuedContent } from './reply-content.js';

interface Failed {
  statut_message: string;
  contenu_message: string;
  type_message: string;
  contenu_envoi: QueuedContent | null;
  repond_a: string | null;
  id_commande: string | null;
  genere_par_ia: boolean;
  desinscrit_le: Date | null;
  dernier_entrant: Date | null;
  renvoye: string | null;
}

/** Sends a message that failed once more, as a new one beside it. */
@Injectable()
export class ResendFailed {
  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationRepository,
    private readonly outbound: Outbound,
  ) {}

  /**
   * A second tap finds the message that the first one made.
   * @returns id of the new message
   * @throws DomainError MESSAGE_NOT_FOUND; MESSAGE_NOT_FAILED; CONVERSATION_MOVE_REFUSED when the conversation is closed; PROSPECT_OPTED_OUT; WINDOW_CLOSED
   */
  async resend(conversationId: string, messageId: string, sellerId: string): Promise<string> {
    let made: string | undefined;
    await this.conversations.update(conversationId, sellerId, async (conversation) => {
      const failed = await this.find(conversationId, messageId, sellerId);
      if (failed.renvoye) return void (made = failed.renvoye);
      if (failed.statut_message !== 'echec' || !failed.contenu_envoi)
        throw new DomainError('MESSAGE_NOT_FAILED', 'conflict', { messageId });
      if (failed.desinscrit_le)
        throw new DomainError('PROSPECT_OPTED_OUT', 'conflict', {
          prospectId: conversation.prospectId,
          since: failed.desinscrit_le.toISOString(),
        });
      if (conversation.status === 'fermee')
        throw new DomainError('CONVERSATION_MOVE_REFUSED', 'conflict', { id: conversationId, from: conversation.status });
      if (failed.contenu_envoi.type !== 'template') assertWindow(conversationId, failed.dernier_entrant);
      // That somebody could not be reached is asked anew: he may be back on WhatsApp.
      await this.db.run('update prospects set envoi_refuse = null where id_prospect = $1 and id_utilisateur = $2', [
        conversation.prospectId,
        sellerId,
      ]);
      made = await this.outbound.put({
        conversationId,
        sellerId,
        content: failed.contenu_envoi,
        text: failed.contenu_message,
        type: failed.type_message,
        byAssistant: failed.genere_par_ia,
        resendOf: messageId,
        ...(failed.repond_a ? { replyTo: failed.repond_a } : {}),
        ...(failed.id_commande ? { orderId: failed.id_commande } : {}),
      });
      conversation.said(failed.contenu_message);
      conversation.onlyViewed();
    });
    if (!made) throw new DomainError('WHATSAPP_ACCOUNT_UNKNOWN', 'conflict', { conversationId });
    return made;
  }

  private async find(conversationId: string, messageId: string, sellerId: string): Promise<Failed> {
    const [row] = await this.db.rows<Failed>(
      `select m.statut_message, m.contenu_message, m.type_message, m.contenu_envoi, m.repond_a, m.id_commande, m.genere_par_ia, p.desinscrit_le, c.dernier_entrant,
              (select r.id_message from messages r where r.renvoi_de = m.id_message and r.id_utilisateur = $3) as renvoye
         from messages m join conversations c using (id_conversation) join prospects p using (id_prospect)
        where m.id_message = $1 and m.id_conversation = $2 and m.id_utilisateur = $3 and m.direction_message = 'sortant'`,
      [messageId, conversationId, sellerId],
    );
    if (!row) throw notFound('message', messageId);
    return row;
  }
}
