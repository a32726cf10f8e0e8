import fc from 'fast-check';
import { fact, WhatsAppUpdateReceivedV1 } from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop, startConversations } from './shop.js';

describe('who writes, and whatever he sends', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;

  beforeAll(async () => {
    [world, whatsapp] = await Promise.all([startWorld(), FakeWhatsApp.start()]);
    service = await startConversations(world, whatsapp, { TURN_DEBOUNCE_MS: '1000' });
    await startConversations(world, whatsapp, { TURN_DEBOUNCE_MS: '1000' });
  }, 90_000);

  afterAll(async () => {
    await world?.stop();
    await whatsapp?.stop();
  });

  const countsOf = async (shop: Shop) => {
    const [counts] = await shop.rows<Record<string, number>>(
      `select (select count(*)::int from prospects where id_utilisateur = $1) as prospects,
              (select count(*)::int from conversations where id_utilisateur = $1) as conversations,
              (select count(*)::int from messages where id_utilisateur = $1 and direction_message = 'entrant') as messages`,
      [shop.sellerId],
    );
    return counts!;
  };
  const peopleOf = (shop: Shop) => eventually(async () => (await countsOf(shop)).prospects);

  it('is one person in one conversation with fifty messages, however fifty messages come: twice, shuffled, over two replicas', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa', undefined, 'CI.50505050');
    const items = Array.from({ length: 50 }, (_, i) => awa.item(`message ${i}`));
    // A third of them name her by her number only, a third by her user id only.
    const named = items.map((item, i) =>
      i % 3 === 0 ? { ...item, from_user_id: undefined } : i % 3 === 1 ? { ...item, from: undefined } : item,
    );
    const [whole] = items.filter((_, i) => i % 3 === 2);
    await shop.update('message', whole!, awa.contact);
    const twice = [...named, ...named].sort(() => Math.random() - 0.5);
    await Promise.all(
      twice.map((item) => shop.update('message', item, item.from && item['from_user_id'] ? awa.contact : undefined)),
    );
    await eventually(async () => expect(await countsOf(shop)).toMatchObject({ prospects: 1, messages: 50 }), {
      withinMs: 30_000,
    });
    expect(
      await shop.rows(`select from conversations where id_utilisateur = $1 and statut_conversation <> 'fermee'`, [shop.sellerId]),
    ).toHaveLength(1);
  });

  it('is two people under an 8-digit and a 10-digit number, until WhatsApp proves that they are one', async () => {
    const shop = await new Shop(world, service).open();
    const [old, now] = [new Customer(whatsapp, 'Yao', '22504030201'), new Customer(whatsapp, 'Yao', '2250504030201')];
    await old.writes(shop, 'Bonjour');
    await now.writes(shop, 'Bonjour');
    await eventually(async () => expect((await countsOf(shop)).prospects).toBe(2));
    const proven = await new Shop(world, service).open();
    for (const waId of ['22504030202', '2250504030202'])
      await new Customer(whatsapp, 'Yao', waId, 'CI.808080').writes(proven, waId);
    await eventually(async () => expect((await countsOf(proven)).messages).toBe(2));
    expect(await peopleOf(proven)).toBe(1);
  });

  it('keeps who he is when WhatsApp gives him another user id, and his number with it', async () => {
    const shop = await new Shop(world, service).open();
    const waId = '2250505060708';
    await new Customer(whatsapp, 'Awa', waId, 'CI.1').writes(shop, 'un');
    await eventually(async () => expect((await countsOf(shop)).messages).toBe(1));
    await shop.tell(WhatsAppUpdateReceivedV1, shop.phoneNumberId, {
      phoneNumberId: shop.phoneNumberId,
      businessAccountId: 'WABA_123456',
      kind: 'other',
      field: 'user_id_update',
      item: { user_id_update: [{ wa_id: waId, user_id: { previous: 'CI.1', current: 'CI.2' }, timestamp: '1795328030' }] },
      receivedAt: new Date().toISOString(),
    });
    await eventually(async () =>
      expect(
        await shop.rows(`select from identites_prospect where id_utilisateur = $1 and valeur = 'CI.2'`, [shop.sellerId]),
      ).toHaveLength(1),
    );
    const awa = new Customer(whatsapp, 'Awa', `${waId}`, 'CI.2');
    await shop.update('message', awa.item('deux', { id: 'wamid.deux' }), awa.contact);
    await shop.update(
      'message',
      awa.item('', { id: 'wamid.sys', type: 'system', system: { type: 'user_changed_user_id', user_id: 'CI.3' } }),
      awa.contact,
    );
    await eventually(async () => expect((await countsOf(shop)).messages).toBe(3));
    await new Customer(whatsapp, 'Awa', waId).writes(shop, 'trois', { id: 'wamid.trois' });
    await shop.update('message', { id: 'wamid.quatre', from_user_id: 'CI.3', type: 'text', text: { body: 'quatre' } });
    await eventually(async () => expect((await countsOf(shop)).messages).toBe(5));
    expect(await countsOf(shop)).toMatchObject({ prospects: 1, conversations: 1 });
  });

  it('never makes one odd item cost the others: each ends as a message, a status, something about a message, or is kept', async () => {
    const shop = await new Shop(world, service).open();
    const types = [
      'text',
      'image',
      'audio',
      'location',
      'contacts',
      'interactive',
      'button',
      'order',
      'reaction',
      'edit',
      'revoke',
      'system',
      'unsupported',
      'poll',
      '__proto__',
      'constructor',
    ];
    const kind = fc.constantFrom('message', 'status', 'echo', 'preference', 'error', 'other');
    const json = fc.jsonValue({ maxDepth: 3 });
    const item = fc.record(
      {
        from: fc.oneof(fc.constantFrom('2250700000001', '22507000001', ''), json),
        to: fc.constantFrom('2250700000001', 'x'),
        from_user_id: fc.oneof(fc.constant('CI.9'), json),
        timestamp: fc.oneof(fc.constant(String(Math.floor(Date.now() / 1_000))), json),
        type: fc.oneof(fc.constantFrom(...types), json),
        status: fc.oneof(fc.constantFrom('sent', 'failed', 'played'), json),
        errors: json,
        context: json,
        referral: json,
        text: fc.oneof(fc.record({ body: fc.oneof(fc.string(), json) }), json),
        location: json,
        contacts: json,
        interactive: json,
        button: json,
        order: fc.oneof(fc.record({ product_items: json }), json),
        reaction: fc.oneof(fc.record({ message_id: fc.oneof(fc.string(), json), emoji: json }), json),
        edit: fc.oneof(fc.record({ original_message_id: fc.string(), message: json }), json),
        revoke: json,
        system: json,
        category: fc.constant('marketing_messages'),
        value: fc.oneof(fc.constantFrom('stop', 'resume'), json),
        user_id_update: json,
      },
      { requiredKeys: [] },
    );
    const odd = fc.sample(fc.tuple(kind, item, fc.option(json, { nil: undefined })), { numRuns: 150, seed: 20_261_123 });
    const sent = odd.map(([of, body, contact], i) => ({
      of,
      body: { ...body, id: i % 25 === 0 ? body.text : `wamid.odd${i}` },
      contact,
    }));
    await Promise.all(
      sent.map(({ of, body, contact }) =>
        world.publish(
          fact(
            WhatsAppUpdateReceivedV1,
            {
              phoneNumberId: shop.phoneNumberId,
              businessAccountId: 'WABA_123456',
              kind: of,
              field: 'user_id_update',
              item: body,
              ...(contact && typeof contact === 'object' && !Array.isArray(contact)
                ? { contact: contact as Record<string, unknown> }
                : {}),
              receivedAt: new Date().toISOString(),
            },
            { sellerId: shop.sellerId, key: newId(), version: 1 },
          ),
        ),
      ),
    );
    const awa = new Customer(whatsapp, 'Awa');
    await awa.writes(shop, 'Bonjour');
    await awa.reads(/Bonjour/, 30_000);
    await eventually(
      async () => {
        const found = await shop.rows<{ id: string }>(
          `select wamid as id from messages where id_utilisateur = $1 union select wamid from suites_message where id_utilisateur = $1
           union select wamid from statuts_recus where id_utilisateur = $1
           union select contenu->'event'->'item'->>'id' from mises_a_jour_gardees where id_utilisateur = $1`,
          [shop.sellerId],
        );
        const known = new Set(found.map((row) => row.id));
        const lost = sent.filter(
          ({ of, body }) =>
            typeof body.id === 'string' && body.id.startsWith('wamid.odd') && !known.has(body.id) && of !== 'preference',
        );
        expect(lost).toEqual([]);
      },
      { withinMs: 30_000 },
    );
    expect(await shop.rows('select error from dead_letter')).toEqual([]);
  });
});
