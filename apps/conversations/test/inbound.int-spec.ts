import {
  ConversationChangedV1,
  ConversationHandedOverV1,
  fact,
  GetProspect,
  GiveBackConversation,
  ListConversations,
  ListMessages,
  ListProspects,
  OptOutProspect,
  OrderAgreedV1,
  OrderConfirmedV1,
  ProductUpdatedV1,
  ProspectOptedInV1,
  ProspectOptedOutV1,
  ReactToMessage,
  ReplyToCustomer,
  ResendMessage,
  TakeOverConversation,
  WhatsAppUpdateReceivedV1,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, type World } from '#testing';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const seconds = (at = Date.now()) => String(Math.floor(at / 1_000));

describe('what customers say beside their messages', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];

  beforeAll(async () => {
    ({ world, whatsapp, service, stop } = await startStage({ TURN_DEBOUNCE_MS: '400' }));
    const body = [{ type: 'BODY', text: 'Merci de votre fidélité.' }];
    for (const [name, category] of [
      ['fidelite', 'UTILITY'],
      ['promo', 'MARKETING'],
    ])
      whatsapp.templates.push({ id: name, name, language: 'fr', status: 'APPROVED', category, components: body });
  }, STAGE_MS);

  afterAll(() => stop?.());

  const open = async () => ({
    shop: await new Shop(world, service).open(),
    awa: new Customer(whatsapp, 'Awa', undefined, `CI.${String(Math.random()).slice(2)}`),
  });
  const conversationOf = (shop: Shop) =>
    eventually(async () => {
      const [conversation] = (await world.ask(ListConversations, {}, shop.sellerId)).items;
      if (!conversation) throw new Error('no conversation yet');
      return conversation;
    });
  const messagesOf = async (shop: Shop) =>
    (await world.ask(ListMessages, { conversationId: (await conversationOf(shop)).id, limit: 100 }, shop.sellerId)).items;
  const inboundOf = async (shop: Shop) => (await messagesOf(shop)).filter((one) => one.direction === 'inbound');
  const prospectOf = async (shop: Shop) => {
    const [prospect] = (await world.ask(ListProspects, {}, shop.sellerId)).items;
    return world.ask(GetProspect, { prospectId: prospect!.id }, shop.sellerId);
  };
  const preference = (shop: Shop, who: Customer, value: 'stop' | 'resume', at = Date.now()) =>
    shop.update('preference', {
      wa_id: who.waId,
      user_id: who.bsuid,
      detail: 'User requested',
      category: 'marketing_messages',
      value,
      timestamp: Math.floor(at / 1_000),
    });
  const edit = (who: Customer, of: unknown, body: string, more: Record<string, unknown> = {}) =>
    who.item('', {
      type: 'edit',
      text: undefined,
      edit: { original_message_id: of, message: { type: 'text', text: { body } } },
      ...more,
    });
  const revoke = (who: Customer, of: unknown) =>
    who.item('', { type: 'revoke', text: undefined, revoke: { original_message_id: of } });
  const react = (who: Customer, to: unknown, emoji?: string, at = Date.now()) =>
    who.item('', {
      type: 'reaction',
      text: undefined,
      timestamp: seconds(at),
      reaction: { message_id: to, ...(emoji ? { emoji } : {}) },
    });
  const send = (shop: Shop, who: Customer, item: Record<string, unknown>) => shop.update('message', item, who.contact);

  describe('whoever writes STOP', () => {
    it.concurrent(
      'is told once that he was heard, and once more when he writes all the same, then gets nothing from anybody, until START',
      async () => {
        const { shop, awa } = await open();
        await awa.writes(shop, 'Bonjour');
        await awa.reads(/Bonjour/);
        await awa.writes(shop, 'STOP');
        await awa.reads(/Vous ne recevrez plus de messages\. Écrivez START pour reprendre\./);
        const { event } = await world.heard(ProspectOptedOutV1, (_e, meta) => meta.sellerId === shop.sellerId);
        expect(event.by).toBe('customer');
        const said = whatsapp.to(awa.phone).length;
        await awa.writes(shop, 'Arrêt');
        await awa.writes(shop, 'Vous avez des Puma ?');
        await awa.reads(/ne recevez plus nos messages, comme vous l’avez demandé\. Écrivez START/);
        await awa.writes(shop, 'Vous avez des Nike ?');
        await eventually(async () => expect(await inboundOf(shop)).toHaveLength(5));
        const { id } = await conversationOf(shop);
        const refused = { code: 'PROSPECT_OPTED_OUT' };
        const template = { name: 'fidelite', language: 'fr', parameters: [] };
        const [heard, answer] = (await messagesOf(shop)).toReversed();
        await shop.rows(`update messages set statut_message = 'echec' where id_message = $1`, [answer!.id]);
        for (const reply of [{ text: 'Bonjour' }, { template }])
          await expect(world.ask(ReplyToCustomer, { conversationId: id, ...reply }, shop.sellerId)).rejects.toMatchObject(
            refused,
          );
        await expect(
          world.ask(ReactToMessage, { conversationId: id, messageId: heard!.id, emoji: '👍' }, shop.sellerId),
        ).rejects.toMatchObject(refused);
        const failed = (await messagesOf(shop)).find((one) => one.state === 'failed')!;
        await expect(world.ask(ResendMessage, { conversationId: id, messageId: failed.id }, shop.sellerId)).rejects.toMatchObject(
          refused,
        );
        await shop.tell(OrderConfirmedV1, newId(), {
          ...{ orderId: newId(), orderNumber: 'CMD-20261123-000009', prospectId: event.prospectId, conversationId: id },
          ...{ customerName: 'Awa', customerPhone: awa.phone, deliveryAddress: 'Cocody', deliveryPhone: awa.phone },
          lines: [{ productId: newId(), quantity: 1, productName: 'Nike', unitPrice: 45_000, lineTotal: 45_000 }],
          total: 45_000,
          confirmedAt: new Date().toISOString(),
        });
        await eventually(async () =>
          expect(await shop.rows('select from commandes_copie where id_utilisateur = $1', [shop.sellerId])).toHaveLength(1),
        );
        await pause(900);
        expect(whatsapp.to(awa.phone)).toHaveLength(said + 1);
        await awa.writes(shop, 'start');
        await awa.reads(/vous recevrez de nouveau nos messages/);
        await world.heard(ProspectOptedInV1, (_e, meta) => meta.sellerId === shop.sellerId);
        await awa.writes(shop, 'Vous avez des Puma ?');
        await awa.reads(/Puma Suede/);
      },
    );

    it.concurrent('stays so when an older word of his comes late', async () => {
      const { shop, awa } = await open();
      await awa.writes(shop, 'Stop pub');
      await awa.reads(/ne recevrez plus/);
      await awa.writes(shop, 'START', { timestamp: seconds(Date.now() - 60_000) });
      await eventually(async () => expect(await inboundOf(shop)).toHaveLength(2));
      expect((await prospectOf(shop)).optedOutAt).toBeDefined();
    });

    it.concurrent('may press a template’s button for it; the same word inside a sentence means something else', async () => {
      const { shop, awa } = await open();
      await awa.writes(shop, 'Je ne veux pas arrêter, stop à 10h');
      await awa.reads(/./);
      expect((await prospectOf(shop)).optedOutAt).toBeUndefined();
      await awa.writes(shop, '', { type: 'button', text: undefined, button: { payload: 'STOP_PROMO', text: 'Stop promo' } });
      await awa.reads(/ne recevrez plus/);
    });

    it.concurrent('is answered by nobody when the shop had opted him out, whatever he writes but START', async () => {
      const { shop, awa } = await open();
      await awa.writes(shop, 'Bonjour');
      await awa.reads(/Bonjour/);
      await world.ask(OptOutProspect, { prospectId: (await prospectOf(shop)).id }, shop.sellerId);
      const said = whatsapp.to(awa.phone).length;
      await awa.writes(shop, 'STOP');
      await pause(900);
      expect(whatsapp.to(awa.phone)).toHaveLength(said);
    });
  });

  it.concurrent('has no shop write of its own accord to who says STOP to the number that notices come from', async () => {
    const [{ shop, awa }, other] = [await open(), await new Shop(world, service).open()];
    await awa.writes(shop, 'Bonjour', { timestamp: seconds(Date.now() - 30_000) });
    await awa.writes(other, 'Bonjour', { timestamp: seconds(Date.now() - 30_000) });
    for (const one of [shop, other]) await eventually(async () => expect(await inboundOf(one)).toHaveLength(1));
    const toPlatform = (item: Record<string, unknown>, kind: 'message' | 'preference' | 'error') =>
      world.publish(
        fact(
          WhatsAppUpdateReceivedV1,
          {
            phoneNumberId: '999000111',
            businessAccountId: 'WABA',
            kind,
            field: 'messages',
            item,
            receivedAt: new Date().toISOString(),
          },
          { sellerId: null, key: newId(), version: 1 },
        ),
      );
    await toPlatform(awa.item('Stop svp', { timestamp: seconds(Date.now() - 20_000) }), 'message');
    for (const one of [shop, other])
      expect((await world.heard(ProspectOptedOutV1, (_e, meta) => meta.sellerId === one.sellerId)).event.by).toBe('whatsapp');
    await toPlatform(awa.item('START', { timestamp: seconds(Date.now() - 10_000) }), 'message');
    for (const one of [shop, other]) await world.heard(ProspectOptedInV1, (_e, meta) => meta.sellerId === one.sellerId);
    await toPlatform(
      { ...awa.contact, category: 'marketing_messages', value: 'stop', timestamp: Number(seconds()) - 5 },
      'preference',
    );
    for (const one of [shop, other]) await eventually(async () => expect((await prospectOf(one)).optedOutAt).toBeDefined());
    await awa.writes(shop, 'Vous avez des Puma ?');
    await awa.reads(/Puma Suede/);
    expect((await prospectOf(other)).optedOutAt).toBeDefined();
    await toPlatform({ code: 130429 }, 'error');
    await eventually(async () =>
      expect(await shop.rows(`select motif from mises_a_jour_gardees where phone_number_id = '999000111'`)).toEqual([
        { motif: 'sans_traitement' },
      ]),
    );
  });

  it.concurrent(
    'writes nothing to who stopped promotions in WhatsApp until he writes himself; advertising waits until he resumes it',
    async () => {
      const { shop, awa } = await open();
      await awa.writes(shop, 'Bonjour', { timestamp: seconds(Date.now() - 30_000) });
      await awa.reads(/Bonjour/);
      await preference(shop, awa, 'stop', Date.now() - 20_000);
      const { event } = await world.heard(ProspectOptedOutV1, (_e, meta) => meta.sellerId === shop.sellerId);
      expect(event.by).toBe('whatsapp');
      await preference(shop, awa, 'resume', Date.now() - 40_000);
      const { id } = await conversationOf(shop);
      await expect(world.ask(ReplyToCustomer, { conversationId: id, text: 'Promo !' }, shop.sellerId)).rejects.toMatchObject({
        code: 'PROSPECT_OPTED_OUT',
      });
      await awa.writes(shop, 'Vous avez des Puma ?');
      await awa.reads(/Puma Suede/);
      expect(await prospectOf(shop)).toMatchObject({ promotionsStoppedAt: expect.any(String) as string });
      await eventually(async () => expect((await prospectOf(shop)).optedOutAt).toBeUndefined());
      await preference(shop, awa, 'resume');
      await eventually(async () => expect((await prospectOf(shop)).promotionsStoppedAt).toBeUndefined());
      await preference(shop, new Customer(whatsapp, 'Personne', undefined, 'CI.0'), 'stop');
      await eventually(async () =>
        expect(await shop.rows('select motif from mises_a_jour_gardees where id_utilisateur = $1', [shop.sellerId])).toEqual([
          { motif: 'destinataire_inconnu' },
        ]),
      );
    },
  );

  it.concurrent('sends no advertising to who wants none, although he may be written to', async () => {
    const { shop, awa } = await open();
    await preference(shop, awa, 'stop', Date.now() - 60_000);
    await eventually(async () =>
      expect(await shop.rows('select from mises_a_jour_gardees where id_utilisateur = $1', [shop.sellerId])).toHaveLength(1),
    );
    // What he wished before he was known is found again when he writes.
    await awa.writes(shop, 'Bonjour');
    await awa.reads(/Bonjour/);
    const prospect = await eventually(async () => {
      const found = await prospectOf(shop);
      expect(found).toMatchObject({ promotionsStoppedAt: expect.any(String) as string });
      return found;
    });
    expect(prospect.optedOutAt).toBeUndefined();
    const { id: conversationId } = await conversationOf(shop);
    const use = (name: string) =>
      world.ask(ReplyToCustomer, { conversationId, template: { name, language: 'fr', parameters: [] } }, shop.sellerId);
    await use('fidelite');
    await use('promo');
    await eventually(async () =>
      expect((await messagesOf(shop)).slice(0, 2)).toMatchObject([
        { state: 'failed', problem: 'Ce client a demandé à WhatsApp de ne plus recevoir de promotions.' },
        { state: 'sent' },
      ]),
    );
  });

  it.concurrent('lets the seller’s word on his phone silence the assistant also when it overtakes what it answers', async () => {
    const { shop, awa } = await open();
    const said = awa.item('Vous avez des Puma ?', { timestamp: seconds(Date.now() - 20_000) });
    await shop.update('echo', {
      id: `wamid.echo-first-${awa.waId}`,
      to: awa.waId,
      type: 'text',
      timestamp: seconds(),
      text: { body: 'Oui, je vous rappelle' },
    });
    await eventually(async () =>
      expect(await shop.rows('select from mises_a_jour_gardees where id_utilisateur = $1', [shop.sellerId])).toHaveLength(1),
    );
    await send(shop, awa, said);
    await eventually(async () => expect(await conversationOf(shop)).toMatchObject({ status: 'human' }));
    expect((await messagesOf(shop)).map((one) => one.text)).toEqual(['Oui, je vous rappelle', 'Vous avez des Puma ?']);
    await pause(900);
    expect(whatsapp.to(awa.phone)).toEqual([]);
  });

  it.concurrent('reads what she filled in', async () => {
    const { shop, awa } = await open();
    const response_json = JSON.stringify({ flow_token: 'x', article: 'Puma Suede', pointure: ['40'], note: null });
    await awa.writes(shop, '', {
      type: 'interactive',
      text: undefined,
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json } },
    });
    await awa.reads(/Puma Suede/);
    expect((await inboundOf(shop))[0]!.text).toBe('Formulaire rempli : article : Puma Suede ; pointure : 40');
  });

  describe('a correction', () => {
    it.concurrent('is what the assistant reads when it has not answered yet, and keeps the old text', async () => {
      const { shop, awa } = await open();
      const item = awa.item('Vous avez des Adidas ?');
      await send(shop, awa, item);
      const corrected = edit(awa, item['id'], 'Vous avez des Puma ?');
      await Promise.all([send(shop, awa, corrected), send(shop, awa, corrected)]);
      await awa.reads(/Puma Suede/);
      expect(
        whatsapp
          .to(awa.phone)
          .map((one) => one.text)
          .join(),
      ).not.toMatch(/Adidas/);
      expect(await inboundOf(shop)).toMatchObject([{ text: 'Vous avez des Puma ?', editedAt: expect.any(String) as string }]);
      expect(await shop.rows(`select contenu_avant from suites_message where id_utilisateur = $1`, [shop.sellerId])).toEqual([
        { contenu_avant: 'Vous avez des Adidas ?' },
      ]);
    });

    it.concurrent('of what was answered is answered anew, from the draft as it was before it', async () => {
      const { shop, awa } = await open();
      const item = awa.item('Je veux une Puma Suede en 40');
      await send(shop, awa, item);
      await awa.reads(/1 x Puma Suede Classic, en 40/);
      await send(shop, awa, edit(awa, item['id'], 'Je veux deux Puma Suede en 40'));
      await awa.reads(/2 x Puma Suede Classic, en 40/);
      await awa.writes(shop, 'Cocody, Angré 7ème tranche, Villa 123');
      const recap = await awa.reads(/récapitulatif/);
      expect(recap.text).toMatch(/2 x Puma Suede Classic, en 40/);
      expect(recap.text).not.toMatch(/3 x|1 x/);
    });

    it.concurrent('of what was answered before something else changes nothing any more', async () => {
      const { shop, awa } = await open();
      const item = awa.item('Je veux une Puma Suede en 40');
      await send(shop, awa, item);
      await awa.reads(/1 x Puma Suede Classic, en 40/);
      await awa.writes(shop, 'Cocody, Angré 7ème tranche, Villa 123');
      await awa.reads(/récapitulatif/);
      const said = whatsapp.to(awa.phone).length;
      await send(shop, awa, edit(awa, item['id'], 'Je veux deux Puma Suede en 40'));
      await eventually(async () => expect((await inboundOf(shop))[1]!.text).toMatch(/deux/));
      await awa.writes(shop, 'Vous êtes ouverts le samedi ?');
      await awa.reads(/horaires/);
      expect(whatsapp.to(awa.phone)).toHaveLength(said + 1);
    });

    it.concurrent('waits for its message when it comes first, and the newest of two stands', async () => {
      const { shop, awa } = await open();
      const item = awa.item('Bonjour, un pagne');
      await send(shop, awa, edit(awa, item['id'], 'trois', { timestamp: seconds(Date.now() + 5_000) }));
      await send(shop, awa, edit(awa, item['id'], 'deux', { timestamp: seconds(Date.now() + 2_000) }));
      await pause(300);
      await send(shop, awa, item);
      await eventually(async () => expect((await inboundOf(shop)).map((one) => one.text)).toEqual(['trois']));
      expect((await conversationOf(shop)).unread).toBe(1);
    });

    it.concurrent('of somebody else’s message changes nothing', async () => {
      const { shop, awa } = await open();
      await awa.writes(shop, 'Bonjour');
      const { wamid } = await awa.reads(/Bonjour/);
      await send(shop, awa, edit(awa, wamid, 'Tout est gratuit'));
      await awa.writes(shop, 'Merci');
      await eventually(async () => expect(await inboundOf(shop)).toHaveLength(2));
      expect((await messagesOf(shop)).map((one) => one.text).join()).not.toMatch(/gratuit/);
    });
  });

  it.concurrent('takes what was withdrawn out of the answer and of sight, also when that is heard first', async () => {
    const { shop, awa } = await open();
    const [first, second] = [awa.item('Vous avez des Adidas ?'), awa.item('Vous avez des Puma ?')];
    await send(shop, awa, revoke(awa, first['id']));
    await send(shop, awa, first);
    await send(shop, awa, second);
    await awa.reads(/Puma Suede/);
    expect(
      whatsapp
        .to(awa.phone)
        .map((one) => one.text)
        .join(),
    ).not.toMatch(/Adidas/);
    await send(shop, awa, revoke(awa, second['id']));
    await eventually(async () =>
      expect(await inboundOf(shop)).toMatchObject([
        { text: 'Message supprimé', deletedAt: expect.any(String) as string },
        { text: 'Message supprimé', deletedAt: expect.any(String) as string },
      ]),
    );
    expect(
      await shop.rows(
        `select from messages where id_utilisateur = $1 and direction_message = 'entrant' and (paroles is not null or contenu_brut is not null)`,
        [shop.sellerId],
      ),
    ).toEqual([]);
  });

  it.concurrent('answers nothing when the only message was withdrawn in time', async () => {
    const { shop, awa } = await open();
    const item = awa.item('Vous avez des Puma ?');
    await send(shop, awa, item);
    await send(shop, awa, revoke(awa, item['id']));
    await pause(1_500);
    expect(whatsapp.to(awa.phone)).toEqual([]);
    expect(
      await shop.rows('select from conversations where id_utilisateur = $1 and tour_prevu is not null', [shop.sellerId]),
    ).toEqual([]);
  });

  it.concurrent('shows a reaction on its message, the last of each side, and as no message', async () => {
    const { shop, awa } = await open();
    const item = awa.item('Bonjour');
    await send(shop, awa, react(awa, 'wamid.unknown', '😡'));
    await send(shop, awa, item);
    const { wamid } = await awa.reads(/Bonjour/);
    await send(shop, awa, react(awa, wamid, '👍'));
    await shop.update('echo', {
      id: 'wamid.echo-r',
      to: awa.waId,
      type: 'reaction',
      timestamp: seconds(),
      reaction: { message_id: item['id'], emoji: '🙏' },
    });
    await eventually(async () =>
      expect(await messagesOf(shop)).toMatchObject([
        { direction: 'outbound', reactions: [{ emoji: '👍', by: 'customer' }] },
        { direction: 'inbound', reactions: [{ emoji: '🙏', by: 'shop' }] },
      ]),
    );
    await send(shop, awa, react(awa, wamid, undefined, Date.now() + 2_000));
    await send(shop, awa, react(awa, wamid, '😂', Date.now() + 1_000));
    await eventually(async () => expect((await messagesOf(shop))[0]!.reactions).toBeUndefined());
    expect(await conversationOf(shop)).toMatchObject({ status: 'open' });
    expect((await world.all(ConversationChangedV1)).filter(({ meta }) => meta.sellerId === shop.sellerId).length).toBeGreaterThan(
      0,
    );
  });

  it.concurrent('shows what a message quotes, and where a place is', async () => {
    const { shop, awa } = await open();
    await awa.writes(shop, 'Bonjour');
    const { wamid, callbackData } = await awa.reads(/Bonjour/);
    await eventually(async () => expect((await messagesOf(shop))[0]!.state).not.toBe('sending'));
    await awa.writes(shop, '', {
      type: 'location',
      text: undefined,
      location: { latitude: 5.35, longitude: '-4.008', name: 'Pharmacie' },
      context: { id: wamid },
    });
    await eventually(async () =>
      expect((await inboundOf(shop))[0]).toMatchObject({
        replyTo: callbackData,
        location: { latitude: 5.35, longitude: -4.008, name: 'Pharmacie' },
      }),
    );
  });

  it.concurrent('keeps the first and the last ad that brought somebody, by the time of their messages', async () => {
    const { shop, awa } = await open();
    const ad = (n: number) => ({
      source_url: `https://fb.me/${n}`,
      source_id: `ad-${n}`,
      headline: `Offre ${n}`,
      ctwa_clid: `clid-${n}`,
    });
    const at = Date.now() - 100_000;
    await awa.writes(shop, 'Plus tard', { timestamp: seconds(at + 20_000) });
    await eventually(async () => expect(await inboundOf(shop)).toHaveLength(1));
    for (const [n, when] of [
      [1, 10_000],
      [3, 60_000],
      [2, 40_000],
    ] as const)
      await awa.writes(shop, `Offre ${n}`, { timestamp: seconds(at + when), referral: ad(n) });
    await eventually(async () =>
      expect(await prospectOf(shop)).toMatchObject({
        source: 'pub_facebook',
        adId: 'ad-1',
        adHeadline: 'Offre 1',
        adUrl: 'https://fb.me/1',
        adClickId: 'clid-1',
        lastAdId: 'ad-3',
        lastAdHeadline: 'Offre 3',
        lastAdUrl: 'https://fb.me/3',
        lastAdClickId: 'clid-3',
        lastAdAt: new Date(Number(seconds(at + 60_000)) * 1_000).toISOString(),
      }),
    );
  });

  it.concurrent(
    'falls silent when a machine answers it, calls the seller once, and starts afresh when he gives the conversation back',
    async () => {
      const { shop, awa } = await open();
      const BOT = 'Bienvenue chez Orange, notre menu est ouvert de 8h à 20h.';
      let answered = 0;
      const timer = setInterval(() => {
        const said = whatsapp.to(awa.phone).length;
        if (said > answered) void awa.writes(shop, BOT);
        answered = said;
      }, 50);
      await awa.writes(shop, 'Bonjour');
      const { event } = await world
        .heard(ConversationHandedOverV1, (_e, meta) => meta.sellerId === shop.sellerId)
        .finally(() => clearInterval(timer));
      expect(event.reason).toBe('Réponses automatiques en boucle');
      const said = whatsapp.to(awa.phone).length;
      expect(said).toBeLessThanOrEqual(6);
      await awa.writes(shop, BOT);
      await pause(900);
      expect(whatsapp.to(awa.phone)).toHaveLength(said);
      expect((await world.all(ConversationHandedOverV1)).filter(({ meta }) => meta.sellerId === shop.sellerId)).toHaveLength(1);
      await world.ask(GiveBackConversation, { conversationId: event.conversationId }, shop.sellerId);
      await awa.writes(shop, 'Vous avez des Puma ?');
      await awa.reads(/Puma Suede/);
    },
  );

  it.concurrent('goes on with a customer who is merely fast', async () => {
    const { shop, awa } = await open();
    const words = ['Bonjour', 'Vous avez des Puma ?', 'Et des Adidas ?', 'Quel prix ?', 'Vous livrez ?'];
    for (const [i, text] of words.entries()) {
      await awa.writes(shop, text);
      await eventually(() => expect(whatsapp.to(awa.phone).length).toBeGreaterThan(i));
    }
    await pause(2_100);
    for (const text of ['Et à Cocody ?', 'Nike en 38 ?', 'merci']) {
      const said = whatsapp.to(awa.phone).length;
      await awa.writes(shop, text);
      await eventually(() => expect(whatsapp.to(awa.phone).length).toBeGreaterThan(said));
    }
    expect(await conversationOf(shop)).toMatchObject({ status: 'open' });
  });

  describe('a WhatsApp cart', () => {
    const withReferences = async () => {
      const { shop, awa } = await open();
      const [nike, adidas] = shop.products;
      const referenced = {
        ...nike!,
        reference: 'NIKE-90',
        variants: nike!.variants.map((variant) => ({ ...variant, reference: `NIKE-90/${variant.size}` })),
      };
      await shop.tell(ProductUpdatedV1, nike!.productId, referenced, 2);
      await shop.tell(ProductUpdatedV1, adidas!.productId, { ...adidas!, reference: 'ADIDAS' }, 2);
      await eventually(async () =>
        expect(
          await shop.rows('select reference from produits_copie where id_utilisateur = $1 and reference is not null', [
            shop.sellerId,
          ]),
        ).toHaveLength(2),
      );
      return { shop, awa };
    };
    const cart = (...lines: [string, number, number][]) => ({
      type: 'order',
      text: undefined,
      order: {
        catalog_id: '1',
        product_items: lines.map(([product_retailer_id, quantity, item_price]) => ({
          product_retailer_id,
          quantity,
          item_price,
          currency: 'XOF',
        })),
      },
    });

    it.concurrent('becomes a draft at our prices, within our stock, and then an order', async () => {
      const { shop, awa } = await withReferences();
      await awa.writes(shop, '', cart(['nike-90-38', 2, 1], ['NIKE-90/42', 9, 45_000], ['INCONNU', 1, 500]));
      const first = await awa.reads(/Votre panier/);
      expect(first.text).toMatch(/Je ne trouve pas un des articles de votre panier/);
      expect(first.text).not.toMatch(/INCONNU/);
      expect(first.text).toMatch(/Nike Air Max 90, en 38 : le prix est de 45\.000 FCFA/);
      expect(first.text).toMatch(/en 42 : il n’en reste que 3, j’en ai mis 3/);
      expect(first.text).toMatch(/2 x Nike Air Max 90, en 38 : 45\.000 FCFA/);
      await awa.writes(shop, 'Cocody, Angré 7ème tranche, Villa 123');
      const recap = await awa.reads(/À payer à la réception : 227\.000 FCFA/);
      const confirm = recap.buttons.find(({ title }) => title === 'Confirmer')!;
      await awa.presses(shop, confirm.id, confirm.title);
      const { event } = await world.heard(OrderAgreedV1, (_e, meta) => meta.sellerId === shop.sellerId);
      expect(event.lines).toMatchObject([
        { size: '38', quantity: 2 },
        { size: '42', quantity: 3 },
      ]);
    });

    it.concurrent(
      'sent while a person has the conversation is read at our prices, and is the draft when the assistant has it again',
      async () => {
        const { shop, awa } = await withReferences();
        await awa.writes(shop, 'Bonjour');
        await awa.reads(/Bonjour/);
        const { items } = await world.ask(ListConversations, {}, shop.sellerId);
        const conversationId = items[0]!.id;
        await world.ask(TakeOverConversation, { conversationId }, shop.sellerId);
        await awa.writes(shop, '', cart(['nike-90-38', 2, 1], ['NIKE-90/42', 9, 45_000], ['INCONNU', 1, 500]));
        const inbox = async () => (await world.ask(ListMessages, { conversationId, limit: 1 }, shop.sellerId)).items[0]!;
        await eventually(async () =>
          expect(await inbox()).toMatchObject({
            type: 'order',
            text: 'Panier : 2 x Nike Air Max 90, en 38 à 45.000 FCFA ; 9 x Nike Air Max 90, en 42 à 45.000 FCFA, il en reste 3 ; 1 x « INCONNU » (article inconnu). Total à vos prix : 225.000 FCFA',
          }),
        );
        expect((await world.ask(ListConversations, {}, shop.sellerId)).items[0]!.lastMessage).toMatch(/225\.000 FCFA/);
        await world.ask(GiveBackConversation, { conversationId }, shop.sellerId);
        await awa.writes(shop, 'Cocody, Angré 7ème tranche, Villa 123');
        const recap = await awa.reads(/À payer à la réception : 227\.000 FCFA/);
        expect(recap.text).toMatch(/Nike Air Max 90/);
      },
    );

    it.concurrent('asks for the size of an article that has some, and says plainly when it knows none of it', async () => {
      const { shop, awa } = await withReferences();
      await awa.writes(shop, '', cart(['ADIDAS', 1, 35_000]));
      await awa.reads(/pointure|taille/i);
      const yao = new Customer(whatsapp, 'Yao');
      await yao.writes(shop, '', cart(['RIEN', 1, 5], ['NIKE-90/38', 0, 5]));
      const told = await yao.reads(/Je ne trouve pas un des articles de votre panier/);
      expect(told.text).not.toMatch(/RIEN/);
    });

    it.concurrent('names articles by our own ids too, where the seller gave no references', async () => {
      const { shop, awa } = await open();
      const [nike, adidas] = shop.products;
      const size42 = nike!.variants.find(({ size }) => size === '42')!;
      await awa.writes(shop, '', cart([size42.variantId, 1, 45_000], [newId(), 1, 5], [newId(), 2, 5]));
      const read = await awa.reads(/1 x Nike Air Max 90, en 42 : 45\.000 FCFA/);
      expect(read.text).toMatch(/Je ne trouve pas 2 des articles de votre panier/);
      expect(read.text).not.toMatch(/[0-9a-f]{8}-/);
      const yao = new Customer(whatsapp, 'Yao');
      await yao.writes(shop, '', cart([adidas!.productId.toUpperCase(), 1, 35_000]));
      await yao.reads(/pointure|taille/i);
      const { shop: other, awa: ama } = await open();
      await ama.writes(other, '', cart([size42.variantId, 1, 45_000]));
      await ama.reads(/Je ne trouve pas un des articles/);
    });

    it.concurrent('is spoken of with the article she wrote from', async () => {
      const { shop, awa } = await withReferences();
      await awa.writes(shop, 'Celui-ci est à combien ?', {
        context: { from: '1', id: 'wamid.x', referred_product: { catalog_id: '1', product_retailer_id: 'ADIDAS' } },
      });
      await awa.reads(/Adidas Stan Smith.*35\.000/s);
    });
  });
});
