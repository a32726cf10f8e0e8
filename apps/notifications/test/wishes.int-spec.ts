import {
  AssistantBudgetReachedV1,
  CountUnreadNotices,
  type Fact,
  fact,
  GetNoticePreferences,
  GetNoticesAbout,
  ListNotifications,
  MarkNotificationsRead,
  NotificationFailedV1,
  NotificationSentV1,
  type NotificationView,
  OrderCancelledV1,
  OrderEditedV1,
  DeliveryReassignedV1,
  DeliveryUnassignedV1,
  ProspectErasedV1,
  ProspectMergedV1,
  ProspectOptedInV1,
  ProspectOptedOutV1,
  SecurityCodeIssuedV1,
  StockLowV1,
  UpdateNoticePreferences,
  WebhookEndpointDisabledV1,
  WhatsAppAccountRestrictedV1,
  WhatsAppAccountSuspendedV1,
} from '#contracts';
import { newId } from '#database';
import { SecretBox } from '#providers';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { notificationsService } from '../src/notifications.service-definition.js';
import { SELLER_KINDS, TEMPLATES } from '../src/template/templates.js';
import { placeholdersOf, write } from '../src/template/wording.js';
import { aDelivery, anOrder, KEYS, kouadio, noticesEnv } from './a-shop.js';
import { FakeWhatsApp } from './fake-whatsapp.js';

const whatsApp = new FakeWhatsApp();
const box = SecretBox.fromEnv(KEYS);
let world: World;
let service: RunningService;

beforeAll(async () => {
  world = await startWorld();
  service = await world.start(notificationsService, noticesEnv(await whatsApp.start()));
}, 90_000);
afterAll(async () => {
  await world.stop();
  await whatsApp.stop();
});

const rows = <T = Record<string, unknown>>(sql: string, values: unknown[] = []) =>
  service.db.asWorker(() => service.db.rows<T>(sql, values));

async function aSeller(): Promise<string> {
  const sellerId = newId();
  await world.publish(kouadio(sellerId));
  return sellerId;
}

/** Publishes facts one after the other, each handled before the next. */
async function tell(...facts: Fact[]): Promise<void> {
  for (const one of facts) {
    const id = await world.publish(one);
    await eventually(async () => expect(await rows('select 1 from inbox where event_id = $1', [id])).toHaveLength(1));
  }
}

const list = async (sellerId: string, question: object = {}): Promise<NotificationView[]> =>
  (await world.ask(ListNotifications, question, sellerId)).items;

/** A seller's notices, oldest first, once none is on its way. */
const settled = (sellerId: string): Promise<NotificationView[]> =>
  eventually(async () => {
    const found = (await list(sellerId)).reverse();
    expect(found.filter(({ state }) => ['pending', 'sending', 'unknown'].includes(state))).toEqual([]);
    return found;
  });

const lowStock = (sellerId: string): Fact => {
  const productId = newId();
  const payload = { productId, name: 'Puma Suede Classic', available: 1, threshold: 3 };
  return fact<object>(StockLowV1, payload, { sellerId, key: productId, version: 1 });
};

const aboutProspect = (
  contract: new () => { prospectId: string },
  sellerId: string,
  prospectId: string,
  version: number,
  more = {},
) => fact<object>(contract, { prospectId, ...more }, { sellerId, key: prospectId, version });
const optedOut = (sellerId: string, prospectId: string, version: number) =>
  aboutProspect(ProspectOptedOutV1, sellerId, prospectId, version, { by: 'customer' });
const erased = (sellerId: string, prospectId: string) => aboutProspect(ProspectErasedV1, sellerId, prospectId, 9);

const kindsTo = (notices: NotificationView[], role: NotificationView['recipient']) =>
  notices.filter(({ recipient }) => recipient === role).map(({ kind }) => kind);

