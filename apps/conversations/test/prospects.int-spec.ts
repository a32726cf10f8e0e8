import {
  AddProspect,
  EraseProspect,
  GetCustomerJourney,
  GetProspect,
  ListConversations,
  ListMessages,
  ListProspects,
  MergeProspects,
  MessageFailedV1,
  OptInProspect,
  OptOutProspect,
  OrderAgreedV1,
  OrderConfirmedV1,
  OrderEditedV1,
  type OrderFacts,
  OrderStatusChangedV1,
  ProspectCreatedV1,
  ProspectErasedV1,
  ProspectMergedV1,
  ProspectOptedInV1,
  ProspectOptedOutV1,
  type ProspectView,
  ReplyToCustomer,
  TakeOverConversation,
  UpdateAssistantSettings,
  UpdateProspect,
} from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, type World } from '#testing';
import { MergeProspectsInto } from '../src/prospect/merge-prospects.js';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const AD = { source_url: 'https://fb.me/8k', source_id: '120226305850001', source_type: 'ad', headline: 'Nike en promo' };

describe('prospects', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];

  beforeAll(async () => {
    ({ world, whatsapp, service, stop } = await startStage({}, 2));
  }, STAGE_MS);

  afterEach(() => {
    whatsapp.answer = () => ({ kind: 'accept' });
  });

  afterAll(() => stop?.());

  const found = async (shop: Shop, search?: string): Promise<ProspectView[]> =>
    (await world.ask(ListProspects, search ? { search } : {}, shop.sellerId)).items;
  const known = (shop: Shop, customer: Customer): Promise<ProspectView> =>
    eventually(async () => {
      const [one] = await found(shop, customer.phone);
      if (!one) throw new Error(`${customer.name} is not known yet`);
      return one;
    });
  const quiet = async (): Promise<Shop> => {
    const shop = await new Shop(world, service).open();
    await world.ask(UpdateAssistantSettings, { enabled: false }, shop.sellerId);
    return shop;
  };
  const conversationsOf = async (shop: Shop, prospectId: string) =>
    (await world.ask(ListConversations, { prospectId }, shop.sellerId)).items;
  const orderOf = (prospectId: string): OrderFacts => ({
    orderId: newId(),
    orderNumber: 'CMD-20261123-000007',
    prospectId,
    customerName: 'Awa',
    customerPhone: '+2250598765432',
    lines: [{ productId: newId(), quantity: 1, productName: 'Nike', unitPrice: 45_000, lineTotal: 45_000 }],
    total: 45_000,
    deliveryAddress: 'Cocody',
    deliveryPhone: '+2250598765432',
  });
  const noDeadLetters = async (shop: Shop) =>
    expect(await shop.rows('select error from dead_letter where id_utilisateur = $1', [shop.sellerId])).toEqual([]);

  it('are added by hand, once for each number, and known when they write', async () => {
    const shop = await quiet();
    const awa = new Customer(whatsapp, 'awa ✨');
    const local = awa.phone.slice(4).replace(/(\d\d)/g, '$1 ');
    const added = await world.ask(AddProspect, { fullName: 'Awa Koné', phone: local }, shop.sellerId);
    expect(added).toMatchObject({ fullName: 'Awa Koné', phone: awa.phone, source: 'manuel', version: 1 });
    const { meta } = await world.heard(ProspectCreatedV1, (e) => e.prospectId === added.id);
    expect(meta.actor).toBe(`seller:${shop.sellerId}`);
    await expect(world.ask(AddProspect, { fullName: 'Une autre', phone: awa.phone }, shop.sellerId)).rejects.toMatchObject({
      code: 'PROSPECT_KNOWN',
      kind: 'conflict',
      facts: { prospectId: added.id },
    });
    await expect(world.ask(AddProspect, { fullName: 'X', phone: '12' }, shop.sellerId)).rejects.toMatchObject({
      facts: { fields: [{ field: 'phone' }] },
    });
    await awa.writes(shop, 'Bonjour');
    await eventually(async () => expect(await conversationsOf(shop, added.id)).toHaveLength(1));
    expect(await found(shop)).toMatchObject([{ fullName: 'Awa Koné', lastMessageAt: expect.any(String) as string }]);
  });

  it('keep the name the seller gave them, and are found by it', async () => {
    const shop = await quiet();
    const awa = new Customer(whatsapp, 'Princesse 225');
    await awa.writes(shop, 'Bonjour', { referral: AD });
    const before = await known(shop, awa);
    expect(before).toMatchObject({ source: 'pub_facebook', adId: AD.source_id, adHeadline: AD.headline });
    const edit = { prospectId: before.id, fullName: 'Aminata Traoré', ifVersion: before.version };
    const renamed = await world.ask(UpdateProspect, edit, shop.sellerId);
    await expect(world.ask(UpdateProspect, edit, shop.sellerId)).rejects.toMatchObject({ code: 'VERSION_MISMATCH' });
    await awa.writes(shop, 'Toujours là ?');
    await eventually(async () => expect((await conversationsOf(shop, before.id))[0]?.unread).toBe(2));
    expect((await world.ask(GetProspect, { prospectId: before.id }, shop.sellerId)).fullName).toBe('Aminata Traoré');
    expect(renamed.version).toBe(before.version + 1);
    expect(await found(shop, 'traore')).toHaveLength(1);
    expect(await found(shop, 'princesse')).toHaveLength(0);
    await expect(world.ask(GetProspect, { prospectId: before.id }, newId())).rejects.toMatchObject({
      code: 'PROSPECT_NOT_FOUND',
    });
  });

  describe('who want no messages', () => {
    it('get none from the assistant, none from the seller and none that waits, until they want them again', async () => {
      const shop = await new Shop(world, service).open();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour');
      await awa.reads(/Bienvenue/);
      const { id: prospectId } = await known(shop, awa);
      const [conversation] = await conversationsOf(shop, prospectId);
      await shop.rows(`update comptes_copie set pause_jusqu_a = now() + interval '1 hour' where id_utilisateur = $1`, [
        shop.sellerId,
      ]);
      const reply = { conversationId: conversation!.id, text: 'Il reste du 38' };
      const { id: waiting } = await world.ask(ReplyToCustomer, reply, shop.sellerId);
      expect(await world.ask(OptOutProspect, { prospectId }, shop.sellerId)).toHaveProperty('optedOutAt');
      expect((await world.heard(ProspectOptedOutV1, (e) => e.prospectId === prospectId)).event.by).toBe('seller');
      expect((await world.heard(MessageFailedV1, (e) => e.messageId === waiting)).event.explanation).toMatch(/ne veut plus/);
      await expect(world.ask(ReplyToCustomer, reply, shop.sellerId)).rejects.toMatchObject({
        code: 'PROSPECT_OPTED_OUT',
        kind: 'conflict',
      });
      await shop.rows('update comptes_copie set pause_jusqu_a = null where id_utilisateur = $1', [shop.sellerId]);
      await shop.rows(`update conversations set statut_conversation = 'ouverte' where id_conversation = $1`, [conversation!.id]);
      await awa.writes(shop, 'Vous avez des Nike ?');
      await eventually(async () =>
        expect(
          await shop.rows(
            `select count(*)::int as written, count(*) filter (where a_repondre)::int as due from messages where id_conversation = $1 and direction_message = 'entrant'`,
            [conversation!.id],
          ),
        ).toEqual([{ written: 2, due: 0 }]),
      );
      expect(whatsapp.to(awa.phone)).toHaveLength(1);
      await world.ask(OptInProspect, { prospectId }, shop.sellerId);
      await world.heard(ProspectOptedInV1, (e) => e.prospectId === prospectId);
      await awa.writes(shop, 'Alors, des Nike ?');
      await awa.reads(/Nike Air Max/);
    });
  });

  describe('who are one person', () => {
    const twoNumbers = async (shop: Shop) => {
      const [one, other] = [new Customer(whatsapp, 'Awa'), new Customer(whatsapp, 'Awa Orange')];
      await other.writes(shop, 'Bonjour du deuxième');
      const otherId = (await known(shop, other)).id;
      await one.writes(shop, 'Bonjour');
      return { one, other, otherId, prospectId: (await known(shop, one)).id };
    };

    it('become one: conversations, identities and orders, also those told later by the old name', async () => {
      const shop = await quiet();
      const { one, other, otherId, prospectId } = await twoNumbers(shop);
      const ad = (n: number) => ({
        referral: { source_url: `https://fb.me/${n}`, source_id: `ad-${n}`, ctwa_clid: `clid-${n}` },
      });
      const secondsAgo = (n: number) => String(Math.floor(Date.now() / 1_000) - n);
      await other.writes(shop, 'Par la première pub', { ...ad(1), timestamp: secondsAgo(60) });
      await one.writes(shop, 'Par la dernière pub', { ...ad(3), timestamp: secondsAgo(10) });
      await other.writes(shop, 'Par une autre pub', { ...ad(2), timestamp: secondsAgo(30) });
      for (const [id, lastAdId] of [
        [prospectId, 'ad-3'],
        [otherId, 'ad-2'],
      ] as const)
        await eventually(async () =>
          expect(await world.ask(GetProspect, { prospectId: id }, shop.sellerId)).toMatchObject({ lastAdId }),
        );
      const merged = await world.ask(MergeProspects, { prospectId, otherId }, shop.sellerId);
      expect(merged).toMatchObject({
        ...{ id: prospectId, fullName: 'Awa', source: 'pub_facebook', adId: 'ad-1', adClickId: 'clid-1' },
        ...{ lastAdId: 'ad-3', lastAdClickId: 'clid-3' },
      });
      expect((await world.heard(ProspectMergedV1, (e) => e.prospectId === prospectId)).event.mergedId).toBe(otherId);
      expect((await conversationsOf(shop, prospectId)).map((c) => c.status)).toEqual(['human', 'closed']);
      expect(await found(shop)).toHaveLength(1);
      expect(await found(shop, other.phone)).toMatchObject([{ id: prospectId }]);
      await other.writes(shop, 'C’est encore moi');
      await eventually(async () => expect((await conversationsOf(shop, prospectId))[0]?.lastMessage).toBe('C’est encore moi'));
      const order = orderOf(otherId);
      await shop.tell(OrderEditedV1, order.orderId, { ...order, previousTotal: 90_000 }, 3);
      await shop.tell(OrderStatusChangedV1, order.orderId, { ...order, from: 'confirmed', to: 'preparing' }, 2);
      await eventually(async () =>
        expect(
          await shop.rows('select id_prospect, statut_commande from commandes_copie where id_commande = $1', [order.orderId]),
        ).toEqual([{ id_prospect: prospectId, statut_commande: 'en_preparation' }]),
      );
    });

    it('are found and shown with every number they had, also by the id of who is gone', async () => {
      const shop = await quiet();
      const add = (fullName: string, phone: string) => world.ask(AddProspect, { fullName, phone }, shop.sellerId);
      const kept = await add('Awa', '+2250701020304');
      const gone = await add('Awa Orange', '+2250799887766');
      const goneBefore = await add('Awa Moov', '+2250155443322');
      const bare = await world.ask(GetProspect, { prospectId: kept.id }, shop.sellerId);
      expect(bare).not.toHaveProperty('otherPhones');
      await world.ask(MergeProspects, { prospectId: gone.id, otherId: goneBefore.id }, shop.sellerId);
      const merged = await world.ask(MergeProspects, { prospectId: kept.id, otherId: gone.id }, shop.sellerId);
      const all = { id: kept.id, phone: '+2250701020304', otherPhones: ['+2250155443322', '+2250799887766'] };
      expect(merged).toMatchObject(all);
      for (const search of ['0155443322', '+225 07 99 88', '0799887766', '+2250799887766', '0701020304'])
        expect([search, await found(shop, search)]).toMatchObject([search, [all]]);
      for (const prospectId of [kept.id, gone.id, goneBefore.id])
        expect(await world.ask(GetProspect, { prospectId }, shop.sellerId)).toEqual(merged);
      const elsewhere = await quiet();
      await expect(world.ask(GetProspect, { prospectId: gone.id }, elsewhere.sellerId)).rejects.toMatchObject({
        code: 'PROSPECT_NOT_FOUND',
      });
    });

    it('are not one with themselves, nor with somebody of another shop', async () => {
      const [shop, elsewhere] = [await quiet(), await quiet()];
      const { prospectId, otherId } = await twoNumbers(shop);
      const stranger = new Customer(whatsapp, 'Inconnu');
      await stranger.writes(elsewhere, 'Bonjour');
      const strangerId = (await known(elsewhere, stranger)).id;
      const merge = (id: string, other: string) => world.ask(MergeProspects, { prospectId: id, otherId: other }, shop.sellerId);
      await expect(merge(prospectId, prospectId)).rejects.toMatchObject({ facts: { fields: [{ field: 'otherId' }] } });
      await expect(merge(prospectId, strangerId)).rejects.toMatchObject({ code: 'PROSPECT_NOT_FOUND' });
      await expect(merge(strangerId, otherId)).rejects.toMatchObject({ code: 'PROSPECT_NOT_FOUND' });
      expect(await known(elsewhere, stranger)).toMatchObject({ id: strangerId });
    });

    it('lose no message that arrives at that moment', async () => {
      const shop = await quiet();
      const { one, other, prospectId, otherId } = await twoNumbers(shop);
      await service.db.asSeller(shop.sellerId, async () => {
        await service.get<MergeProspectsInto>(MergeProspectsInto).merge(prospectId, otherId, shop.sellerId);
        await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? one : other).writes(shop, `message ${i}`)));
        // Long enough for both replicas to come to the messages while the merge is not committed.
        await pause(700);
      });
      await eventually(async () =>
        expect(
          await shop.rows(
            'select c.id_prospect, count(*)::int as messages from conversations c join messages using (id_conversation) where c.id_utilisateur = $1 group by 1',
            [shop.sellerId],
          ),
        ).toEqual([{ id_prospect: prospectId, messages: 12 }]),
      );
      await noDeadLetters(shop);
    });

    it('are merged while messages pour in from both, in both directions at once', async () => {
      const shop = await quiet();
      const { one, other, prospectId, otherId } = await twoNumbers(shop);
      const pouring = Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? one : other).writes(shop, `message ${i}`)));
      const merges = await Promise.allSettled([
        world.ask(MergeProspects, { prospectId, otherId }, shop.sellerId),
        world.ask(MergeProspects, { prospectId: otherId, otherId: prospectId }, shop.sellerId),
      ]);
      await pouring;
      expect(merges.map((merge) => merge.status).sort()).toEqual(['fulfilled', 'rejected']);
      await eventually(async () =>
        expect(
          await shop.rows(
            'select count(distinct c.id_prospect)::int as people, count(*)::int as messages from conversations c join messages using (id_conversation) where c.id_utilisateur = $1',
            [shop.sellerId],
          ),
        ).toEqual([{ people: 1, messages: 42 }]),
      );
      await noDeadLetters(shop);
    });
  });

  describe('who asked to be forgotten', () => {
    it('leave rows without them, and are new when they write again', async () => {
      const shop = await quiet();
      const awa = new Customer(whatsapp, 'Awa Koné', undefined, 'CI.13570000111122223333');
      const item = awa.item('Je m’appelle Awa Koné, j’habite à Cocody');
      await shop.update('message', { ...item, referral: AD }, awa.contact);
      const { id: prospectId } = await known(shop, awa);
      await shop.update('other', { from: awa.waId, type: 'user_preferences' });
      const [conversation] = await conversationsOf(shop, prospectId);
      await world.ask(ReplyToCustomer, { conversationId: conversation!.id, text: 'Bonjour Awa' }, shop.sellerId);
      await awa.reads(/Bonjour Awa/);
      await eventually(async () =>
        expect(await shop.rows('select from mises_a_jour_gardees where id_utilisateur = $1', [shop.sellerId])).toHaveLength(1),
      );
      const about = (wamid: unknown, body: string) =>
        awa.item('', { type: 'edit', edit: { original_message_id: wamid, message: { type: 'text', text: { body } } } });
      for (const edit of [about(item['id'], 'Je suis Awa'), about('wamid.nie', 'Awa, à Cocody')])
        await shop.update('message', edit, awa.contact);
      await eventually(async () =>
        expect(await shop.rows('select from suites_message where id_utilisateur = $1', [shop.sellerId])).toHaveLength(2),
      );
      await world.ask(EraseProspect, { prospectId }, shop.sellerId);
      await world.heard(ProspectErasedV1, (e) => e.prospectId === prospectId);

      const left = await shop.rows<{ texte: string }>(
        `select row_to_json(p)::text as texte from prospects p where id_utilisateur = $1
         union all select row_to_json(c)::text from conversations c where id_utilisateur = $1
         union all select row_to_json(m)::text from messages m where id_utilisateur = $1
         union all select row_to_json(i)::text from identites_prospect i where id_utilisateur = $1
         union all select row_to_json(t)::text from termes_prospect t where id_utilisateur = $1
         union all select row_to_json(g)::text from mises_a_jour_gardees g where id_utilisateur = $1
         union all select row_to_json(u)::text from suites_message u where id_utilisateur = $1
         union all select row_to_json(s)::text from statuts_recus s where id_utilisateur = $1`,
        [shop.sellerId],
      );
      const text = left.map((row) => row.texte).join('\n');
      for (const his of ['Awa', 'Koné', 'Cocody', awa.waId, awa.phone.slice(-8), awa.bsuid!]) expect(text).not.toContain(his);
      const { items } = await world.ask(ListMessages, { conversationId: conversation!.id }, shop.sellerId);
      expect(items.map((m) => m.text)).toEqual(['[effacé]', '[effacé]']);
      const erased = await world.ask(GetProspect, { prospectId }, shop.sellerId);
      expect(erased).toMatchObject({ fullName: '[effacé]', source: 'pub_facebook' });
      await expect(world.ask(UpdateProspect, { prospectId, fullName: 'Awa' }, shop.sellerId)).rejects.toMatchObject({
        code: 'PROSPECT_ERASED',
      });
      await world.ask(EraseProspect, { prospectId }, shop.sellerId);

      // WhatsApp delivers an old message once more: it brings nobody back.
      await shop.update('message', { ...item, referral: AD }, awa.contact);
      await awa.writes(shop, 'Bonjour, je suis nouvelle');
      const again = await known(shop, awa);
      expect(again.id).not.toBe(prospectId);
      expect(await conversationsOf(shop, again.id)).toMatchObject([{ unread: 1, lastMessage: 'Bonjour, je suis nouvelle' }]);
      expect(await conversationsOf(shop, prospectId)).toMatchObject([{ status: 'closed', unread: 0 }]);
    });

    it('are not forgotten while a parcel is on its way to them, nor by another seller', async () => {
      const shop = await quiet();
      const awa = new Customer(whatsapp, 'Awa');
      await awa.writes(shop, 'Bonjour');
      const { id: prospectId } = await known(shop, awa);
      const order = orderOf(prospectId);
      await shop.tell(OrderStatusChangedV1, order.orderId, { ...order, from: 'ready', to: 'out-for-delivery' }, 4);
      await eventually(async () =>
        expect(await shop.rows('select from commandes_copie where id_prospect = $1', [prospectId])).toHaveLength(1),
      );
      await expect(world.ask(EraseProspect, { prospectId }, shop.sellerId)).rejects.toMatchObject({
        code: 'ERASE_HAS_OPEN_ORDERS',
        facts: { orderNumbers: [order.orderNumber] },
      });
      await expect(world.ask(EraseProspect, { prospectId }, newId())).rejects.toMatchObject({ code: 'PROSPECT_NOT_FOUND' });
      await shop.tell(OrderStatusChangedV1, order.orderId, { ...order, from: 'out-for-delivery', to: 'delivered' }, 5);
      await eventually(() => world.ask(EraseProspect, { prospectId }, shop.sellerId));
    });
  });

  it('have a way that can be told, from the ad to the recap', async () => {
    const shop = await new Shop(world, service).open();
    const awa = new Customer(whatsapp, 'Awa');
    await awa.writes(shop, 'Je veux la Nike Air Max 90 en 38', { referral: AD });
    await awa.reads(/adresse/);
    const { id: prospectId } = await known(shop, awa);
    const [conversation] = await conversationsOf(shop, prospectId);
    await awa.writes(shop, 'Cocody, Angré 7ème tranche, Villa 123');
    const recap = await awa.reads(/À payer à la réception/);
    await awa.presses(shop, recap.buttons[0]!.id, recap.buttons[0]!.title);
    const { event: agreed } = await world.heard(OrderAgreedV1, (_e, m) => m.sellerId === shop.sellerId);
    await awa.reads(/Je transmets votre commande/);
    // Nobody who has just ordered is forgotten before his order is known, or refused.
    const erase = () => world.ask(EraseProspect, { prospectId }, shop.sellerId);
    await expect(erase()).rejects.toMatchObject({ code: 'ERASE_HAS_OPEN_ORDERS', facts: { agreedJustNow: 1 } });
    const order = { ...orderOf(prospectId), agreementId: agreed.agreementId, conversationId: conversation!.id };
    await shop.tell(OrderConfirmedV1, order.orderId, { ...order, confirmedAt: new Date().toISOString() });
    await awa.reads(/CMD-20261123-000007/);
    await expect(erase()).rejects.toMatchObject({ facts: { orderNumbers: ['CMD-20261123-000007'], agreedJustNow: 0 } });
    await world.ask(TakeOverConversation, { conversationId: conversation!.id }, shop.sellerId);
    const question = { prospectId, conversationId: conversation!.id, agreementId: agreed.agreementId };
    const { items } = await world.ask(GetCustomerJourney, question, shop.sellerId);
    expect(items.map((step) => step.what)).toEqual(
      expect.arrayContaining([
        'ad-tapped',
        'first-message',
        'conversation-started',
        'first-answer',
        'order-agreed',
        'taken-over',
      ]),
    );
    expect(items.map((step) => step.at)).toEqual(items.map((step) => step.at).toSorted());
    expect(items.find((step) => step.what === 'ad-tapped')!.says).toBe(
      `Publicité Facebook « ${AD.headline} » touchée (annonce ${AD.source_id})`,
    );
    expect(items.find((step) => step.what === 'order-agreed')!.says).toMatch(/1 ligne/);
    expect(items.at(-1)).toMatchObject({ what: 'taken-over', actor: `seller:${shop.sellerId}` });
  });
});
