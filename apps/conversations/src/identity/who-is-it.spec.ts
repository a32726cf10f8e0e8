import type { EventMeta } from '#contracts';
import { type InboundItem, readMessage } from '../inbound/whatsapp-item.js';
import { keysOf, type NameKey } from './names.js';
import { type Person, whoIsIt } from './who-is-it.js';

const SHOP = 'a-shop';
const AWAS = '2250505000001';

/** A message of somebody whom WhatsApp calls so. */
const from = ({ number, bsuid }: { number?: string; bsuid?: string }, sellerId = SHOP): InboundItem =>
  readMessage(
    {
      event: {
        phoneNumberId: '1',
        businessAccountId: 'WABA',
        kind: 'message',
        field: 'messages',
        item: {
          id: 'wamid.1',
          type: 'text',
          text: { body: 'Bonjour' },
          ...(number ? { from: number } : {}),
          ...(bsuid ? { from_user_id: bsuid } : {}),
        },
        receivedAt: '2026-11-23T10:00:00.000Z',
      },
      meta: {} as EventMeta,
    },
    sellerId,
  )!;

/** Who goes by all names of an item. */
function known(id: string, item: InboundItem, incomplete = false): Map<NameKey, Person> {
  const person = { id, bsuids: new Set(item.names.bsuid ? [item.names.bsuid] : []), incomplete };
  return new Map(keysOf(item).map((key) => [key, person]));
}

describe('who is behind a message', () => {
  it('is one new prospect for two messages under the same number', () => {
    const { ids, made, news } = whoIsIt([from({ number: AWAS }), from({ number: AWAS })], new Map(), true);
    expect(made).toHaveLength(1);
    expect(ids).toEqual([made[0]!.id, made[0]!.id]);
    expect([...news.keys()].sort()).toEqual(keysOf(from({ number: AWAS })).sort());
  });

  it('is nobody while strangers are not made prospects', () => {
    expect(whoIsIt([from({ number: AWAS })], new Map(), false)).toMatchObject({ ids: [undefined], made: [], proofs: [] });
  });

  it('is who goes by the user id, whatever number he writes from; the number is his then', () => {
    const { ids, news } = whoIsIt([from({ number: AWAS, bsuid: 'CI.1' })], known('awa', from({ bsuid: 'CI.1' })), true);
    expect(ids).toEqual(['awa']);
    expect([...news.values()].map(({ id }) => id)).toEqual(['awa', 'awa']);
  });

  it('is somebody else when a known number comes under another user id', () => {
    const before = known('awa', from({ number: AWAS, bsuid: 'CI.1' }));
    const { ids, made, proofs } = whoIsIt([from({ number: AWAS, bsuid: 'CI.2' })], before, true);
    expect(ids).toEqual([made[0]!.id]);
    expect(proofs).toEqual([]);
  });

  it('is proven to be two of the shop’s prospects when one message names both', () => {
    const before = new Map([...known('by-number', from({ number: AWAS })), ...known('by-id', from({ bsuid: 'CI.1' }))]);
    const { ids, proofs } = whoIsIt([from({ number: AWAS, bsuid: 'CI.1' })], before, true);
    expect(ids).toEqual(['by-id']);
    expect(new Set(proofs.map(({ id, otherId }) => `${id} ${otherId}`))).toEqual(new Set(['by-id by-number']));
  });

  it('is never one person for two shops', () => {
    const { made } = whoIsIt([from({ number: AWAS }), from({ number: AWAS }, 'another-shop')], new Map(), true);
    expect(made.map(({ item }) => item.sellerId)).toEqual([SHOP, 'another-shop']);
  });

  it('lets fill in only who lacks a name or a number', () => {
    const items = [from({ number: AWAS }), from({ bsuid: 'CI.1' })];
    const before = new Map([...known('awa', items[0]!, true), ...known('yao', items[1]!)]);
    expect([...whoIsIt(items, before, true).incomplete]).toEqual(['awa']);
  });
});