describe('what the seller has read', () => {
  it('is marked by him, one by one or all at once, and counted; notices to others are not his to read', async () => {
    const [sellerId, stranger] = [await aSeller(), await aSeller()];
    const delivery = aDelivery(sellerId);
    await tell(anOrder(sellerId), lowStock(sellerId), delivery, lowStock(stranger));
    const notices = await settled(sellerId);
    expect(notices.map(({ recipient, read }) => [recipient, read]).sort()).toEqual([
      ['courier', undefined],
      ['customer', undefined],
      ['seller', false],
      ['seller', false],
    ]);
    const [order] = notices;
    const ids = [order!.id, ...notices.filter(({ recipient }) => recipient !== 'seller').map(({ id }) => id)];
    expect(await world.ask(CountUnreadNotices, {}, sellerId)).toEqual({ unread: 2 });
    expect(await world.ask(MarkNotificationsRead, { ids: [] }, sellerId)).toEqual({ marked: 0 });
    expect(await world.ask(MarkNotificationsRead, { ids }, stranger)).toEqual({ marked: 0 });
    expect(await world.ask(MarkNotificationsRead, { ids }, sellerId)).toEqual({ marked: 1 });
    expect((await list(sellerId, { read: true })).map(({ id }) => id)).toEqual([order!.id]);
    expect((await list(sellerId, { read: false })).map(({ kind }) => kind)).toEqual(['stock_bas']);
    expect(await list(sellerId, { read: false, recipient: 'customer' })).toEqual([]);
    expect(await world.ask(MarkNotificationsRead, {}, sellerId)).toEqual({ marked: 1 });
    expect(await world.ask(CountUnreadNotices, {}, sellerId)).toEqual({ unread: 0 });
    expect(await world.ask(CountUnreadNotices, {}, stranger)).toEqual({ unread: 1 });

    const { deliveryId } = delivery.payload;
    expect((await list(sellerId, { recipient: 'courier' })).map(({ kind }) => kind)).toEqual(['livraison_confiee']);
    expect(await list(sellerId, { referenceId: deliveryId })).toHaveLength(2);
    const about = { referenceIds: [order!.referenceId!, deliveryId] };
    expect((await world.ask(GetNoticesAbout, about, sellerId)).items.map(({ referenceType }) => referenceType)).toEqual([
      'commande',
      'livraison',
      'livraison',
    ]);
    expect((await world.ask(GetNoticesAbout, about, stranger)).items).toEqual([]);
    const first = await world.ask(ListNotifications, { limit: 3 }, sellerId);
    expect(await list(sellerId, { limit: 3, cursor: first.nextCursor })).toHaveLength(1);
  });
});

describe("the seller's wishes", () => {
  it('are WhatsApp for every kind of notice until he says otherwise', async () => {
    const { items, version } = await world.ask(GetNoticePreferences, {}, newId());
    expect(items.map(({ kind }) => kind)).toEqual(SELLER_KINDS);
    expect(items.every(({ whatsapp, title }) => whatsapp && title.length > 3)).toBe(true);
    expect(items.filter(({ fixed }) => fixed).map(({ kind }) => kind)).toEqual([
      'boite_a_reconnecter',
      'whatsapp_suspendu',
      'whatsapp_restreint',
      'webhook_desactive',
      'code_securite',
      'invitation_equipe',
    ]);
    expect(version).toBe(1);
  });

  it('keep a kind of notice in his list: it is stored and told as sent, and nothing leaves', async () => {
    const sellerId = await aSeller();
    const off = { preferences: [{ kind: 'stock_bas', whatsapp: false }] };
    const changed = await world.ask(UpdateNoticePreferences, { ...off, ifVersion: 1 }, sellerId);
    expect([changed.version, changed.items.find(({ kind }) => kind === 'stock_bas')!.whatsapp]).toEqual([2, false]);
    await tell(lowStock(sellerId), anOrder(sellerId));
    const [inApp, byWhatsApp] = await settled(sellerId);
    expect(inApp).toMatchObject({ kind: 'stock_bas', channel: 'app', state: 'sent', read: false });
    expect(byWhatsApp).toMatchObject({ kind: 'nouvelle_commande', channel: 'whatsapp', state: 'sent' });
    expect(whatsApp.sent.map((sent) => sent.biz_opaque_callback_data)).not.toContain(inApp!.id);
    expect((await world.heard(NotificationSentV1, (e) => e.notificationId === inApp!.id)).event.channel).toBe('app');

    await world.ask(UpdateNoticePreferences, { preferences: [{ kind: 'stock_bas', whatsapp: true }] }, sellerId);
    await tell(lowStock(sellerId));
    expect((await settled(sellerId)).at(-1)).toMatchObject({ kind: 'stock_bas', channel: 'whatsapp' });
  });

  it('cannot turn off what he would miss, nor name what he does not get, nor overwrite a change he has not seen', async () => {
    const sellerId = await aSeller();
    const wish = (kind: string, more = {}) =>
      world.ask(UpdateNoticePreferences, { preferences: [{ kind, whatsapp: false }], ...more }, sellerId);
    await expect(wish('boite_a_reconnecter')).rejects.toMatchObject({ code: 'NOTICE_FIXED', kind: 'conflict' });
    await expect(wish('livraison_confiee')).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      facts: { fields: [{ field: 'preferences.0.kind' }] },
    });
    await wish('stock_bas');
    await expect(wish('email_urgent', { ifVersion: 1 })).rejects.toMatchObject({ code: 'VERSION_MISMATCH' });
    expect((await world.ask(GetNoticePreferences, {}, sellerId)).items.filter(({ whatsapp }) => !whatsapp)).toMatchObject([
      { kind: 'stock_bas' },
    ]);
  });
});

