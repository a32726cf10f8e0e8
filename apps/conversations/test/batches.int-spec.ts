import { type EventMeta, MessageSentV1, OrderConfirmedV1, type Received } from '#contracts';
import { inContext } from '#bus';
import { newId } from '#database';
import { eventually, type World } from '#testing';
import type { RunningService } from '#service';
import { OrderCopy } from '../src/copies/order.copy.js';
import { TellCustomer } from '../src/orders/tell-customer.js';
import type { ClaimedSend } from '../src/outbound/claim-sends.js';
import { RecordTaken } from '../src/outbound/record-taken.js';
import type { Delivered, FakeWhatsApp } from './fake-whatsapp.js';
import { Shop } from './shop.js';
import { STAGE_MS, startStage, type Stage } from './stage.js';

interface Queued {
  id_message: string;
  id_conversation: string;
  id_prospect: string;
  correlationId: string;
}

describe('what is done by the batch', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];

  beforeAll(async () => {
    ({ world, whatsapp, service, stop } = await startStage());
  }, STAGE_MS);

  afterEach(() => {
    whatsapp.answer = () => ({ kind: 'accept' });
  });

  afterAll(() => stop?.());

  /** Nothing leaves from this shop. */
  const silent = async (shop: Shop): Promise<Shop> => {
    await shop.rows(`update comptes_copie set pause_jusqu_a = '2999-01-01' where id_utilisateur = $1 returning 1`, [
      shop.sellerId,
    ]);
    return shop;
  };

  let phones = 0;
  /** Somebody's conversation with the shop. */
  async function conversation(shop: Shop): Promise<{ conversationId: string; prospectId: string }> {
    const [conversationId, prospectId] = [newId(), newId()];
    await shop.rows(
      `with p as (insert into prospects (id_prospect, id_utilisateur, source_acquisition) values ($3, $1, 'direct') returning id_prospect)
       insert into conversations (id_conversation, id_prospect, id_utilisateur, id_compte_whatsapp, statut_conversation, adresse_whatsapp, dernier_entrant)
       select $4, id_prospect, $1, $2, 'humain', $5, now() from p returning 1`,
      [shop.sellerId, shop.accountId, prospectId, conversationId, `2250103${String(++phones).padStart(6, '0')}`],
    );
    return { conversationId, prospectId };
  }

  /** Messages to one customer each, put into the queue at once. */
  async function queue(shop: Shop, texts: string[]): Promise<Queued[]> {
    const queued: Queued[] = [];
    for (const _ of texts) {
      const { conversationId, prospectId } = await conversation(shop);
      queued.push({ id_message: newId(), id_conversation: conversationId, id_prospect: prospectId, correlationId: newId() });
    }
    await shop.rows(
      `insert into messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, date_creation, type_message, phone_number_id, statut_message,
                             contenu_envoi, prochain_essai, chaine)
       select m, c, $1, texte, 'sortant', now(), 'text', $2, 'en_attente', jsonb_build_object('type', 'text', 'body', texte), now(), jsonb_build_object('correlationId', chaine)
         from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[]) t(m, c, texte, chaine) returning 1`,
      [
        shop.sellerId,
        shop.phoneNumberId,
        queued.map((one) => one.id_message),
        queued.map((one) => one.id_conversation),
        texts,
        queued.map((one) => one.correlationId),
      ],
    );
    return queued;
  }

  const statesOf = async (shop: Shop): Promise<Record<string, string>> => {
    const rows = await shop.rows<{ text: string; state: string }>(
      `select contenu_message as text, statut_message || coalesce(' ' || code_erreur, '') as state from messages where id_utilisateur = $1`,
      [shop.sellerId],
    );
    return Object.fromEntries(rows.map(({ text, state }) => [text, state]));
  };
  const callsOf = async (shop: Shop) => {
    const [row] = await shop.rows<{ calls: number; errors: number }>(
      `select sum(appels)::int as calls, sum(erreurs)::int as errors from utilisation_en_cours where id_utilisateur = $1 and operation = 'messages.send'`,
      [shop.sellerId],
    );
    return row;
  };

  describe('answers that come at once', () => {
    it('are each recorded: one refused, one taken, one whose lease was lost meanwhile', async () => {
      const shop = await new Shop(world, service).open();
      const arrived: Delivered[] = [];
      let open: () => void = () => undefined;
      const all = new Promise<void>((resolve) => (open = resolve));
      const loseLease = (messageId: string) =>
        shop.rows(
          `update messages set statut_message = 'inconnu', bail_envoi = null, bail_envoi_fin = null, prochain_essai = now() + interval '1 hour' where id_message = $1 returning 1`,
          [messageId],
        );
      whatsapp.answer = (sent) => {
        const before = async () => {
          if (arrived.push(sent) === 3) {
            await loseLease(arrived.find(({ text }) => text === 'perdu')!.callbackData);
            open();
          }
          await all;
        };
        return sent.text === 'refusé' ? { kind: 'refuse', status: 400, code: 131026, before } : { kind: 'accept', before };
      };
      const [refused, ...taken] = await queue(shop, ['refusé', 'pris', 'perdu']);
      await eventually(async () =>
        expect(await statesOf(shop)).toEqual({ refusé: 'echec 131026', pris: 'envoye', perdu: 'envoye' }),
      );
      await eventually(async () => expect(await callsOf(shop)).toEqual({ calls: 3, errors: 1 }));
      for (const { id_message, correlationId } of taken)
        expect((await world.heard(MessageSentV1, (e) => e.messageId === id_message)).meta).toMatchObject({ correlationId });
      expect((await world.all(MessageSentV1)).filter(({ event }) => event.messageId === refused!.id_message)).toEqual([]);
    });

    it('of several shops share a commit; what a status said before is applied, and one that cannot be written keeps no other', async () => {
      const shops = await Promise.all([1, 2].map(async () => silent(await new Shop(world, service).open())));
      const [first, good, bad, read, twice] = await queue(shops[0]!, ['premier', 'bon', 'mauvais', 'lu', 'deux fois']);
      const [other] = await queue(shops[1]!, ['voisin']);
      await shops[0]!.update('status', { id: 'wamid.read', status: 'read', timestamp: String(Math.floor(Date.now() / 1_000)) });
      await eventually(async () =>
        expect(await shops[0]!.rows(`select 1 from statuts_recus where wamid = 'wamid.read'`)).toHaveLength(1),
      );
      const answers: [Shop, Queued, string][] = [
        [shops[0]!, first!, 'wamid.first'],
        [shops[0]!, good!, 'wamid.good'],
        // An id that another message of the number bears already.
        [shops[0]!, bad!, 'wamid.first'],
        [shops[0]!, read!, 'wamid.read'],
        [shops[0]!, twice!, 'wamid.once'],
        [shops[0]!, twice!, 'wamid.again'],
        [shops[1]!, other!, 'wamid.other'],
      ];
      const taken = service.get<RecordTaken>(RecordTaken);
      const outcomes = await Promise.allSettled(
        answers.map(([shop, queued, wamid]) =>
          inContext({ correlationId: queued.correlationId, actor: 'system' }, () =>
            taken.sent(asClaimed(shop, queued), wamid, 5),
          ),
        ),
      );
      expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([true, true, false, true, true, true, true]);
      expect(await statesOf(shops[0]!)).toEqual({
        ...{ premier: 'envoye', bon: 'envoye', mauvais: 'en_attente', lu: 'lu', 'deux fois': 'envoye' },
      });
      expect(await statesOf(shops[1]!)).toEqual({ voisin: 'envoye' });
      expect(await callsOf(shops[0]!)).toEqual({ calls: 5, errors: 0 });
      expect(await callsOf(shops[1]!)).toEqual({ calls: 1, errors: 0 });
      await world.heard(MessageSentV1, (e) => e.messageId === other!.id_message);
      const heard = await world.all(MessageSentV1);
      for (const one of [first!, good!, read!, twice!, other!])
        expect(heard.filter(({ event }) => event.messageId === one.id_message).map(({ meta }) => meta.correlationId)).toEqual([
          one.correlationId,
        ]);
      expect(
        await shops[0]!.rows('select wamid from messages where id_message = any($1::uuid[]) order by wamid', [
          [twice!.id_message, read!.id_message],
        ]),
      ).toEqual([{ wamid: 'wamid.once' }, { wamid: 'wamid.read' }]);
    });
  });

  describe('confirmed orders', () => {
    it('of several shops are told to each customer once, each because of its own event', async () => {
      const shops = await Promise.all([1, 2].map(async () => silent(await new Shop(world, service).open())));
      const [awa, yao] = [await conversation(shops[0]!), await conversation(shops[1]!)];
      const gone = await conversation(shops[0]!);
      await shops[0]!.rows(
        `update prospects set desinscrit_le = now(), desinscrit_par = 'customer' where id_prospect = $1 returning 1`,
        [gone.prospectId],
      );
      const batch = [
        confirmed(shops[1]!, yao, 'CMD-20261123-000001'),
        confirmed(shops[0]!, awa, 'CMD-20261123-000002'),
        confirmed(shops[0]!, awa, 'CMD-20261123-000001'),
        confirmed(shops[0]!, gone, 'CMD-20261123-000003'),
      ];
      const tell = service.get<TellCustomer>(TellCustomer);
      await service.db.asWorker(() => tell.confirmed([...batch, batch[0]!]));
      await service.db.asWorker(() => tell.confirmed(batch));
      const told = await shops[0]!.rows<{ id_conversation: string; contenu_message: string; chain: string; id_commande: string }>(
        `select id_conversation, contenu_message, chaine->>'correlationId' as chain, id_commande from messages
          where id_utilisateur = any($1::uuid[]) order by date_creation, id_message`,
        [shops.map(({ sellerId }) => sellerId)],
      );
      expect(told).toEqual(
        batch.slice(0, 3).map(({ event, meta }) => ({
          id_conversation: event.conversationId,
          contenu_message: expect.stringContaining(`${event.orderNumber} est confirmée`) as string,
          chain: meta.correlationId,
          id_commande: event.orderId,
        })),
      );
      const shown = await shops[0]!.rows<{ id: string; last: string | null; version: number }>(
        'select id_conversation as id, dernier_message as last, version from conversations where id_conversation = any($1::uuid[]) order by id_conversation',
        [[awa, gone].map(({ conversationId }) => conversationId).sort()],
      );
      expect(new Map(shown.map(({ id, last }) => [id, last]))).toEqual(
        new Map([
          [awa.conversationId, expect.stringContaining('CMD-20261123-000001')],
          [gone.conversationId, null],
        ]),
      );
      expect(await ordersOf(shops[0]!)).toHaveLength(3);
    });

    it('are not told of which were cancelled before, the others of their batch are', async () => {
      const shop = await silent(await new Shop(world, service).open());
      const [awa, yao] = [await conversation(shop), await conversation(shop)];
      const [gone, kept] = [confirmed(shop, awa, 'CMD-20261123-000001'), confirmed(shop, yao, 'CMD-20261123-000002')];
      const tell = service.get<TellCustomer>(TellCustomer);
      const cancelled = { ...gone.event, reason: 'boutique fermée', cancelledBy: 'seller' as const };
      await service.db.asWorker(() => tell.cancelled([{ event: cancelled, meta: metaOf(shop, 2) }]));
      await service.db.asWorker(() => tell.confirmed([gone, kept]));
      expect(Object.keys(await statesOf(shop)).sort()).toEqual([
        expect.stringMatching(/^Merci.*000002 est confirmée/) as string,
        expect.stringMatching(/000001 est annulée/) as string,
      ]);
      expect((await ordersOf(shop)).map(({ statut }) => statut).sort()).toEqual(['annulee', 'confirmee']);
    });

    it('keep no other from being told when the conversation of one is not known', async () => {
      const shop = await new Shop(world, service).open();
      const [awa, yao] = [await conversation(shop), await conversation(shop)];
      const stranger = { conversationId: newId(), prospectId: newId() };
      const orders = [awa, stranger, yao].map((one, i) => confirmed(shop, one, `CMD-20261123-00000${i}`).event);
      await Promise.all(orders.map((order) => shop.tell(OrderConfirmedV1, order.orderId, order)));
      await eventually(() =>
        expect(
          whatsapp.sent
            .filter((one) => one.phoneNumberId === shop.phoneNumberId)
            .map((one) => /CMD-\d+-\d+/.exec(one.text)![0])
            .sort(),
        ).toEqual([orders[0]!.orderNumber, orders[2]!.orderNumber]),
      );
    });
  });

  describe('what is known of an order', () => {
    const copy = () => service.get<OrderCopy>(OrderCopy);

    it('is the newest of what a batch tells, and of what came before', async () => {
      const shop = new Shop(world, service);
      const order = { orderId: newId(), orderNumber: 'CMD-20261123-000001', prospectId: newId() };
      const agreementId = newId();
      const keep = (...news: Parameters<OrderCopy['keep']>[0]) => service.db.asWorker(() => copy().keep(news));
      await keep(
        { order, status: 'ready', meta: metaOf(shop, 3) },
        { order: { ...order, agreementId }, status: 'preparing', meta: metaOf(shop, 2) },
      );
      await keep({ order, status: 'confirmed', meta: metaOf(shop, 1) });
      await service.db.asWorker(() => copy().keepEdited([{ order, meta: metaOf(shop, 9) }]));
      const plan = (day: string, version: number) => ({
        order,
        plannedFor: `2026-11-${day}T10:00:00Z`,
        meta: metaOf(shop, version),
      });
      await service.db.asWorker(() => copy().keepPlans([plan('25', 2), plan('24', 1)]));
      await service.db.asWorker(() => copy().keepPlans([plan('26', 1)]));
      expect(await ordersOf(shop)).toEqual([
        { statut: 'prete', version: 3, accord: agreementId, prevue: new Date('2026-11-25T10:00:00Z') },
      ]);
      await keep({ order, status: 'cancelled', meta: metaOf(shop, 4) });
      expect(await ordersOf(shop)).toMatchObject([{ statut: 'annulee', version: 4 }]);
    });

    it('is written by readers whose batches overlap without any standing in the other’s way', async () => {
      const shop = new Shop(world, service);
      const news = Array.from({ length: 150 }, (_, i) => ({
        order: { orderId: newId(), orderNumber: `CMD-20261123-${String(i).padStart(6, '0')}`, prospectId: newId() },
        plannedFor: '2026-11-25T10:00:00Z',
        status: 'preparing' as const,
      }));
      for (let version = 1; version <= 8; version += 1) {
        const batch = news.map((one) => ({ ...one, meta: metaOf(shop, version) }));
        await Promise.all([
          service.db.asWorker(() => copy().keep(batch)),
          service.db.asWorker(() => copy().keepPlans(batch.toReversed())),
          service.db.asWorker(() => copy().keep(batch.toReversed())),
        ]);
      }
      expect(new Set((await ordersOf(shop)).map(({ version }) => version))).toEqual(new Set([8]));
    });
  });

  const ordersOf = (shop: Shop) =>
    shop.rows<{ statut: string; version: number; accord: string | null; prevue: Date | null }>(
      `select statut_commande as statut, version, id_accord as accord, livraison_prevue as prevue from commandes_copie where id_utilisateur = $1`,
      [shop.sellerId],
    );
});

