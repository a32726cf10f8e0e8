import {
  CountDelivered,
  CountDeliveries,
  CountInbox,
  CountOrders,
  CountProspects,
  CountUnreadNotices,
  type DeliveryStep,
  GetCustomerJourney,
  GetDeliveryStatuses,
  GetFigures,
  GetHistory,
  GetNoticesAbout,
  GetNumberRoutes,
  GetOrder,
  GetOrderDeliveries,
  GetOrderReportLines,
  GetProspects,
  GetSalesTotals,
  GetRecentFigures,
  GetSeller,
  GetWhatsAppHealth,
  ListWhatsAppAccounts,
  notFound,
} from '#contracts';
import { newId } from '#database';
import { startWorld, type World } from '#testing';
import { Neighbours } from './neighbours.js';
import { anOrder, aSeller, now } from './views.fixtures.js';

const kouadio = newId();

describe('what several services answer together', () => {
  let world: World;
  let others: Neighbours;

  beforeAll(async () => {
    world = await startWorld();
    others = await Neighbours.start(world);
    await others.answer(GetNumberRoutes, () => ({ routes: [] }));
    await others.startGateway();
  }, 60_000);
  afterAll(async () => {
    await others?.stop();
    await world?.stop();
  });

  it('puts the three reports together from their owners, in the words of the SQL', async () => {
    const [prospectId, orderId, other] = [newId(), newId(), newId()];
    const line = {
      orderId,
      prospectId,
      orderNumber: 'CMD-20261122-000001',
      productName: 'Nike Air Max 90',
      quantity: 1,
      orderStatus: 'confirmee',
    };
    await others.answer(GetSeller, () => aSeller());
    await others.answer(GetOrderReportLines, () => ({ items: [line, { ...line, orderId: other }], nextCursor: 'suite' }));
    await others.answer(GetProspects, ({ ids }) => ({
      items: ids.map((id) => ({
        id,
        fullName: 'Aminata Traoré',
        source: 'pub_facebook',
        createdAt: now,
        optedOut: false,
        version: 1,
      })),
    }));
    await others.answer(GetDeliveryStatuses, () => ({ items: [{ orderId, deliveryStatus: 'livree' }] }));
    await others.answer(GetHistory, ({ prospectId: id }) => ({
      items:
        id === prospectId
          ? [
              {
                customerName: 'Aminata Traoré',
                text: 'Je fais du 38',
                direction: 'entrant' as const,
                byAssistant: false,
                createdAt: now,
              },
            ]
          : [],
    }));
    await others.answer(CountProspects, () => ({ prospects: 3 }));
    await others.answer(GetSalesTotals, () => ({ orders: 2, total: 90_000 }));
    await others.answer(CountDelivered, () => ({ delivered: 1 }));
    const report = async (path: string) => (await others.call('GET', `/v1/reports/${path}`, { seller: kouadio })).json;
    const shown = {
      nom_vendeur: 'Kouadio Jean',
      nom_complet: 'Aminata Traoré',
      numero_commande: 'CMD-20261122-000001',
      nom_produit: 'Nike Air Max 90',
      quantite_commandee: 1,
      statut_commande: 'confirmee',
    };
    expect(await report('orders')).toEqual({ items: [{ ...shown, statut_livraison: 'livree' }, shown], nextCursor: 'suite' });
    expect(await report(`conversations/${prospectId}`)).toEqual({
      items: [
        {
          nom_complet: 'Aminata Traoré',
          contenu_message: 'Je fais du 38',
          direction_message: 'entrant',
          genere_par_ia: false,
          date_creation: now,
        },
      ],
    });
    expect(await report('dashboard')).toEqual({
      nom_vendeur: 'Kouadio Jean',
      nombre_prospects: 3,
      nombre_commandes: 2,
      chiffre_affaires: 90_000,
      livraisons_livrees: 1,
    });
  });

  it("tells an order's way from the ad to the cash, each part by who knows it", async () => {
    const at = (minute: number) => `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z`;
    const deliveryId = newId();
    const courierName = 'Mamadou Diabaté';
    const step = (from: DeliveryStep['from'], to: DeliveryStep['to'], minute: number, over: Partial<DeliveryStep> = {}) => ({
      ...{ from, to, courierName, actor: 'courier:x', at: at(minute) },
      ...over,
    });
    const order = anOrder({
      history: [
        { from: 'none', to: 'confirmed', actor: 'assistant', at: at(5) },
        { from: 'confirmed', to: 'confirmed', actor: `seller:${kouadio}`, reason: 'nouvelle adresse', at: at(6) },
        { from: 'confirmed', to: 'delivered', actor: 'system', at: at(40) },
      ],
    });
    let journeyOf: unknown;
    await others.answer(GetOrder, ({ orderId }, { sellerId }) => {
      if (sellerId !== kouadio || orderId !== order.id) throw notFound('order', orderId);
      return order;
    });
    await others.answer(GetCustomerJourney, (question) => {
      journeyOf = question;
      return { items: [{ at: at(0), what: 'ad-tapped', says: 'A touché la publicité' }] };
    });
    await others.answer(GetOrderDeliveries, ({ orderId }) => ({
      items: [
        {
          ...{ id: deliveryId, orderId, orderNumber: order.number, courierId: newId(), courierName, plannedFor: at(30) },
          ...{ pickupAddress: 'Abobo', destination: 'Cocody', fee: 2_000, amountToCollect: 47_000, status: 'completed' as const },
          ...{ reason: 'Mamadou couvre Cocody', attempts: 1, createdAt: at(7), version: 5 },
          failedAttempts: [{ number: 1, failure: 'client absent', actor: 'courier:x', at: at(20) }],
          history: [
            step('none', 'planned', 7),
            step('planned', 'attempt-failed', 20),
            step('planned', 'completed', 40, { collected: 47_000 }),
          ],
        },
      ],
    }));
    let noticesAbout: string[] = [];
    await others.answer(GetNoticesAbout, ({ referenceIds }) => {
      noticesAbout = referenceIds;
      return {
        items: [
          {
            ...{ id: newId(), kind: 'nouvelle_commande', title: 'Nouvelle commande reçue', content: 'x', createdAt: at(8) },
            ...{ recipient: 'seller' as const, channel: 'whatsapp' as const, state: 'sent' as const },
          },
        ],
      };
    });
    const timeline = await others.call('GET', `/v1/orders/${order.id}/timeline`, { seller: kouadio });
    const steps = timeline.json.items as { what: string; amount?: number; reason?: string }[];
    expect(steps.map(({ what, amount, reason }) => [what, amount, reason].filter((part) => part !== undefined))).toEqual([
      ['ad-tapped'],
      ['order-confirmed', 45_000],
      ['order-edited', 'nouvelle adresse'],
      ['delivery-planned', 2_000, 'Mamadou couvre Cocody'],
      ['notice-sent'],
      ['delivery-attempt-failed', 'client absent'],
      ['order-delivered'],
      ['delivery-completed'],
      ['cash-collected', 47_000],
    ]);
    expect(journeyOf).toEqual({ prospectId: order.prospectId, conversationId: order.conversationId, agreementId: order.id });
    expect(noticesAbout).toEqual([order.id, deliveryId]);
    const foreign = await others.call('GET', `/v1/orders/${order.id}/timeline`, { seller: newId() });
    expect([foreign.status, foreign.json.code]).toEqual([404, 'ORDER_NOT_FOUND']);
  });

  it('shows a shop at a glance', async () => {
    const sum = { messagesReceived: 1, ordersCreated: 2, revenue: 90_000, emailsProcessed: 0 };
    const figures = { today: sum, yesterday: sum, last7Days: sum, previous7Days: sum, last30Days: sum };
    const [inbox, orders] = [
      { open: 3, human: 1, unread: 2 },
      { byStatus: [], lowProducts: 1 },
    ];
    const deliveries = { byStatus: [{ status: 'planned' as const, count: 2 }], unassigned: 1 };
    const seller = aSeller();
    const stand = await others.answer(GetSeller, () => seller);
    await others.answer(GetRecentFigures, () => figures);
    await others.answer(CountInbox, () => inbox);
    await others.answer(CountOrders, () => orders);
    await others.answer(CountDeliveries, () => deliveries);
    await others.answer(CountUnreadNotices, () => ({ unread: 4 }));
    const { status, json } = await others.call('GET', '/v1/dashboard', { seller: kouadio });
    expect(status).toBe(200);
    expect(json).toMatchObject({ figures, inbox, orders, deliveries, unreadNotices: 4, seller: { shopName: seller.shopName } });
    await stand.stop();
  });

  it('writes the figures as a file that a French Excel opens', async () => {
    await others.answer(GetFigures, ({ from }) => ({
      days: [{ day: from ?? '2026-11-22', messagesReceived: 12, ordersCreated: 2, revenue: 90_000, emailsProcessed: 1 }],
    }));
    const response = await fetch(`http://127.0.0.1:${others.gateway.httpPort}/v1/figures.csv?from=2026-11-01&to=2026-11-22`, {
      headers: { authorization: `Bearer ${await others.token(kouadio)}` },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="chiffres_2026-11-01_2026-11-22.csv"');
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(
      "\ufeffJour;Messages reçus;Commandes créées;Chiffre d'affaires (FCFA);E-mails traités\r\n2026-11-01;12;2;90000;1\r\n",
    );
    const wrong = await others.call('GET', '/v1/figures.csv?from=hier', { seller: kouadio });
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  });

  it('shows how well a linked number works, his own alone, and one that nobody has used yet without', async () => {
    const account = (over: object = {}) => ({
      ...{ id: newId(), businessAccountId: 'WABA_123456', phoneNumberId: '1', phone: '+2250712345678', createdAt: now },
      ...{ status: 'connected' as const },
      ...over,
    });
    const [used, fresh, gone] = [account(), account(), account({ status: 'disconnected' })];
    await others.answer(ListWhatsAppAccounts, (_question, { sellerId }) => ({
      items: sellerId === kouadio ? [used, fresh, gone] : [],
    }));
    const health = { state: 'working' as const, waiting: 0, failed24h: 0 };
    await others.answer(GetWhatsAppHealth, ({ accountId }) => {
      if (accountId !== used.id) throw notFound('whatsapp_account', accountId);
      return health;
    });
    const of = async (id: string, seller = kouadio) => others.call('GET', `/v1/whatsapp-accounts/${id}/health`, { seller });
    expect((await of(used.id)).json).toEqual({ ...used, health });
    expect((await of(fresh.id)).json).toEqual(fresh);
    expect((await of(gone.id)).json).toEqual(gone);
    const foreign = await of(used.id, newId());
    expect([foreign.status, foreign.json.code]).toEqual([404, 'WHATSAPP_ACCOUNT_NOT_FOUND']);
  });
});