describe('a security code', () => {
  const issued = (sellerId: string, code: string, phone: string, more: object = {}): Fact => {
    const codeId = newId();
    const payload = {
      codeId,
      purpose: 'password-reset',
      firstName: 'Jean',
      phone,
      sealedCode: box.seal(code, `security-code|${codeId}`),
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
      ...more,
    };
    return fact<object>(SecurityCodeIssuedV1, payload, { sellerId, key: codeId, version: 1 });
  };
  const stored = (phone: string) =>
    rows<{ etat: string; code_erreur: string | null; tout: string }>(
      'select etat, code_erreur, row_to_json(n)::text as tout from notifications n where destinataire = $1',
      [phone],
    );

  it('is read by its recipient alone: what is stored does not show it, and no list names it', async () => {
    const [sellerId, phone] = [await aSeller(), '+2250701010101'];
    await tell(issued(sellerId, '739164', phone));
    const sent = await eventually(() => {
      const found = whatsApp.sent.find(({ to }) => to === phone);
      expect(found?.template.name).toBe(TEMPLATES.code_securite.whatsAppName);
      return found!;
    });
    expect(sent.template.components[0]!.parameters.map(({ text }) => text)).toEqual([
      'Jean',
      '739164',
      expect.stringMatching(/ à \d\d:\d\d$/),
    ]);
    await eventually(async () => expect(await stored(phone)).toMatchObject([{ etat: 'envoyee' }]));
    const [{ tout } = { tout: '' }] = await stored(phone);
    expect(tout).toContain('Votre code pour choisir un nouveau mot de passe a été envoyé.');
    expect(tout).not.toContain('739164');
    expect([await list(sellerId), await world.ask(CountUnreadNotices, {}, sellerId)]).toEqual([[], { unread: 0 }]);
    expect(await world.ask(MarkNotificationsRead, {}, sellerId)).toEqual({ marked: 0 });
  });

  it('that invites says who invites to what, and until when; no list names it either', async () => {
    const [sellerId, phone] = [await aSeller(), '+2250704040404'];
    await tell(issued(sellerId, '4829 1357', phone, { purpose: 'invitation', firstName: 'Awa' }));
    const sent = await eventually(() => {
      const found = whatsApp.sent.find(({ to }) => to === phone);
      expect(found).toBeDefined();
      return found!;
    });
    expect(sent.template.name).toBe('fluxasync_invitation_equipe_1');
    const values = sent.template.components[0]!.parameters.map(({ text }) => text);
    const { title, text } = TEMPLATES.invitation_equipe;
    const read = write(`${title} — ${text}`, Object.fromEntries(placeholdersOf(text).map((name, i) => [name, values[i]!])));
    expect(read).toMatch(
      /^Invitation — Bonjour Awa, Kouadio Chaussures vous invite dans son équipe sur FluxAsync\. Votre code : 4829 1357\. Il est valable jusqu’au .* à \d\d:\d\d\./,
    );
    await eventually(async () => expect(await stored(phone)).toMatchObject([{ etat: 'envoyee' }]));
    expect((await stored(phone))[0]!.tout).not.toContain('4829 1357');
    expect([await list(sellerId), await world.ask(CountUnreadNotices, {}, sellerId)]).toEqual([[], { unread: 0 }]);
  });

  it('that expired before it could leave, or was sealed for something else, is not sent', async () => {
    const [sellerId, late, strange] = [await aSeller(), '+2250702020202', '+2250703030303'];
    await tell(
      issued(sellerId, '111111', late, { expiresAt: new Date(Date.now() - 1_000).toISOString() }),
      issued(sellerId, '222222', strange, { sealedCode: box.seal('222222', 'security-code|another') }),
    );
    await eventually(async () => expect(await stored(late)).toMatchObject([{ etat: 'echec', code_erreur: 'CODE_EXPIRED' }]));
    await eventually(async () =>
      expect(await stored(strange)).toMatchObject([{ etat: 'echec', code_erreur: 'CODE_UNREADABLE' }]),
    );
    expect(whatsApp.sent.filter(({ to }) => [late, strange].includes(to))).toEqual([]);
    expect((await stored(late))[0]!.tout).toContain('"code_scelle":null');
  });
});

