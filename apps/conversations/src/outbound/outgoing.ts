import { Injectable } from '@nestjs/common';
import { isShop } from '#contracts';
import { type CallContext, currentContext } from '#bus';
import { Database, newId } from '#database';
import type { OutboundContent, ReplyButton } from '#providers';
import { cut } from '../cut.js';
import { Bell } from '../turns/bell.js';
import { FAREWELL } from './fail-queued.js';
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

/** What is said because of something else: that leads to it, not the current call. */
export interface Caused {
  chain: CallContext;
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
    return (await this.insert(queuedOf(message))).at(-1);
  }

  /**
   * As {@link say}, for many at once: one statement, in a worker's transaction with the conversations locked. What is said of one conversation stays in this order.
   * @returns those of which anything was said that had not been said before
   */
  async sayAll<M extends Outgoing & Caused>(messages: readonly M[]): Promise<M[]> {
    const queued = messages.map((message) => queuedOf(message).map((one) => ({ ...one, id: newId(), chain: message.chain })));
    const said = new Set(await this.insert(queued.flat()));
    return messages.filter((_, i) => queued[i]!.some(({ id }) => said.has(id)));
  }

  /** Queues one message of whatever kind, as {@link say} does with texts. */
  async put(message: Queued): Promise<string | undefined> {
    return (await this.insert([message])).at(-1);
  }

  /** @returns ids of those that are new, in their order */
  private async insert(messages: readonly (Queued & Partial<Caused> & { id?: string })[]): Promise<string[]> {
    if (messages.length === 0) return [];
    const rows = messages.map((message) => ({ ...message, id: message.id ?? newId(), chain: message.chain ?? currentContext() }));
    const column = (pick: (row: (typeof rows)[number]) => unknown) => rows.map((row) => pick(row) ?? null);
    const inserted = await this.db.rows<{ id_message: string }>(
      `insert into messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, genere_par_ia, date_creation, type_message,
                             phone_number_id, statut_message, cle_unique, contenu_envoi, prochain_essai, chaine, auteur, repond_a, renvoi_de, id_commande, explication_erreur)
       select n.id, c.id_conversation, c.id_utilisateur, n.texte, 'sortant', n.par_ia, greatest(clock_timestamp(), dit.a + n.o * interval '1 ms'), n.type, a.phone_number_id,
              'en_attente', n.cle, n.contenu, now(), n.chaine, n.auteur, n.repond_a, n.renvoi_de, n.commande, case when ${heldBackSql('n.contenu')} then $14 end
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[], $6::text[], $7::text[], $8::jsonb[], $9::jsonb[], $10::text[], $11::uuid[], $12::uuid[], $13::uuid[])
              with ordinality n(id, conversation, vendeur, texte, par_ia, type, cle, contenu, chaine, auteur, repond_a, renvoi_de, commande, o)
         join conversations c on c.id_conversation = n.conversation and c.id_utilisateur = n.vendeur
         join comptes_copie a using (id_compte_whatsapp)
         join prospects p on p.id_prospect = c.id_prospect and (p.desinscrit_le is null or coalesce(starts_with(n.cle, '${FAREWELL}'), false))
         -- WhatsApp's clock may be a little ahead of ours: an answer still comes after what it answers.
         left join lateral (select max(date_creation) as a from messages m where m.id_conversation = c.id_conversation
                               and m.date_creation < now() + interval '1 minute') dit on true
        order by n.o
       on conflict (id_conversation, cle_unique) do nothing returning id_message`,
      [
        column((r) => r.id),
        column((r) => r.conversationId),
        column((r) => r.sellerId),
        column((r) => r.text),
        column((r) => r.byAssistant),
        column((r) => r.type),
        column((r) => r.key),
        column((r) => JSON.stringify(r.content)),
        column(({ chain: { correlationId, traceparent } }) =>
          JSON.stringify({ correlationId, ...(traceparent ? { traceparent } : {}) }),
        ),
        column((r) => (r.byAssistant || !isShop(r.chain.actor) ? null : r.chain.actor)),
        column((r) => r.replyTo),
        column((r) => r.resendOf),
        column((r) => r.orderId),
        HELD_BACK,
      ],
    );
    if (inserted.length > 0) this.bell.messageWaits();
    const fresh = new Set(inserted.map(({ id_message }) => id_message));
    return rows.flatMap(({ id }) => (fresh.has(id) ? [id] : []));
  }
}

/** What is said, as messages of the queue: a long text with buttons is two. */
function queuedOf(message: Outgoing): Queued[] {
  return contentsOf(message).map((content, i) => {
    const type = content.type === 'buttons' ? 'interactive' : 'text';
    return { ...message, content, type, text: content.body, ...(message.once ? { key: `${message.once}#${i}` } : {}) };
  });
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
