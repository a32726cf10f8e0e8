import { Injectable } from '@nestjs/common';
import { isShop } from '#contracts';
import { currentContext } from '#bus';
import { Database, newId } from '#database';
import type { OutboundContent, ReplyButton } from '#providers';
import { cut } from '../cut.js';
import { Bell } from '../turns/bell.js';
import type { QueuedContent } from './reply-content.js';
import { HELD_BACK, heldBackSql } from './restrictions.js';

/** What is to be said to a customer. */
export interface Outgoing {
  conversationId: string;
  sellerId: string;
  text: string;
  buttons?: ReplyButton[];
  byAssistant: boolean;
  /** Said once in this conversation under this key, however often it is asked for. */
  once?: string;
  /** The order that it is about: what it costs is the order's. */
  orderId?: string;
}

/** One message of any kind, for its queue. */
export interface Queued {
  conversationId: string;
  sellerId: string;
  content: QueuedContent;
  /** As people read it. */
  text: string;
  /** Type as stored, WhatsApp's own name for it. */
  type: string;
  byAssistant: boolean;
  /** Queued once in this conversation under this key. */
  key?: string;
  /** The message of this conversation that it quotes. */
  replyTo?: string;
  /** The failed message that it sends once more. */
  resendOf?: string;
  /** The order that it is about. */
  orderId?: string;
}

/** WhatsApp takes 1024 characters above buttons. */
const MAX_WITH_BUTTONS = 1_024;
const MAX_TEXT = 4_096;

/** Puts messages in the queue of their conversation. The row is the intent; the worker `envois` sends it. */
@Injectable()
export class Outbound {
  constructor(
    private readonly db: Database,
    private readonly bell: Bell,
  ) {}

  /** In the transaction that decided it, with the conversation locked. @returns id of the last message, undefined when all was said before or the customer wants no messages */
  async say(message: Outgoing): Promise<string | undefined> {
    let last: string | undefined;
    for (const [i, content] of contentsOf(message).entries()) {
      const type = content.type === 'buttons' ? 'interactive' : 'text';
      const key = message.once ? `${message.once}#${i}` : undefined;
      last = (await this.insert({ ...message, content, type, text: content.body, ...(key ? { key } : {}) })) ?? last;
    }
    if (last) this.bell.messageWaits();
    return last;
  }

  /** Queues one message of whatever kind, as {@link say} does with texts. */
  async put(message: Queued): Promise<string | undefined> {
    const id = await this.insert(message);
    if (id) this.bell.messageWaits();
    return id;
  }

  private async insert(message: Queued): Promise<string | undefined> {
    const { correlationId, traceparent, actor } = currentContext();
    const [row] = await this.db.rows<{ id_message: string }>(
      `insert into messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, genere_par_ia, date_creation, type_message,
                             phone_number_id, statut_message, cle_unique, contenu_envoi, prochain_essai, chaine, auteur, repond_a, renvoi_de, id_commande, explication_erreur)
       select $1, c.id_conversation, c.id_utilisateur, $3, 'sortant', $4, greatest(clock_timestamp(), dit.a + interval '1 ms'), $5, a.phone_number_id, 'en_attente', $6, $7, now(), $8, $10,
              $11, $12, $13, case when ${heldBackSql('$7::jsonb')} then $14 end
         from conversations c join comptes_copie a using (id_compte_whatsapp)
           join prospects p on p.id_prospect = c.id_prospect and p.desinscrit_le is null
           -- WhatsApp's clock may be a little ahead of ours: an answer still comes after what it answers.
           left join lateral (select max(date_creation) as a from messages m where m.id_conversation = c.id_conversation
                                 and m.date_creation < now() + interval '1 minute') dit on true
          where c.id_conversation = $2 and c.id_utilisateur = $9
       on conflict (id_conversation, cle_unique) do nothing returning id_message`,
      [
        newId(),
        message.conversationId,
        message.text,
        message.byAssistant,
        message.type,
        message.key ?? null,
        JSON.stringify(message.content),
        JSON.stringify({ correlationId, ...(traceparent ? { traceparent } : {}) }),
        message.sellerId,
        message.byAssistant || !isShop(actor) ? null : actor,
        message.replyTo ?? null,
        message.resendOf ?? null,
        message.orderId ?? null,
        HELD_BACK,
      ],
    );
    return row?.id_message;
  }
}

/** One message; a text too long to stand above its buttons goes first, the question with the buttons after it. */
export function contentsOf({ text, buttons = [] }: Pick<Outgoing, 'text' | 'buttons'>): (OutboundContent & { body: string })[] {
  const body = cut(text, MAX_TEXT);
  if (buttons.length === 0) return [{ type: 'text', body }];
  if ([...body].length <= MAX_WITH_BUTTONS) return [{ type: 'buttons', body, buttons }];
  const at = body.lastIndexOf('\n\n');
  const question = at > 0 ? body.slice(at).trim() : '';
  const fits = question !== '' && [...question].length <= MAX_WITH_BUTTONS;
  return [
    { type: 'text', body: fits ? body.slice(0, at).trim() : body },
    { type: 'buttons', body: fits ? question : 'Que souhaitez-vous faire ?', buttons },
  ];
}