it('an address that gets no more events is told to the seller, whatever he turned off', async () => {
  const [sellerId, endpointId] = [await aSeller(), newId()];
  const payload = {
    endpointId,
    url: 'https://boutique.example/evenements',
    reason: 'l’adresse ne répond pas',
    failingSince: '2026-11-20T14:00:00.000Z',
  };
  await tell(fact<object>(WebhookEndpointDisabledV1, payload, { sellerId, key: endpointId, version: 2 }));
  expect(await settled(sellerId)).toMatchObject([
    {
      kind: 'webhook_desactive',
      state: 'sent',
      content: expect.stringContaining(
        'https://boutique.example/evenements, qui ne répond plus depuis vendredi 20 novembre à 14:00',
      ),
    },
  ]);
});

it('a number that WhatsApp refuses is told to the seller, with the reason', async () => {
  const [sellerId, accountId] = [await aSeller(), newId()];
  const payload = {
    accountId,
    code: '190',
    reason: "L'accès à votre compte WhatsApp a expiré : reconnectez-le dans les réglages.",
  };
  await tell(fact<object>(WhatsAppAccountSuspendedV1, payload, { sellerId, key: accountId, version: 1 }));
  expect(await settled(sellerId)).toMatchObject([
    {
      kind: 'whatsapp_suspendu',
      state: 'sent',
      referenceId: accountId,
      content: expect.stringMatching(
        /compte WhatsApp a expiré : reconnectez-le dans les réglages\. Les messages de vos clients sont gardés/,
      ) as string,
    },
  ]);
});

it('a number that WhatsApp lets only answer is told to the seller, with the reason and when it is tried again', async () => {
  const [sellerId, accountId] = [await aSeller(), newId()];
  const payload = {
    accountId,
    code: '131048',
    reason: 'WhatsApp a restreint ce numéro : trop de messages signalés ou bloqués par les clients.',
    until: '2026-11-24T10:00:00.000Z',
  };
  await tell(fact<object>(WhatsAppAccountRestrictedV1, payload, { sellerId, key: accountId, version: 1 }));
  expect(await settled(sellerId)).toMatchObject([
    {
      kind: 'whatsapp_restreint',
      state: 'sent',
      referenceId: accountId,
      content: expect.stringMatching(
        /par les clients\. Vos réponses.*promotions attendent\. Prochain essai mardi 24 novembre à 10:00/,
      ) as string,
    },
  ]);
});

it('a spent budget of the AI is told to the seller, with what goes on', async () => {
  const sellerId = await aSeller();
  const payload = { day: '2026-11-23', tokens: 50_120, costFcfa: 31, dailyTokens: 50_000, dailyFcfa: 0 };
  await tell(fact<object>(AssistantBudgetReachedV1, payload, { sellerId, key: `${sellerId}|2026-11-23`, version: 1 }));
  expect(await settled(sellerId)).toMatchObject([
    {
      kind: 'budget_ia_atteint',
      state: 'sent',
      content: expect.stringMatching(
        /\(50\.000 jetons\) est atteint\. L’assistant sans IA répond à vos clients jusqu’à demain\./,
      ) as string,
    },
  ]);
});

