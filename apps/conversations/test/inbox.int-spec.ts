import {
  AddNote,
  CloseConversation,
  ConversationChangedV1,
  ConversationHandedOverV1,
  type ConversationView,
  CountInbox,
  GetAssistantSettings,
  GetConversation,
  GetWhatsAppHealth,
  GiveBackConversation,
  LabelConversation,
  ListConversations,
  ListLabels,
  ListMessages,
  ListNotes,
  MarkConversationRead,
  MessageSentV1,
  RemoveNote,
  ReplyToCustomer,
  TakeOverConversation,
  UpdateAssistantSettings,
  WhatsAppAccountDisconnectedV1,
} from '#contracts';
import { inContext } from '#bus';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, type World } from '#testing';
import type { Assistant } from '../src/assistant/assistant.js';
import { MarkRead } from '../src/conversation/mark-read.js';
import { MessagesController } from '../src/messages.controller.js';
import { ASSISTANT } from '../src/turns/turn.worker.js';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the inbox', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];

  beforeAll(async () => {
    ({ world, whatsapp, service, stop } = await startStage());
  }, STAGE_MS);

  afterAll(() => stop?.());

  const ofShop = async (shop: Shop): Promise<ConversationView[]> => (await world.ask(ListConversations, {}, shop.sellerId)).items;
  /** The conversation once it has this many unread messages. */
  const withUnread = (shop: Shop, unread: number): Promise<ConversationView> =>
    eventually(async () => {
      const [found] = await ofShop(shop);
      expect(found?.unread).toBe(unread);
      return found!;
    });
  const quiet = async (): Promise<Shop> => {
    const shop = await new Shop(world, service).open();
    await world.ask(UpdateAssistantSettings, { enabled: false }, shop.sellerId);
    return shop;
  };
  const changesOf = async (id: string) =>
    (await world.all(ConversationChangedV1)).filter(({ event }) => event.conversationId === id).map(({ event }) => event);

  describe('what nobody of the shop has read', () => {
    it('is counted message by message, and is nothing once it was read', async () => {
      const shop = await quiet();
      const awa = new Customer(whatsapp, 'Awa');
      for (const text of ['Bonjour', 'Vous êtes là ?', 'Allô ?']) await awa.writes(shop, text);
      const { id } = await withUnread(shop, 3);
      expect(await world.ask(CountInbox, {}, shop.sellerId)).toEqual({ open: 0, human: 1, unread: 1 });
      expect(await world.ask(MarkConversationRead, { conversationId: id }, shop.sellerId)).toMatchObject({ unread: 0 });
      await world.heard(ConversationChangedV1, (e) => e.conversationId === id && e.unread === 0);
      const told = (await changesOf(id)).length;
      await world.ask(MarkConversationRead, { conversationId: id }, shop.sellerId);
      expect(await world.ask(CountInbox, {}, shop.sellerId)).toEqual({ open: 0, human: 1, unread: 0 });
      expect(await changesOf(id)).toHaveLength(told);
    });

    it('does not count a reaction', async () => {
      const shop = await quiet();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour');
      const { id } = await withUnread(shop, 1);
      await awa.writes(shop, '', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' }, text: undefined });
      await awa.writes(shop, 'Vous êtes là ?');
      await withUnread(shop, 2);
      expect((await world.ask(ListMessages, { conversationId: id }, shop.sellerId)).items).toHaveLength(2);
    });

    it('is nothing when the seller answers, here or on his phone', async () => {
      const shop = await quiet();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour');
      const { id } = await withUnread(shop, 1);
      await world.ask(ReplyToCustomer, { conversationId: id, text: 'Bonjour Awa' }, shop.sellerId);
      await withUnread(shop, 0);
      await awa.writes(shop, 'Je voudrais des Nike');
      await withUnread(shop, 1);
      await shop.update('echo', {
        id: 'wamid.echo.read',
        from: '2250700112233',
        to: awa.waId,
        timestamp: String(Math.floor(Date.now() / 1_000)),
        type: 'text',
        text: { body: 'Oui' },
      });
      await withUnread(shop, 0);
    });

    it('keeps a message that arrives while the others are being read', async () => {
      const shop = await quiet();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour');
      const { id } = await withUnread(shop, 1);
      await service.db.asSeller(shop.sellerId, async () => {
        await service.get<MarkRead>(MarkRead).upTo(id, shop.sellerId);
        await awa.writes(shop, 'Juste à ce moment');
        // Long enough for the message to come to the conversation while the reading is not committed.
        await pause(600);
      });
      await withUnread(shop, 1);
    });

    it('keeps what came after the last message that was seen', async () => {
      const shop = await quiet();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour');
      const { id } = await withUnread(shop, 1);
      const [seen] = (await world.ask(ListMessages, { conversationId: id }, shop.sellerId)).items;
      await awa.writes(shop, 'Vous êtes là ?');
      await withUnread(shop, 2);
      const upToMessageId = seen!.id;
      await world.ask(MarkConversationRead, { conversationId: id, upToMessageId }, shop.sellerId);
      await withUnread(shop, 1);
    });

    it('does not make the assistant think anew when the seller reads along', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      const assistant = service.get<Assistant>(ASSISTANT);
      const answer = assistant.answer.bind(assistant);
      let thoughts = 0;
      assistant.answer = async (turn, tools) => {
        thoughts += 1;
        const { id } = await withUnread(shop, 1);
        await world.ask(MarkConversationRead, { conversationId: id }, shop.sellerId);
        await world.ask(LabelConversation, { conversationId: id, labels: ['lu'] }, shop.sellerId);
        return answer(turn, tools);
      };
      try {
        await awa.writes(shop, 'Bonjour');
        await awa.reads(/Bienvenue/);
        expect(thoughts).toBe(1);
      } finally {
        assistant.answer = answer;
      }
    });
  });

  describe('the list', () => {
    it('has the last activity first, and each conversation once on its pages, also when another comes to life meanwhile', async () => {
      const shop = await quiet();
      const people = ['Awa', 'Binta', 'Chantal', 'Djeneba', 'Estelle'].map((name) => new Customer(whatsapp, name));
      for (const one of people) {
        await one.writes(shop, 'Bonjour');
        await eventually(async () => expect((await ofShop(shop))[0]?.customerName).toBe(one.name));
      }
      const first = await world.ask(ListConversations, { limit: 2 }, shop.sellerId);
      expect(first.items.map((c) => c.customerName)).toEqual(['Estelle', 'Djeneba']);
      await people[4]!.writes(shop, 'Toujours là ?');
      await eventually(async () => expect((await ofShop(shop))[0]?.unread).toBe(2));
      const second = await world.ask(ListConversations, { limit: 2, cursor: first.nextCursor }, shop.sellerId);
      const third = await world.ask(ListConversations, { limit: 2, cursor: second.nextCursor }, shop.sellerId);
      expect([...second.items, ...third.items].map((c) => c.customerName)).toEqual(['Chantal', 'Binta', 'Awa']);
      expect(third.nextCursor).toBeUndefined();
      await expect(world.ask(ListConversations, { cursor: 'n’importe quoi' }, shop.sellerId)).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
      });
    });

    it('is filtered by state, label, unread, person, name and number', async () => {
      const shop = await quiet();
      const awa = new Customer(whatsapp, 'Awa Koné');
      const binta = new Customer(whatsapp, 'Binta Touré');
      await awa.writes(shop, 'Bonjour');
      await binta.writes(shop, 'Bonjour');
      await eventually(async () => expect(await ofShop(shop)).toHaveLength(2));
      const [hers] = (await ofShop(shop)).filter((c) => c.customerName === 'Binta Touré');
      await world.ask(LabelConversation, { conversationId: hers!.id, labels: ['Grossiste'] }, shop.sellerId);
      await world.ask(MarkConversationRead, { conversationId: hers!.id }, shop.sellerId);
      await world.ask(GiveBackConversation, { conversationId: hers!.id }, shop.sellerId);
      const names = async (filter: object) =>
        (await world.ask(ListConversations, filter, shop.sellerId)).items.map((c) => c.customerName);
      for (const filter of [
        { status: 'open' },
        { label: 'GROSSISTE' },
        { unread: false },
        { prospectId: hers!.prospectId },
        { search: 'toure' },
        { search: 'bin tou' },
        { search: binta.phone.slice(-5) },
        { search: `${binta.phone.slice(4, 6)} ${binta.phone.slice(6, 8)} ${binta.phone.slice(8)}` },
      ])
        expect([filter, await names(filter)]).toEqual([filter, ['Binta Touré']]);
      expect(await names({ unread: true })).toEqual(['Awa Koné']);
      for (const search of ['%', 'zoé', '99999999']) expect(await names({ search })).toEqual([]);
    });

    it('reads a page deep down by its index, under the rows a seller may see', async () => {
      const shop = await quiet();
      await shop.rows(
        `with p as (insert into prospects (id_prospect, id_utilisateur, source_acquisition) select gen_random_uuid(), $1, 'direct' from generate_series(1, 4000) returning *)
         insert into conversations (id_conversation, id_prospect, id_utilisateur, id_compte_whatsapp, date_creation)
         select gen_random_uuid(), id_prospect, $1, $2, now() - random() * interval '90 days' from p`,
        [shop.sellerId, shop.accountId],
      );
      const { nextCursor } = await world.ask(ListConversations, { limit: 100 }, shop.sellerId);
      const { db } = service;
      const run = db.rows.bind(db);
      const plans: string[] = [];
      db.rows = async <T>(sql: string, parameters: unknown[] = []) => {
        if (/order by c\.activite/.test(sql)) {
          const plan = await run<{ 'QUERY PLAN': string }>(`explain ${sql}`, parameters);
          plans.push(plan.map((line) => line['QUERY PLAN']).join('\n'));
        }
        return run<T>(sql, parameters);
      };
      try {
        await world.ask(ListConversations, { limit: 100, cursor: nextCursor }, shop.sellerId);
        expect(plans.pop()).toMatch(/conversations_par_activite.*Index Cond: .*ROW\(activite, id_conversation\) </s);
        await world.ask(ListConversations, { search: '0708' }, shop.sellerId);
        expect(plans.pop()).toMatch(/termes_prospect.*Index Cond: .*terme >= '0708'/s);
      } finally {
        db.rows = run;
      }
    });
  });

  describe('labels and notes', () => {
    it('are the seller’s own words: spelled as he wrote them, counted however he spells them', async () => {
      const shop = await quiet();
      for (const name of ['Awa', 'Binta']) await new Customer(whatsapp, name).writes(shop, 'Bonjour');
      const [one, two] = await eventually(async () => {
        const all = await ofShop(shop);
        expect(all).toHaveLength(2);
        return all;
      });
      const label = (conversationId: string, labels: string[], ifVersion?: number) =>
        world.ask(LabelConversation, { conversationId, labels, ...(ifVersion ? { ifVersion } : {}) }, shop.sellerId);
      const labelled = await label(one!.id, ['VIP', ' Fidèle ', 'vip'], one!.version);
      expect(labelled.labels).toEqual(['VIP', 'Fidèle']);
      await world.heard(ConversationChangedV1, (e) => e.conversationId === one!.id && e.labels.includes('VIP'));
      await label(two!.id, ['fidele']);
      expect(await world.ask(ListLabels, {}, shop.sellerId)).toEqual({
        items: [
          { label: expect.stringMatching(/fid[eè]le/i) as string, conversations: 2 },
          { label: 'VIP', conversations: 1 },
        ],
      });
      await expect(label(one!.id, ['x'], one!.version)).rejects.toMatchObject({ code: 'VERSION_MISMATCH' });
      await expect(label(one!.id, ['ok', 'y'.repeat(41)])).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
        facts: { fields: [{ field: 'labels/1' }] },
      });
    });

    it('are written by somebody, and removed', async () => {
      const shop = await quiet();
      await new Customer(whatsapp, 'Awa').writes(shop, 'Bonjour');
      const { id: conversationId } = await withUnread(shop, 1);
      const first = await world.ask(AddNote, { conversationId, text: 'Paie toujours par Wave' }, shop.sellerId);
      const second = await world.ask(AddNote, { conversationId, text: 'Rappeler lundi' }, shop.sellerId);
      expect(first.author).toBe(`seller:${shop.sellerId}`);
      await world.ask(RemoveNote, { conversationId, noteId: first.id }, shop.sellerId);
      expect((await world.ask(ListNotes, { conversationId }, shop.sellerId)).items).toEqual([second]);
      await expect(world.ask(RemoveNote, { conversationId, noteId: first.id }, shop.sellerId)).rejects.toMatchObject({
        code: 'NOTE_NOT_FOUND',
      });
      await expect(world.ask(ListNotes, { conversationId }, newId())).rejects.toMatchObject({ code: 'CONVERSATION_NOT_FOUND' });
    });
  });

  it('puts a conversation away; the next message begins another', async () => {
    const shop = await quiet();
    const awa = new Customer(whatsapp, 'Awa');
    await awa.writes(shop, 'Bonjour');
    const { id } = await withUnread(shop, 1);
    expect(await world.ask(CloseConversation, { conversationId: id }, shop.sellerId)).toMatchObject({
      status: 'closed',
      unread: 0,
    });
    await world.heard(ConversationChangedV1, (e) => e.conversationId === id && e.status === 'closed');
    await awa.writes(shop, 'Encore moi');
    await eventually(async () => expect((await ofShop(shop)).map((c) => c.status)).toEqual(['human', 'closed']));
    expect((await world.ask(GetConversation, { conversationId: id }, shop.sellerId)).status).toBe('closed');
  });

  it('tells who of the team wrote a message', async () => {
    const shop = await quiet();
    const awa = new Customer(whatsapp, 'Awa');
    await awa.writes(shop, 'Bonjour');
    const { id } = await withUnread(shop, 1);
    const actor = `member:${newId()}` as const;
    const caller = { sellerId: shop.sellerId, actor, correlationId: newId() };
    await inContext(caller, () =>
      service.get<MessagesController>(MessagesController).reply({ conversationId: id, text: 'C’est Mariam' }, caller),
    );
    await awa.reads(/Mariam/);
    const { event } = await world.heard(MessageSentV1, (_e, m) => m.sellerId === shop.sellerId && m.actor === actor);
    const [message] = (await world.ask(ListMessages, { conversationId: id }, shop.sellerId)).items;
    expect(message).toMatchObject({ id: event.messageId, author: actor, byAssistant: false });
  });

  describe('the assistant', () => {
    it('has the defaults until the seller says otherwise, and refuses an edit that another overtook', async () => {
      const shop = await new Shop(world, service).open();
      const settings = await world.ask(GetAssistantSettings, {}, shop.sellerId);
      expect(settings).toEqual({
        enabled: true,
        tone: 'chaleureux',
        resumeAfterMinutes: 0,
        dailyTokens: 0,
        dailyFcfa: 0,
        version: 1,
      });
      const edit = { name: 'Awa', tone: 'sobre' as const, ifVersion: 1 };
      expect(await world.ask(UpdateAssistantSettings, edit, shop.sellerId)).toMatchObject({ name: 'Awa', version: 2 });
      await expect(world.ask(UpdateAssistantSettings, edit, shop.sellerId)).rejects.toMatchObject({ code: 'VERSION_MISMATCH' });
      for (const name of ['Agent 007', 'boutique.ci', 'Remise Gratuite'])
        await expect(world.ask(UpdateAssistantSettings, { name }, shop.sellerId)).rejects.toMatchObject({
          code: 'VALIDATION_FAILED',
          facts: { fields: [{ field: 'name' }] },
        });
      const awa = new Customer(whatsapp, 'Fatou');
      await awa.writes(shop, 'Bonjour');
      await awa.reads(/^Bonjour Fatou, bienvenue chez Kouadio Chaussures\. Je suis Awa/);
      expect(await world.ask(UpdateAssistantSettings, { name: '' }, shop.sellerId)).not.toHaveProperty('name');
    });

    it('is silent when it is switched off, and each conversation waits for a person, told once', async () => {
      const shop = await quiet();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour');
      await awa.writes(shop, 'Vous êtes là ?');
      const { id, handoverReason, status } = await withUnread(shop, 2);
      expect({ status, handoverReason }).toEqual({ status: 'human', handoverReason: 'L’assistant est désactivé' });
      await world.heard(ConversationHandedOverV1, (e) => e.conversationId === id);
      await pause(500);
      expect((await world.all(ConversationHandedOverV1)).filter(({ event }) => event.conversationId === id)).toHaveLength(1);
      expect(whatsapp.to(awa.phone)).toHaveLength(0);
    });

    it('answers again, from the next message on, when it is switched on; not where the seller has taken over', async () => {
      const shop = await quiet();
      const [awa, binta] = [new Customer(whatsapp, 'Awa'), new Customer(whatsapp, 'Binta')];
      await awa.writes(shop, 'Bonjour');
      await binta.writes(shop, 'Bonjour');
      await eventually(async () => expect((await world.ask(CountInbox, {}, shop.sellerId)).human).toBe(2));
      const [hers] = (await world.ask(ListConversations, { search: 'binta' }, shop.sellerId)).items;
      await world.ask(ReplyToCustomer, { conversationId: hers!.id, text: 'Je m’en occupe' }, shop.sellerId);
      await world.ask(UpdateAssistantSettings, { enabled: true }, shop.sellerId);
      await eventually(async () => expect(await world.ask(CountInbox, {}, shop.sellerId)).toMatchObject({ open: 1, human: 1 }));
      expect(whatsapp.to(awa.phone)).toHaveLength(0);
      await awa.writes(shop, 'Vous avez des Nike ?');
      await awa.reads(/Nike Air Max/);
      expect((await world.ask(GetConversation, { conversationId: hers!.id }, shop.sellerId)).status).toBe('human');
    });

    it('does not say what it thought of before it was switched off', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      const assistant = service.get<Assistant>(ASSISTANT);
      const answer = assistant.answer.bind(assistant);
      assistant.answer = async (turn, tools) => {
        await world.ask(UpdateAssistantSettings, { enabled: false }, shop.sellerId);
        return answer(turn, tools);
      };
      try {
        await awa.writes(shop, 'Bonjour');
        await eventually(async () => expect((await ofShop(shop))[0]).toMatchObject({ status: 'human', unread: 1 }));
        expect(whatsapp.to(awa.phone)).toHaveLength(0);
      } finally {
        assistant.answer = answer;
      }
    });

    it('takes up by itself what the seller left lying, and answers what was asked meanwhile', async () => {
      const shop = await new Shop(world, service).open();
      await world.ask(UpdateAssistantSettings, { resumeAfterMinutes: 30 }, shop.sellerId);
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour');
      await awa.reads(/Bienvenue/);
      const [conversation] = await ofShop(shop);
      await world.ask(ReplyToCustomer, { conversationId: conversation!.id, text: 'Je regarde' }, shop.sellerId);
      await awa.writes(shop, 'Vous avez des Puma ?');
      await withUnread(shop, 1);
      await letPass(shop, 31);
      service.workers.wake('reprises');
      await awa.reads(/Puma Suede/);
      await world.heard(
        ConversationChangedV1,
        (e, m) => e.conversationId === conversation!.id && m.actor === 'system' && e.status === 'open',
      );
    });

    it('leaves it with people when the customer asked for one and nobody came, and calls the shop again', async () => {
      const shop = await new Shop(world, service).open();
      await world.ask(UpdateAssistantSettings, { resumeAfterMinutes: 30 }, shop.sellerId);
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour');
      await awa.reads(/Bienvenue/);
      const [conversation] = await ofShop(shop);
      await world.ask(TakeOverConversation, { conversationId: conversation!.id }, shop.sellerId);
      await awa.writes(shop, 'Je veux parler au vendeur');
      await eventually(async () => expect((await ofShop(shop))[0]?.lastMessage).toMatch(/vendeur/));
      await letPass(shop, 31);
      service.workers.wake('reprises');
      await world.heard(ConversationHandedOverV1, (e) => e.reason === 'Le client demande une personne');
      service.workers.wake('reprises');
      await pause(400);
      expect((await ofShop(shop))[0]).toMatchObject({ status: 'human', handoverReason: 'Le client demande une personne' });
      expect(
        (await world.all(ConversationHandedOverV1)).filter(({ event }) => event.conversationId === conversation!.id),
      ).toHaveLength(2);
    });

    it('tells the shop again of a customer who writes on and is not heard: once, and again only when she writes again', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Je veux parler au vendeur');
      await withUnread(shop, 1);
      await world.heard(ConversationHandedOverV1, (_e, m) => m.sellerId === shop.sellerId);
      const id = (await ofShop(shop))[0]!.id;
      const called = async () =>
        (await world.all(ConversationHandedOverV1))
          .filter(({ event }) => event.conversationId === id)
          .map(({ event }) => event.reason);
      /** So many minutes go by. */
      const later = async (minutes: number) => {
        for (const [table, column] of [
          ['passages_conversation', 'date_passage'],
          ['conversations', 'derniere_main'],
          ['messages', 'date_enregistrement'],
        ])
          await shop.rows(`update ${table} set ${column} = ${column} - make_interval(mins => $2) where id_utilisateur = $1`, [
            shop.sellerId,
            minutes,
          ]);
      };
      const look = async () => {
        service.workers.wake('rappels');
        await pause(300);
      };
      await later(5);
      await awa.writes(shop, 'Annulez ma commande');
      await awa.writes(shop, 'Vous êtes là ?');
      await withUnread(shop, 3);
      await look();
      expect(await called()).toHaveLength(1);
      await later(6);
      await look();
      await eventually(async () => expect(await called()).toHaveLength(2));
      expect((await called())[1]).toBe('Le client a écrit de nouveau et attend une réponse');
      expect((await ofShop(shop))[0]).toMatchObject({ status: 'human', handoverReason: (await called())[0] });
      await later(11);
      await look();
      expect(await called()).toHaveLength(2);

      await world.ask(ReplyToCustomer, { conversationId: id, text: 'Me voici' }, shop.sellerId);
      await awa.writes(shop, 'Merci');
      await withUnread(shop, 1);
      await look();
      expect(await called()).toHaveLength(2);
      await later(11);
      await look();
      await eventually(async () => expect(await called()).toHaveLength(3));
    });

    /** Moves the shop's last word back. */
    const letPass = (shop: Shop, minutes: number) =>
      shop.rows('update conversations set derniere_main = derniere_main - make_interval(mins => $2) where id_utilisateur = $1', [
        shop.sellerId,
        minutes,
      ]);
  });

  it('shows whether a number works: what came, what went, what waits and what failed', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    const health = () => world.ask(GetWhatsAppHealth, { accountId: shop.accountId }, shop.sellerId);
    expect(await health()).toEqual({ state: 'working', waiting: 0, failed24h: 0 });
    await awa.writes(shop, 'Bonjour');
    await world.heard(MessageSentV1, (_e, m) => m.sellerId === shop.sellerId);
    expect(await health()).toMatchObject({
      state: 'working',
      lastReceivedAt: expect.any(String),
      lastSentAt: expect.any(String),
    });
    whatsapp.answer = () => ({ kind: 'refuse', status: 401, code: 190 });
    await awa.writes(shop, 'Vous avez des Nike ?');
    await eventually(async () =>
      expect(await health()).toMatchObject({
        state: 'suspended',
        problem: expect.stringContaining('reconnectez-le'),
        waiting: 1,
        failed24h: 0,
      }),
    );
    whatsapp.answer = () => ({ kind: 'accept' });
    await shop.tell(
      WhatsAppAccountDisconnectedV1,
      shop.accountId,
      { accountId: shop.accountId, phoneNumberId: shop.phoneNumberId, reason: 'seller' },
      2,
    );
    await eventually(async () => expect((await health()).problem).toMatch(/plus connecté/));
    await expect(world.ask(GetWhatsAppHealth, { accountId: shop.accountId }, newId())).rejects.toMatchObject({
      code: 'WHATSAPP_ACCOUNT_NOT_FOUND',
    });
  });
});
