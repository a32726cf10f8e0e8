import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { inContext } from '#bus';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { Outbound } from '../outbound/outgoing.js';
import { OptOut } from '../prospect/opt-out.js';
import type { MessageRow } from './insert-messages.js';
import type { InboundItem } from './whatsapp-item.js';
import { type Wish, wishOf } from './wish-words.js';

/** `writes`: WhatsApp alone said that he wants nothing, and now he writes to the shop himself. */
export type SaidOfMessages = Wish | 'writes';

const WELCOME_BACK = 'C’est noté : vous recevrez de nouveau nos messages.';

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
      else return undefined;
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
      const back = await this.optOuts.in(prospectId, sellerId, sentAt);
      if (said !== 'start' || !back || !answerable) return;
      await this.outbound.say({ conversationId: id, sellerId, text: WELCOME_BACK, byAssistant: true });
      await this.shows(id, sellerId, WELCOME_BACK);
    });
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