describe('a change of an order', () => {
  const editOf = (order: ReturnType<typeof anOrder>): Fact => {
    const { confirmedAt: _when, ...rest } = order.payload as unknown as { confirmedAt: string };
    const lines = [{ productId: newId(), quantity: 2, productName: 'Nike Air Max 90', unitPrice: 45_000, lineTotal: 90_000 }];
    const payload = { ...rest, lines, total: 90_000, previousTotal: 45_000 };
    return fact<object>(OrderEditedV1, payload, { sellerId: order.sellerId, key: order.key, version: 2 });
  };

  it('is told to the customer by itself while nobody brings the order yet', async () => {
    const sellerId = await aSeller();
    const order = anOrder(sellerId);
    await tell(order, editOf(order));
    const notices = await settled(sellerId);
    expect(kindsTo(notices, 'customer')).toEqual(['commande_modifiee']);
    expect(notices.at(-1)!.content).toContain('a été mise à jour : 2x Nike Air Max 90. Total : 90.000 FCFA');
  });

  it('is one notice to the customer, the new plan, when he knows who brings it; the courier hears that his errand changed', async () => {
    const sellerId = await aSeller();
    const order = anOrder(sellerId);
    const { orderId } = order.payload;
    const plan = aDelivery(sellerId, { orderId });
    const { deliveryId } = plan.payload;
    const again = aDelivery(sellerId, { orderId, deliveryId, parcel: '2x Nike Air Max 90', amountToCollect: 92_000 }, 2);
    await tell(order, plan, editOf(order), again);
    // A plan that comes late tells nobody what is no longer so.
    await tell(aDelivery(sellerId, { orderId, deliveryId }, 1));
    const notices = await settled(sellerId);
    expect(kindsTo(notices, 'customer')).toEqual(['livraison_prevue', 'livraison_reprevue']);
    expect(kindsTo(notices, 'courier')).toEqual(['livraison_confiee', 'livraison_modifiee']);
    expect(notices.at(-1)!.content).toContain('mise à jour de votre commande');
    expect(notices.at(-1)!.content).toContain('92.000 FCFA');
  });
});

it('a delivery that goes to another courier is news to him and called off with the one who had it', async () => {
  const sellerId = await aSeller();
  const plan = aDelivery(sellerId);
  const { deliveryId } = plan.payload;
  const taken = {
    deliveryId,
    orderId: newId(),
    orderNumber: 'CMD-20261122-000001',
    fromCourierId: newId(),
    fromCourierName: 'Mamadou Diabaté',
    fromCourierPhone: '+2250711223344',
    reason: 'Mamadou est en panne',
  };
  await tell(
    plan,
    fact<object>(DeliveryReassignedV1, taken, { sellerId, key: deliveryId, version: 2 }),
    aDelivery(sellerId, { deliveryId, courierName: 'Awa Koné', courierPhone: '+2250744556677' }, 3),
    // And back to the first: his errand again, not a change of it.
    aDelivery(sellerId, { deliveryId }, 5),
    // That it once was taken from him comes late a second time: it is his.
    fact<object>(DeliveryReassignedV1, taken, { sellerId, key: deliveryId, version: 4 }),
  );
  const notices = await settled(sellerId);
  expect(kindsTo(notices, 'courier')).toEqual([
    'livraison_confiee',
    'livraison_retiree',
    'livraison_confiee',
    'livraison_confiee',
  ]);
  const to = await rows<{ to: string }>(
    `select destinataire as "to" from notifications where id_utilisateur = $1 and role_destinataire = 'livreur' order by id_notification`,
    [sellerId],
  );
  expect(to.map((row) => row.to)).toEqual(['+2250711223344', '+2250711223344', '+2250744556677', '+2250711223344']);
  expect(kindsTo(notices, 'customer')).toEqual(['livraison_prevue', 'livraison_reprevue', 'livraison_reprevue']);
});