const metaOf = (shop: Shop, version: number): EventMeta => ({
  id: newId(),
  subject: 'order.confirmed',
  key: newId(),
  sellerId: shop.sellerId,
  version,
  actor: 'system',
  correlationId: newId(),
  occurredAt: new Date(),
});

const confirmed = (
  shop: Shop,
  { conversationId, prospectId }: { conversationId: string; prospectId: string },
  orderNumber: string,
): Received<OrderConfirmedV1> => ({
  event: {
    orderId: newId(),
    orderNumber,
    agreementId: newId(),
    conversationId,
    prospectId,
    customerName: 'Awa Koné',
    customerPhone: '+2250505987654',
    deliveryPhone: '+2250505987654',
    deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
    lines: [{ productId: newId(), productName: 'Nike Air Max 90', quantity: 1, unitPrice: 45_000, lineTotal: 45_000 }],
    total: 45_000,
    confirmedAt: new Date().toISOString(),
  },
  meta: metaOf(shop, 1),
});

/** A queued message as the worker that sent it knows it. */
const asClaimed = (shop: Shop, queued: Queued): ClaimedSend => ({
  ...queued,
  id_utilisateur: shop.sellerId,
  id_compte_whatsapp: shop.accountId,
  contenu_envoi: { type: 'text', body: '' },
  phone_number_id: shop.phoneNumberId,
  access_token: null,
  adresse_whatsapp: null,
  adresse_bsuid: null,
  envoi_refuse: null,
  fenetre_ouverte: true,
  genere_par_ia: false,
  auteur: null,
  desinscrit: false,
  promotion_refusee: false,
  sans_question: false,
  tentatives: 1,
  chaine: { correlationId: queued.correlationId },
  bail_envoi: newId(),
  wamid_cite: null,
});
