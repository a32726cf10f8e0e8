import type { EventMeta, WhatsAppUpdateReceivedV1 } from '#contracts';
import { readEcho, readMessage } from './whatsapp-item.js';

const at = '2026-11-23T10:00:00.000Z';
const meta = {} as EventMeta;
const event = (item: Record<string, unknown>, contact?: Record<string, unknown>): WhatsAppUpdateReceivedV1 => ({
  phoneNumberId: '109',
  businessAccountId: 'WABA',
  kind: 'message',
  field: 'messages',
  item: { id: 'wamid.1', type: 'text', text: { body: 'Bonjour' }, ...item },
  ...(contact ? { contact } : {}),
  receivedAt: at,
});
const message = (item: Record<string, unknown>, contact?: Record<string, unknown>) =>
  readMessage({ event: event(item, contact), meta }, 'vendeur');

describe('who a message is from', () => {
  it.each([
    [
      { from: '2250504030201', from_user_id: 'CI.1' },
      { waId: '2250504030201', e164: '+2250504030201', bsuid: 'CI.1' },
    ],
    [{ from: '22504030201' }, { waId: '22504030201' }],
    [{ from: '+2250504030201' }, { waId: '2250504030201', e164: '+2250504030201' }],
    [{ from: 'CI.24681357902468135790' }, { bsuid: 'CI.24681357902468135790' }],
    [{ from: 'Awa', from_user_id: 'CI.1' }, { bsuid: 'CI.1' }],
    [{ from: 2250504030201 }, { waId: '2250504030201', e164: '+2250504030201' }],
  ])('%j', (item, names) => {
    const read = message(item)!.names;
    expect(Object.fromEntries(Object.entries(read).filter(([, name]) => name !== undefined))).toEqual(names);
  });

  it.each([
    {},
    { from: '' },
    { from: null, from_user_id: {} },
    { from: 'Awa' },
    { from: '9'.repeat(300) },
    { from_user_id: 'x'.repeat(300) },
    { from: '2250504030201', id: 'w'.repeat(300) },
  ])('cannot be told of %j', (item) => expect(message(item)).toBeUndefined());

  it('is the contact beside it, where the message itself names nobody', () => {
    expect(message({}, { wa_id: '2250504030201', user_id: 'CI.1' })!.names).toMatchObject({
      waId: '2250504030201',
      bsuid: 'CI.1',
    });
    expect(readEcho({ event: event({ to: 'CI.24681357902468135790' }), meta }, 'vendeur')!.names.bsuid).toBe(
      'CI.24681357902468135790',
    );
  });

  it.each([
    ['Aminata Koné 🌸', 'Aminata Koné 🌸'],
    ['\u202eatanimA\u200b  Koné\u0000', 'atanimA Koné'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['🌸'.repeat(120), '🌸'.repeat(100)],
    [' \u200b ', undefined],
  ])('is shown as people read him: %j', (name, shown) =>
    expect(message({ from: '2250504030201' }, { profile: { name } })!.profileName).toBe(shown),
  );
});

it.each([
  ['1795428000', '2026-11-23T10:00:00.000Z'],
  [String(Date.parse(at) / 1_000 - 90_000), '2026-11-22T09:00:00.000Z'],
  ['99999999999', at],
  ['hier', at],
  [null, at],
])('a message said to be written at %j counts as written at %s', (timestamp, sentAt) =>
  expect(message({ from: '2250504030201', timestamp })!.sentAt.toISOString()).toBe(sentAt),
);

it('a message to a group asks nothing of the shop’s assistant', () => {
  expect(message({ from: '2250504030201' })!.asks).toBe(true);
  expect(message({ from: '2250504030201', group_id: 'g' })!.asks).toBe(false);
});

it.each([
  [
    { source_url: 'https://fb.me/8kPagneCI', source_id: '1', ctwa_clid: 'Aff' },
    { source: 'pub_facebook', adId: '1', ctwaClid: 'Aff' },
  ],
  [
    { source_url: 'https://www.instagram.com/p/1', headline: 'Pagnes' },
    { source: 'pub_instagram', adHeadline: 'Pagnes' },
  ],
  [null, { source: 'direct' }],
])('knows the ad that brought somebody: %j', (referral, origin) =>
  expect(message({ from: '2250504030201', referral })!.origin).toMatchObject(origin),
);
