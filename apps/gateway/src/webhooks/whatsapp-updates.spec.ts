import fc from 'fast-check';
import { checkOpen, WhatsAppUpdateReceivedV1 } from '#contracts';
import { updatesOf } from './whatsapp-updates.js';

const envelope = (value: unknown, field = 'messages') => ({ entry: [{ id: 'WABA', changes: [{ field, value }] }] });
const metadata = { phone_number_id: '109' };
const text = (id: string, from = '225') => ({ id, from, type: 'text', text: { body: 'é' } });

describe('a WhatsApp webhook', () => {
  it('is taken apart over all entries, changes and lists', () => {
    const value = { metadata, messages: [text('a'), text('b')] };
    const entry = {
      id: 'WABA',
      changes: [
        { field: 'messages', value },
        { field: 'messages', value: { metadata, statuses: [{ id: 'c', status: 'sent', timestamp: '1' }] } },
      ],
    };
    const updates = updatesOf({ entry: [entry, { ...entry, id: 'WABA2' }] });
    expect(updates.map((u) => [u.businessAccountId, u.kind, u.item.id])).toEqual([
      ['WABA', 'message', 'a'],
      ['WABA', 'message', 'b'],
      ['WABA', 'status', 'c'],
      ['WABA2', 'message', 'a'],
      ['WABA2', 'message', 'b'],
      ['WABA2', 'status', 'c'],
    ]);
  });

  it.each([
    ['echo', { message_echoes: [{ id: 'x', to: '225' }] }],
    ['preference', { user_preferences: [{ wa_id: '225', value: 'stop', timestamp: 1 }] }],
    ['error', { errors: [{ code: 130429 }] }],
    ['other', { event: 'APPROVED', message_template_id: 1 }],
  ])('has items of kind %s', (kind, value) => {
    expect(updatesOf(envelope({ metadata, ...value }))).toMatchObject([{ kind, phoneNumberId: '109' }]);
  });

  it('loses none of its items to a bad one', () => {
    const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;
    const messages = [
      text('a'),
      null,
      'texte',
      7,
      { id: 'deep', deep: nested(100) },
      { id: 'deeper', from: nested(50_000) },
      text('b'),
    ];
    const updates = updatesOf(envelope({ metadata, messages }));
    expect(updates.map((u) => u.kind)).toEqual(['message', 'other', 'other', 'other', 'other', 'other', 'message']);
    expect(updates[1]!.item).toEqual({ value: null });
    for (const deep of updates.slice(4, 6)) expect(deep.item).toEqual({ unreadable: 'nested deeper than 64 levels' });
  });

  it.each([
    null,
    1,
    'x',
    [],
    {},
    { entry: {} },
    { entry: [] },
    { entry: [null] },
    { entry: [{ changes: [null, { value: 3 }] }] },
  ])('is kept as it is when it has no known form: %j', (body) => {
    const updates = updatesOf(body);
    expect(updates.length).toBeGreaterThan(0);
    expect(updates.every((u) => u.kind === 'other')).toBe(true);
  });

  it('gives each item the contact it belongs to', () => {
    const contacts = [
      { wa_id: '225', profile: { name: 'Aminata' } },
      { wa_id: '226', user_id: 'BF.1', profile: { name: 'Awa' } },
    ];
    const messages = [text('a', '226'), text('b', '225'), { id: 'c', from_user_id: 'BF.1' }, text('d', '227')];
    expect(updatesOf(envelope({ metadata, contacts, messages })).map((u) => u.contact?.profile)).toEqual([
      { name: 'Awa' },
      { name: 'Aminata' },
      { name: 'Awa' },
      undefined,
    ]);
    expect(
      updatesOf(envelope({ metadata, contacts: contacts.slice(0, 1), messages: [text('d', '227')] }))[0]!.contact,
    ).toBeDefined();
    const two = updatesOf(envelope({ metadata, contacts: contacts.slice(0, 1), messages: [text('a', '225'), text('d', '227')] }));
    expect(two.map((u) => u.contact?.profile)).toEqual([{ name: 'Aminata' }, undefined]);
  });

  it('keeps accents and emoji, and nothing that PostgreSQL refuses', () => {
    const [update] = updatesOf(envelope({ metadata, messages: [{ id: 'a\0', text: { body: 'é 😊 \0 \ud83d.', 'k\0': 1 } }] }));
    expect(update!.item).toEqual({ id: 'a', text: { body: 'é 😊  \ufffd.', k: 1 } });
  });

  it('knows an item again, and one message on two numbers, or two steps of one message, apart', () => {
    const key = (value: Record<string, unknown>) => updatesOf(envelope({ metadata, ...value }))[0]!.dedupeKey;
    expect(key({ messages: [text('a')] })).toBe(key({ messages: [{ ...text('a'), extra: 1 }] }));
    expect(key({ messages: [text('a')] })).not.toBe(key({ metadata: { phone_number_id: '110' }, messages: [text('a')] }));
    const status = (name: string, timestamp = '1') => key({ statuses: [{ id: 'a', status: name, timestamp }] });
    expect(new Set([status('sent'), status('sent'), status('read'), status('sent', '2')]).size).toBe(3);
    expect(key({ errors: [{ code: 1 }] })).not.toBe(key({ errors: [{ code: 2 }] }));
    expect(key({ messages: [text('a'.repeat(5_000))] }).length).toBeLessThan(500);
  });

  it('makes valid events of whatever the body holds, and never throws', () => {
    const odd = fc.jsonValue({ maxDepth: 4 });
    const list = fc.array(odd, { maxLength: 3 });
    const value = fc.record(
      { metadata: odd, contacts: list, messages: fc.oneof(list, odd), statuses: list, message_echoes: list, errors: list },
      { requiredKeys: [] },
    );
    const change = fc.oneof(odd, fc.record({ field: odd, value: fc.oneof(value, odd) }, { requiredKeys: [] }));
    const entry = fc.oneof(
      odd,
      fc.record({ id: odd, changes: fc.oneof(fc.array(change, { maxLength: 3 }), odd) }, { requiredKeys: [] }),
    );
    const body = fc.oneof(odd, fc.record({ entry: fc.oneof(fc.array(entry, { maxLength: 3 }), odd) }));
    fc.assert(
      fc.property(body, (sent) => {
        const updates = updatesOf(sent);
        expect(updates.length).toBeGreaterThan(0);
        for (const { dedupeKey, ...event } of updates) {
          expect(checkOpen(WhatsAppUpdateReceivedV1, { ...event, receivedAt: '2026-11-22T10:00:00.000Z' })).toBeUndefined();
          expect(JSON.stringify([dedupeKey, event])).not.toMatch(/\\u0000|\\ud[89a-f]/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
