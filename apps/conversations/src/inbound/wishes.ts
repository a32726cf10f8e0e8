import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { inContext } from '#bus';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { FAREWELL } from '../outbound/fail-queued.js';
import { Outbound } from '../outbound/outgoing.js';
import { OptOut } from '../prospect/opt-out.js';
import type { MessageRow } from './insert-messages.js';
import type { InboundItem } from './whatsapp-item.js';
import { type Wish, wishOf } from './wish-words.js';

/** `writes`: WhatsApp alone said that he wants nothing, and now he writes to the shop himself; `unanswered`: he said so himself, and writes all the same. */
export type SaidOfMessages = Wish | 'writes' | 'unanswered';

const WELCOME_BACK = 'C’est noté : vous recevrez de nouveau nos messages.';
const RECAP_WAITS = 'Votre commande attend toujours votre accord : répondez « je confirme », ou écrivez ce qui change.';
const GOODS_WAIT = 'Votre panier vous attend : écrivez-moi si on continue.';
const STILL_OUT = 'Vous ne recevez plus nos messages, comme vous l’avez demandé. Écrivez START pour reprendre.';

/** What customers say about being written to: STOP, START, a template's button, and whether they write at all. */
@Injectable()
export class Wishes {
  constructor(
    private readonly db: Database,
    private readonly optOuts: OptOut,
    private readonly outbound: Outbound,
    private readonly conversations: ConversationRepository,
  ) {}

  /** What each item of a batch says of it, the items in the order they were written. « Reprendre » is about messages only for who gets none. */
  async read(items: InboundItem[], prospects: string[]): Promise<(SaidOfMessages | undefined)[]> {
    const silent = await this.optedOut(prospects);
    return items.map((item, i) => {
      const prospectId = prospects[i]!;
      if (!item.asks) return undefined;
      const wish = wishOf(item.words) ?? (wishOf(item.buttonId ?? '') === 'stop' ? 'stop' : undefined);
      if (wish === 'stop') silent.set(prospectId, 'customer');
      else if (silent.has(prospectId) && (wish === 'start' || silent.get(prospectId) === 'whatsapp')) silent.delete(prospectId);
      else return silent.get(prospectId) === 'customer' && !wish ? 'unanswered' : undefined;
      return wish ?? 'writes';
    });
  }

  /** Makes it true, with the one word that still leaves. */
  async carryOut(
    { conversation: { id, prospectId }, item }: MessageRow,
    said: SaidOfMessages,
    answerable: boolean,
  ): Promise<void> {
    const { sellerId, sentAt, cause } = item;
    const by = {
      correlationId: cause.correlationId,
      actor: `prospect:${prospectId}` as const,
      ...(cause.traceparent ? { traceparent: cause.traceparent } : {}),
    };
    await inContext(by, async () => {
      if (said === 'stop') {
        const farewell = await this.optOuts.out(prospectId, sellerId, 'customer', {
          at: sentAt,
          ...(answerable ? { conversationId: id } : {}),
        });
        if (farewell) await this.shows(id, sellerId, farewell);
        return;
      }
      if (said === 'unanswered') return void (answerable && (await this.remind(id, prospectId, sellerId)));
      const back = await this.optOuts.in(prospectId, sellerId, sentAt);
      if (said !== 'start' || !back || !answerable) return;
      const text = [WELCOME_BACK, ...(await this.waiting(id, sellerId))].join('\n\n');
      await this.outbound.say({ conversationId: id, sellerId, text, byAssistant: true });
      await this.shows(id, sellerId, text);
    });
  }

  /** Who writes although he wants no messages hears once why nobody answers. */
  private async remind(conversationId: string, prospectId: string, sellerId: string): Promise<void> {
    const [out] = await this.db.rows<{ depuis: Date }>(
      'select desinscrit_le as depuis from prospects where id_prospect = $1 and id_utilisateur = $2 and desinscrit_le is not null',
      [prospectId, sellerId],
    );
    if (!out) return;
    const once = `${FAREWELL}rappel:${out.depuis.toISOString()}`;
    if (await this.outbound.say({ conversationId, sellerId, text: STILL_OUT, byAssistant: true, once }))
      await this.shows(conversationId, sellerId, STILL_OUT);
  }

  /** What of his sale was left open. */
  private async waiting(conversationId: string, sellerId: string): Promise<string[]> {
    const [draft] = await this.db.rows<{ recap: boolean; articles: number }>(
      `select brouillon ? 'recapNonce' as recap, coalesce(jsonb_array_length(brouillon->'lines'), 0)::int as articles from conversations
        where id_conversation = $1 and id_utilisateur = $2`,
      [conversationId, sellerId],
    );
    if (!draft || draft.articles === 0) return [];
    return [draft.recap ? RECAP_WAITS : GOODS_WAIT];
  }

  private async shows(conversationId: string, sellerId: string, text: string): Promise<void> {
    await this.conversations.update(conversationId, sellerId, (conversation) => conversation.said(text));
  }

  private async optedOut(prospects: string[]): Promise<Map<string, string | null>> {
    const rows = await this.db.rows<{ id_prospect: string; desinscrit_par: string | null }>(
      'select id_prospect, desinscrit_par from prospects where id_prospect = any($1::uuid[]) and desinscrit_le is not null',
      [[...new Set(prospects)]],
    );
    return new Map(rows.map((row) => [row.id_prospect, row.desinscrit_par]));
  }
}
