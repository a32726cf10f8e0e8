import { DataSource } from 'typeorm';
import {
  ArchiveProduct,
  CancelOrder,
  CountOrders,
  DeliveryCompletedV1,
  EditOrder,
  fact,
  GetOrder,
  GetProduct,
  ListOrders,
  ListStockMovements,
  MoveOrder,
  ORDER_STATUSES,
  OrderCancellationAskedV1,
  OrderCancelledV1,
  OrderConfirmedV1,
  OrderEditedV1,
  ProspectErasedV1,
  ProspectMergedV1,
  SellerUpdatedV1,
  StockChangedV1,
  UpdateProduct,
} from '#contracts';
import { newId } from '#database';
import { eventually, type World } from '#testing';
import { OrdersTables1764000000000 } from '../src/migrations/orders-tables.js';
import { aDelivery, agree, anAgreement, handled, listNike, rowsOf } from './fixtures.js';
import { onStage, type Stage } from './stage.js';

const PHONE = '+2250598765432';

describe('the order board', () => {
  const early = { sellerId: newId(), orderId: newId(), productId: newId() };
  let { world, service, sellerId } = {} as Stage;
  onStage((stage) => ({ world, service, sellerId } = stage), { replicas: 2, prepare: orderOfBefore });

  /** An order as it was stored before orders could be searched. */
  async function orderOfBefore(before: World) {
    await before.migrate('orders', [OrdersTables1764000000000]);
    const admin = await new DataSource({ type: 'postgres', url: before.adminUrl }).initialize();
    await admin.query(
      `insert into orders.produits (id_produit, id_utilisateur, nom_produit, prix_unitaire, quantite_stock, texte_recherche, version, date_creation)
       values ($1, $2, 'Crème', 1000, 0, 'creme | beurre', 1, now())`,
      [early.productId, early.sellerId],
    );
    await admin.query(
      `insert into orders.mouvements_stock (id_utilisateur, id_produit, nature, variation_stock, variation_reserve, acteur)
       select $2, $1, 'initial', 0, 0, 'system' from generate_series(1, 3)`,
      [early.productId, early.sellerId],
    );
    await admin.query(
      `insert into orders.commandes (id_commande, id_prospect, id_utilisateur, numero_commande, montant_total, nom_client, telephone_client, adresse_livraison,
         telephone_livraison, statut_commande, version, date_creation)
       values ($1, $1, $2, 'CMD-20260101-000001', 0, 'Zoé Bâ', '${PHONE}', 'Cocody', '${PHONE}', 'livree', 1, now())`,
      [early.orderId, early.sellerId],
    );
    await admin.destroy();
  }

  const buy = async (productId: string, quantity = 1, over: Parameters<typeof anAgreement>[1] = {}) => {
    const agreed = anAgreement([{ productId, quantity }], over);
    await agree(world, sellerId, agreed);
    const { event } = await world.heard(OrderConfirmedV1, (e) => e.agreementId === agreed.agreementId);
    return { ...event, agreed };
  };
  const order = (orderId: string) => world.ask(GetOrder, { orderId }, sellerId);
  const stockOf = async (productId: string) => {
    const { stock, reserved } = await world.ask(GetProduct, { productId }, sellerId);
    return { stock, reserved };
  };
  const done = async (id: string) => eventually(async () => expect(await handled(service, id)).toBe(true));

  it('finds what was ordered before it could be searched', async () => {
    const { items } = await world.ask(ListOrders, { search: 'zoe ba' }, early.sellerId);
    expect(items).toMatchObject([{ id: early.orderId, customerName: 'Zoé Bâ', version: 1 }]);
    const movements = await world.ask(ListStockMovements, { productId: early.productId }, early.sellerId);
    expect(new Set(movements.items.map(({ id }) => id)).size).toBe(3);
  });

  it('finds orders by number, name and telephone, by customer and conversation, and by the seller’s day', async () => {
    const zone = 'Pacific/Kiritimati';
    const seller = {
      lastName: 'Kouadio',
      firstName: 'Jean',
      email: 'kouadio@gmail.com',
      phone: '+2250712345678',
      country: 'CI',
      sector: 'x',
      shopName: 'x',
      timeZone: zone,
    };
    await done(await world.publish(fact(SellerUpdatedV1, seller, { sellerId, key: sellerId, version: 1 })));
    const nike = await listNike(world, sellerId);
    const awa = await buy(nike.id, 1, {
      customerName: 'Awa Koné',
      customerPhone: '+2250708091011',
      deliveryPhone: '+2250501020304',
    });
    const ami = await buy(nike.id);
    const found = async (filter: object) => (await world.ask(ListOrders, filter, sellerId)).items.map(({ id }) => id);
    for (const search of [
      'awa KONE',
      'kone',
      awa.orderNumber,
      awa.orderNumber.slice(-6),
      '07 08 09 10 11',
      '00225 07080',
      '05-01-02',
    ])
      expect([search, await found({ search })]).toEqual([search, [awa.orderId]]);
    expect(await found({ search: 'CMD-' })).toEqual([ami.orderId, awa.orderId]);
    expect(await found({ search: '%' })).toHaveLength(2);
    expect(await found({ search: 'personne' })).toEqual([]);
    expect(await found({ prospectId: ami.prospectId })).toEqual([ami.orderId]);
    expect(await found({ conversationId: awa.conversationId })).toEqual([awa.orderId]);
    expect(await found({ status: 'cancelled' })).toEqual([]);
    const today = `${awa.orderNumber.slice(4, 8)}-${awa.orderNumber.slice(8, 10)}-${awa.orderNumber.slice(10, 12)}`;
    const shifted = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
    expect(await found({ from: today, to: shifted(1) })).toHaveLength(2);
    expect(await found({ from: shifted(2) })).toEqual([]);
    expect(await found({ to: shifted(-1) })).toEqual([]);
    const first = await world.ask(ListOrders, { search: 'cmd', limit: 1 }, sellerId);
    expect(await found({ search: 'cmd', limit: 1, cursor: first.nextCursor })).toEqual([awa.orderId]);
  });

  it('counts orders by how far they are, and products that run out', async () => {
    const nike = await listNike(world, sellerId, { stock: 4, lowStockAt: 3 });
    await listNike(world, sellerId, { lowStockAt: 3 });
    const { orderId } = await buy(nike.id);
    await buy(nike.id);
    await world.ask(CancelOrder, { orderId, reason: 'x' }, sellerId);
    const { byStatus, lowProducts } = await world.ask(CountOrders, {}, sellerId);
    expect(byStatus.filter(({ count }) => count > 0)).toEqual([
      { status: 'confirmed', count: 1 },
      { status: 'cancelled', count: 1 },
    ]);
    expect(byStatus).toHaveLength(ORDER_STATUSES.length);
    expect(lowProducts).toBe(1);
    expect(await world.ask(CountOrders, {}, newId())).toMatchObject({ lowProducts: 0 });
  });

  describe('editing an order', () => {
    it('prices it anew, moves its goods, and says what it was before', async () => {
      const nike = await listNike(world, sellerId);
      const puma = await listNike(world, sellerId, { name: 'Puma Suede', unitPrice: 30_000, stock: 2 });
      const { orderId } = await buy(nike.id, 3);
      await world.ask(UpdateProduct, { productId: nike.id, unitPrice: 40_000 }, sellerId);
      const lines = [
        { productId: nike.id, quantity: 1 },
        { productId: puma.id, quantity: 2 },
      ];
      const change = { orderId, lines, deliveryAddress: 'Plateau', deliveryPhone: '07 08 09 10 11', reason: 'Elle préfère' };
      const edited = await world.ask(EditOrder, { ...change, ifVersion: 1 }, sellerId);
      expect(edited).toMatchObject({
        total: 100_000,
        version: 2,
        deliveryAddress: 'Plateau',
        deliveryPhone: '+2250708091011',
        lines: [
          { unitPrice: 40_000, quantity: 1 },
          { unitPrice: 30_000, quantity: 2, productName: 'Puma Suede' },
        ],
      });
      expect(await stockOf(nike.id)).toEqual({ stock: 10, reserved: 1 });
      expect(await stockOf(puma.id)).toEqual({ stock: 2, reserved: 2 });
      const { event, meta } = await world.heard(OrderEditedV1, (e) => e.orderId === orderId);
      expect(event).toMatchObject({ previousTotal: 135_000, total: 100_000, reason: 'Elle préfère', lines: [{}, {}] });
      expect(meta.version).toBe(2);
      await world.heard(StockChangedV1, (e) => e.productId === puma.id && e.cause === 'reserved' && e.available === 0);
      await world.heard(StockChangedV1, (e) => e.productId === nike.id && e.cause === 'released' && e.available === 9);
      expect((await order(orderId)).history.at(-1)).toMatchObject({
        from: 'confirmed',
        to: 'confirmed',
        actor: `seller:${sellerId}`,
        reason: 'Modifiée : articles (135.000 FCFA → 100.000 FCFA), adresse, téléphone. Elle préfère',
      });
      expect((await world.ask(ListOrders, { search: '0708091011' }, sellerId)).items).toHaveLength(1);
      // Asked once more, nothing differs: no version, no step, no event.
      expect(await world.ask(EditOrder, change, sellerId)).toEqual(edited);
      await world.ask(CancelOrder, { orderId, reason: 'x' }, sellerId);
      await world.heard(OrderCancelledV1, (e) => e.orderId === orderId && e.total === 100_000);
      expect((await world.all(OrderEditedV1)).filter((e) => e.event.orderId === orderId)).toHaveLength(1);
      expect(await stockOf(puma.id)).toEqual({ stock: 2, reserved: 0 });
    });

    it('never takes more than is there: all of it is refused, with how many it could have', async () => {
      const nike = await listNike(world, sellerId, { stock: 5 });
      const { orderId } = await buy(nike.id, 2);
      await buy(nike.id, 2);
      const lines = [{ productId: nike.id, quantity: 4 }];
      await expect(world.ask(EditOrder, { orderId, lines, deliveryAddress: 'Plateau' }, sellerId)).rejects.toMatchObject({
        code: 'OUT_OF_STOCK',
        kind: 'conflict',
        facts: { refused: [{ asked: { quantity: 4 }, available: 3 }] },
      });
      expect(await order(orderId)).toMatchObject({ version: 1, total: 90_000, deliveryAddress: anAgreement([]).deliveryAddress });
      expect(await stockOf(nike.id)).toEqual({ stock: 5, reserved: 4 });
    });

    it('keeps what left the catalogue since, never more of it', async () => {
      const nike = await listNike(world, sellerId);
      const { orderId } = await buy(nike.id, 3);
      await world.ask(ArchiveProduct, { productId: nike.id }, sellerId);
      const edit = (quantity: number) => world.ask(EditOrder, { orderId, lines: [{ productId: nike.id, quantity }] }, sellerId);
      await expect(edit(4)).rejects.toMatchObject({ code: 'UNKNOWN_PRODUCT' });
      expect(await edit(3)).toMatchObject({ version: 1 });
      expect(await edit(2)).toMatchObject({ version: 2, total: 90_000 });
    });

    it('is for orders in the shop, at the version that was seen, and for their seller', async () => {
      const nike = await listNike(world, sellerId);
      const { orderId } = await buy(nike.id);
      const edit = (over: object, as = sellerId) => world.ask(EditOrder, { orderId, deliveryAddress: 'Plateau', ...over }, as);
      await expect(edit({ ifVersion: 7 })).rejects.toMatchObject({ code: 'VERSION_MISMATCH' });
      await expect(edit({ deliveryPhone: '12' })).rejects.toMatchObject({ kind: 'invalid' });
      await expect(edit({}, newId())).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
      await world.ask(MoveOrder, { orderId, to: 'ready' }, sellerId);
      expect(await edit({})).toMatchObject({ status: 'ready', deliveryAddress: 'Plateau' });
      await world.ask(CancelOrder, { orderId, reason: 'x' }, sellerId);
      await expect(edit({ deliveryAddress: 'Cocody' })).rejects.toMatchObject({
        code: 'ORDER_LEFT',
        kind: 'conflict',
        facts: { orderId, status: 'cancelled' },
      });
    });

    it('by many at once, among new orders and cancellations, never oversells', async () => {
      const nike = await listNike(world, sellerId, { stock: 12 });
      const orders = await Promise.all(Array.from({ length: 4 }, () => buy(nike.id)));
      const at = (i: number) => orders[i % orders.length]!.orderId;
      const edits = Array.from({ length: 40 }, (_, i) =>
        world.ask(EditOrder, { orderId: at(i), lines: [{ productId: nike.id, quantity: 1 + ((i * 7) % 9) }] }, sellerId),
      );
      const agreements = Array.from({ length: 15 }, () =>
        agree(world, sellerId, anAgreement([{ productId: nike.id, quantity: 1 }])),
      );
      const cancels = [world.ask(CancelOrder, { orderId: at(0), reason: 'x' }, sellerId)];
      const outcomes = await Promise.allSettled([...edits, ...cancels]);
      for (const id of await Promise.all(agreements)) await done(id);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected')
          expect(['OUT_OF_STOCK', 'ORDER_LEFT']).toContain((outcome.reason as { code: string }).code);
      const [held] = await rowsOf<{ units: number; wrong: number }>(
        service,
        `select sum(d.quantite_commandee)::int as units, count(*) filter (where c.montant_total <> d.prix_total_ligne)::int as wrong
         from commandes c join details_commande d using (id_commande) where c.id_utilisateur = $1 and c.statut_commande = 'confirmee'`,
        [sellerId],
      );
      expect(await stockOf(nike.id)).toEqual({ stock: 12, reserved: held!.units });
      expect(held!.units).toBeLessThanOrEqual(12);
      expect(held!.wrong).toBe(0);
    });
  });

  const merged = async (mergedId: string, prospectId: string) =>
    done(await world.publish(fact(ProspectMergedV1, { prospectId, mergedId }, { sellerId, key: prospectId, version: 1 })));
  const erased = async (prospectId: string) =>
    done(await world.publish(fact(ProspectErasedV1, { prospectId }, { sellerId, key: prospectId, version: 1 })));

  describe('prospects who are one person', () => {
    it.each([
      [
        'one after the other',
        (a: string, b: string, c: string) => [
          [a, b],
          [b, c],
        ],
      ],
      [
        'the later merger first',
        (a: string, b: string, c: string) => [
          [b, c],
          [a, b],
        ],
      ],
    ])('have their orders together, those that come later under an old id too (%s)', async (_, mergers) => {
      const nike = await listNike(world, sellerId);
      const [a, b, c] = [newId(), newId(), newId()];
      const before = await buy(nike.id, 1, { prospectId: a });
      for (const [from, into] of mergers(a, b, c)) await merged(from!, into!);
      const later = await buy(nike.id, 1, { prospectId: a });
      const latest = await buy(nike.id, 1, { prospectId: b });
      expect(later.prospectId).toBe(c);
      const { items } = await world.ask(ListOrders, { prospectId: c }, sellerId);
      expect(items.map(({ id }) => id)).toEqual([latest.orderId, later.orderId, before.orderId]);
      expect(items[2]!.version).toBeGreaterThan(1);
      // He may still ask to cancel under the id he had.
      const ask = { orderId: before.orderId, conversationId: newId(), prospectId: a, reason: 'Changé d’avis' };
      await world.publish(fact(OrderCancellationAskedV1, ask, { sellerId, key: ask.orderId, version: 1 }));
      await world.heard(OrderCancelledV1, (e) => e.orderId === before.orderId && e.cancelledBy === 'customer');
    });

    it('who were merged into each other do not chase one another', async () => {
      const [a, b] = [newId(), newId()];
      await merged(a, b);
      await merged(b, a);
      const nike = await listNike(world, sellerId);
      expect((await buy(nike.id, 1, { prospectId: a })).prospectId).toBe(b);
    });
  });

  describe('a customer who asked to be forgotten', () => {
    const traces = (orderId: string) =>
      rowsOf(
        service,
        `select c::text as row from commandes c where id_commande = $1 and c::text ~ 'Aminata|Angré|98765432'
         union all select h::text from historique_commande h where id_commande = $1 and motif is not null`,
        [orderId],
      );

    it('leaves no trace in orders that are over; number, lines and total stay', async () => {
      const nike = await listNike(world, sellerId);
      const { orderId, prospectId, orderNumber } = await buy(nike.id, 2);
      await world.ask(CancelOrder, { orderId, reason: 'Aminata ne répond plus' }, sellerId);
      expect(await traces(orderId)).not.toEqual([]);
      await erased(prospectId);
      expect(await traces(orderId)).toEqual([]);
      const kept = await order(orderId);
      expect(kept).toMatchObject({ number: orderNumber, total: 90_000, customerName: 'Client effacé', lines: [{ quantity: 2 }] });
      expect(kept.customerPhone ?? kept.deliveryPhone).toBeUndefined();
      expect((await world.ask(ListOrders, { search: 'aminata' }, sellerId)).items).toEqual([]);
      expect((await world.ask(ListOrders, { search: orderNumber }, sellerId)).items).toHaveLength(1);
    });

    it('still gets what is on its way, also when it is ordered under word of it; then it is forgotten too', async () => {
      const nike = await listNike(world, sellerId);
      const open = await buy(nike.id);
      await erased(open.prospectId);
      expect((await order(open.orderId)).customerName).toBe('Aminata Traoré');
      const late = await buy(nike.id, 1, { prospectId: open.prospectId });
      expect(late.customerPhone).toBe(PHONE);
      for (const one of [open, late]) {
        const delivery = aDelivery(one);
        const payload = { ...delivery, completedAt: new Date().toISOString(), collected: delivery.amountToCollect };
        await done(await world.publish(fact(DeliveryCompletedV1, payload, { sellerId, key: delivery.deliveryId, version: 3 })));
        expect(await order(one.orderId)).toMatchObject({ status: 'delivered', customerName: 'Client effacé' });
        expect(await traces(one.orderId)).toEqual([]);
      }
      // What comes back is booked in as ever.
      await world.ask(MoveOrder, { orderId: open.orderId, to: 'returned' }, sellerId);
      expect(await stockOf(nike.id)).toEqual({ stock: 9, reserved: 0 });
    });

    it('is forgotten under the id he was merged from as well', async () => {
      const nike = await listNike(world, sellerId);
      const { orderId, prospectId } = await buy(nike.id);
      await world.ask(CancelOrder, { orderId, reason: 'x' }, sellerId);
      const into = newId();
      await erased(into);
      await merged(prospectId, into);
      expect(await traces(orderId)).toEqual([]);
    });
  });
});
