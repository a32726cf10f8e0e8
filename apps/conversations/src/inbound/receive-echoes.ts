import { Injectable } from '@nestjs/common';
import { type EventMeta } from '#contracts';
import { inContext } from '#bus';
import { Database, newId } from '#database';
import { ConversationBook, pairKey } from '../conversation/conversation-book.js';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { ExpectMedia } from '../media/expect-media.js';
import { NumberBook } from './accounts.js';
import { Identities } from '../identity/identities.js';
import { insertMessages } from './insert-messages.js';
import type { InboundItem } from './whatsapp-item.js';

/** Stores what the seller wrote on his own phone; the assistant falls silent there, even in the middle of a thought. */
@Injectable()
export class ReceiveEchoes {
  constructor(
    private readonly db: Database,
    private readonly identities: Identities,
    private readonly book: ConversationBook,
    private readonly conversations: ConversationRepository,
    private readonly numbers: NumberBook,
    private readonly media: ExpectMedia,
  ) {}

  /** @returns the items whose recipient never wrote to the shop: he is no prospect, and what passes between them is not ours */
  async receive(items: InboundItem[]): Promise<InboundItem[]> {
    if (items.length === 0) return [];
    const accountOf = await this.numbers.accountIds(items);
    const prospects = await this.identities.recognise(items);
    const known = items.flatMap((item, i) => {
      const prospectId = prospects[i];
      const { sellerId, cause } = item;
      return prospectId ? [{ item, sellerId, prospectId, accountId: accountOf(sellerId, item.phoneNumberId), cause }] : [];
    });
    const open = await this.book.open(known);
    const stored = await insertMessages(
      this.db,
      known.map((one) => ({
        id: newId(),
        conversation: open.get(pairKey(one))!,
        item: one.item,
        direction: 'sortant' as const,
        status: 'envoye' as const,
        mustAnswer: false,
      })),
    );
    await this.media.of(stored);
    for (const { conversation, item } of stored) {
      await inContext(sellerOnPhone(item), () =>
        this.conversations.takeOver(conversation.id, item.sellerId, 'Le vendeur a répondu depuis son téléphone', (found) => {
          found.said(item.readable, item.sentAt);
          found.readByShop();
        }),
      );
    }
    return items.filter((_, i) => !prospects[i]);
  }
}

const sellerOnPhone = ({ cause, sellerId }: { cause: EventMeta; sellerId: string }) => ({
  correlationId: cause.correlationId,
  actor: `seller:${sellerId}` as const,
  ...(cause.traceparent ? { traceparent: cause.traceparent } : {}),
});