describe('a customer who wants no messages', () => {
  it('gets none, and the seller sees why; others are told as before', async () => {
    const [sellerId, prospectId] = [await aSeller(), newId()];
    await tell(optedOut(sellerId, prospectId, 2), aDelivery(sellerId, { prospectId }));
    const notices = await settled(sellerId);
    expect(notices.map(({ recipient, state }) => [recipient, state]).sort()).toEqual([
      ['courier', 'sent'],
      ['customer', 'failed'],
    ]);
    const [toCustomer] = notices.filter(({ recipient }) => recipient === 'customer');
    expect(toCustomer!.problem).toContain('ne souhaite plus recevoir de messages');
    await world.heard(NotificationFailedV1, (e) => e.notificationId === toCustomer!.id && e.code === 'OPTED_OUT');
  });

  it('gets them again when he says so: his newest word counts, whichever comes first, also after he was merged with himself', async () => {
    const [sellerId, prospectId, mergedId] = [await aSeller(), newId(), newId()];
    await tell(
      aboutProspect(ProspectOptedInV1, sellerId, prospectId, 5),
      optedOut(sellerId, prospectId, 4),
      aDelivery(sellerId, { prospectId }),
    );
    expect((await settled(sellerId)).map(({ state }) => state)).toEqual(['sent', 'sent']);
    await tell(
      optedOut(sellerId, mergedId, 1),
      aboutProspect(ProspectMergedV1, sellerId, prospectId, 6, { mergedId }),
      aDelivery(sellerId, { prospectId: mergedId }),
    );
    expect((await settled(sellerId)).slice(2).map(({ state }) => state)).toEqual(['sent', 'failed']);
  });
});

describe('a person who asked to be forgotten', () => {
  const NAME = /Aminata|Traoré|Angré|59876|98 76/;
  const kept = async (sellerId: string) =>
    (
      await rows<{ tout: string }>('select row_to_json(n)::text as tout from notifications n where id_utilisateur = $1', [
        sellerId,
      ])
    )
      .map(({ tout }) => tout)
      .filter((text) => NAME.test(text));

  it('is in no notice any more, old or late, and what waited to leave does not', async () => {
    const [sellerId, prospectId, mergedId] = [await aSeller(), newId(), newId()];
    const order = anOrder(sellerId, { prospectId: mergedId });
    const { orderId } = order.payload;
    const unassigned = (version: number) =>
      fact<object>(
        DeliveryUnassignedV1,
        { orderId, orderNumber: 'CMD-20261122-000001', destination: 'Cocody, Angré', reason: 'Aucun livreur à Angré' },
        { sellerId, key: orderId, version },
      );
    await tell(order, unassigned(1));
    await settled(sellerId);
    // As a row from before prospects were noted with the notices; it is found by its order.
    await rows(
      `update notifications set id_prospect = null, id_commande = null where id_utilisateur = $1 and type_notification = 'livraison_sans_livreur'`,
      [sellerId],
    );
    // WhatsApp asks to leave the customer alone for a day: his notice waits.
    whatsApp.answers.push({ status: 400, code: 131049 }, { status: 400, code: 131049 });
    await tell(aDelivery(sellerId, { orderId, prospectId: mergedId }));
    await eventually(async () =>
      expect((await list(sellerId)).filter(({ problem }) => problem?.includes('prochain essai demain'))).toHaveLength(2),
    );
    expect(await kept(sellerId)).toHaveLength(4);

    await tell(aboutProspect(ProspectMergedV1, sellerId, prospectId, 8, { mergedId }), erased(sellerId, prospectId));
    expect(await kept(sellerId)).toEqual([]);
    const late = { ...order.payload, confirmedAt: undefined, reason: 'Aminata a changé d’avis', cancelledBy: 'customer' };
    const cancelled = JSON.parse(JSON.stringify(late)) as object;
    await tell(
      fact<object>(OrderCancelledV1, cancelled, { sellerId, key: orderId, version: 3 }),
      unassigned(4),
      aDelivery(sellerId, { prospectId, courierPhone: '+2250744556677' }),
    );
    expect(await kept(sellerId)).toEqual([]);
    const notices = await settled(sellerId);
    expect(kindsTo(notices, 'customer')).toEqual(['livraison_prevue']);
    const called = notices.filter(({ state }) => state === 'failed');
    expect(called.map(({ recipient }) => recipient).sort()).toEqual(['courier', 'customer']);
    expect(called[0]!.problem).toContain('effacement');
    expect(notices.find(({ kind }) => kind === 'commande_annulee')!.content).toContain('de (nom effacé)');
    expect(notices.at(-1)!.state).toBe('sent');
  });

  it('is forgotten also when he turns out to be somebody who was', async () => {
    const [sellerId, prospectId, mergedId] = [await aSeller(), newId(), newId()];
    await tell(erased(sellerId, prospectId), anOrder(sellerId, { prospectId: mergedId }));
    expect(await kept(sellerId)).toHaveLength(1);
    await tell(aboutProspect(ProspectMergedV1, sellerId, prospectId, 8, { mergedId }));
    expect(await kept(sellerId)).toEqual([]);
  });
});
