import fc from 'fast-check';
import { fact, WhatsAppUpdateReceivedV1 } from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, type World } from '#testing';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

describe('who writes, and whatever he sends', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];

  beforeAll(async () => {
    ({ world, whatsapp, service, stop } = await startStage({ TURN_DEBOUNCE_MS: '1000' }, 2));
  }, STAGE_MS);

  afterAll(() => stop?.());

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

  it('is one person when the news of his new number comes after what he wrote from it', async () => {
    const minutesAgo = (minutes: number) => String(Math.floor(Date.now() / 1_000) - minutes * 60);
    const changed = (from: Customer, to: Customer, bsuid?: string) =>
      from.item('', {
        type: 'system',
        text: undefined,
        timestamp: minutesAgo(5),
        system: { type: 'user_changed_number', wa_id: to.waId, ...(bsuid ? { user_id: bsuid } : {}) },
      });
    for (const [before, after, bsuid] of [
      [new Customer(whatsapp, 'Awa', undefined, 'CI.31'), new Customer(whatsapp, 'Awa', undefined, 'CI.32'), 'CI.32'],
      [new Customer(whatsapp, 'Awa'), new Customer(whatsapp, 'Awa'), undefined],
    ] as const) {
      const shop = await new Shop(world, service).open();
      await before.writes(shop, 'un', { timestamp: minutesAgo(9) });
      await after.writes(shop, 'deux', { timestamp: minutesAgo(2) });
      await eventually(async () => expect(await countsOf(shop)).toMatchObject({ prospects: 2, messages: 2 }));
      await shop.update('message', changed(before, after, bsuid));
      await eventually(async () => expect(await countsOf(shop)).toMatchObject({ prospects: 1, messages: 3 }), {
        withinMs: 20_000,
      });
      expect(await shop.rows('select numero_telephone from prospects where id_utilisateur = $1', [shop.sellerId])).toEqual([
        { numero_telephone: after.phone },
      ]);
    }
    const shop = await new Shop(world, service).open();
    const [former, awa] = [new Customer(whatsapp, 'Koffi'), new Customer(whatsapp, 'Awa')];
    await former.writes(shop, 'J’avais ce numéro avant elle', { timestamp: minutesAgo(60) });
    await awa.writes(shop, 'un', { timestamp: minutesAgo(9) });
    await shop.update('message', changed(awa, former));
    await eventually(async () => expect(await countsOf(shop)).toMatchObject({ prospects: 2, messages: 3 }));
    expect(await shop.rows('select from preuves_identite where id_utilisateur = $1', [shop.sellerId])).toEqual([]);
  });

  it('is one person when the news of his new user id comes after what he wrote under it', async () => {
    const shop = await new Shop(world, service).open();
    await new Customer(whatsapp, 'Awa', undefined, 'CI.41').writes(shop, 'un');
    await new Customer(whatsapp, 'Awa', undefined, 'CI.42').writes(shop, 'deux');
    await eventually(async () => expect((await countsOf(shop)).prospects).toBe(2));
    await shop.tell(WhatsAppUpdateReceivedV1, shop.phoneNumberId, {
      phoneNumberId: shop.phoneNumberId,
      businessAccountId: 'WABA_123456',
      kind: 'other',
      field: 'user_id_update',
      item: { user_id_update: [{ user_id: { previous: 'CI.41', current: 'CI.42' }, timestamp: '1795328030' }] },
      receivedAt: new Date().toISOString(),
    });
    await eventually(async () => expect(await countsOf(shop)).toMatchObject({ prospects: 1, messages: 2 }), { withinMs: 20_000 });
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
    const long = 'é'.repeat(5_000);
    const NUL = String.fromCharCode(0);
    const json = fc.oneof(
      { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
      fc.constantFrom(long, `a${NUL}b`, '\ud83d', { [`k${NUL}`]: `${NUL}\udc00` }, '9'.repeat(300), 1e308, -1, ''),
    );
    const item = fc.record(
      {
        from: fc.oneof(fc.constantFrom('2250700000001', '22507000001', ''), json),
        to: fc.constantFrom('2250700000001', 'x'),
        from_user_id: fc.oneof(fc.constantFrom('CI.9', long), json),
        timestamp: fc.oneof(fc.constantFrom(String(Math.floor(Date.now() / 1_000)), '99999999999'), json),
        type: fc.oneof(fc.constantFrom(...types), json),
        status: fc.oneof(fc.constantFrom('sent', 'failed', 'played'), json),
        errors: json,
        context: json,
        referral: json,
        text: fc.oneof(fc.record({ body: fc.oneof(fc.string(), json) }), json),
        location: json,
        contacts: json,
        interactive: fc.oneof(fc.record({ nfm_reply: fc.record({ response_json: fc.oneof(fc.json(), json) }) }), json),
        button: json,
        order: fc.oneof(fc.record({ product_items: json }), json),
        reaction: fc.oneof(fc.record({ message_id: fc.oneof(fc.string(), json), emoji: json }), json),
        edit: fc.oneof(fc.record({ original_message_id: fc.oneof(fc.string(), fc.constant(long)), message: json }), json),
        revoke: json,
        system: json,
        category: fc.constant('marketing_messages'),
        value: fc.oneof(fc.constantFrom('stop', 'resume'), json),
        user_id_update: json,
      },
      { requiredKeys: [] },
    );
    const odd = fc.sample(fc.tuple(kind, item, fc.option(json, { nil: undefined })), { numRuns: 250, seed: 20_261_123 });
    const sent = odd.map(([of, body, contact], i) => ({
      of,
      body: { ...body, id: i % 25 === 0 ? (i % 50 === 0 ? long : body.text) : `wamid.odd${i}` },
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
    // A clock that is wrong by a century keeps nobody on top of the inbox, nor his 24 hours open.
    expect(
      await shop.rows(`select from conversations where id_utilisateur = $1 and dernier_entrant > now() + interval '1 hour'`, [
        shop.sellerId,
      ]),
    ).toEqual([]);
  });
});
