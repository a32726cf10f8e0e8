import { DomainError, GetOrder } from '#contracts';
import { currentContext } from '#bus';
import { newId } from '#database';
import type { RunningService } from '#service';
import { startWorld, type World } from '#testing';
import { Catalogue } from '../src/catalogue/catalogue.js';
import { ConfirmOrder } from '../src/order/confirm-order.js';
import { EditOrder } from '../src/order/edit-order.js';
import { ExchangeOrder } from '../src/order/exchange-order.js';
import type { OrderMove } from '../src/order/order-status.js';
import { MoveOrders } from '../src/order/move-orders.js';
import { OrderQueries } from '../src/order/order.queries.js';
import { Payments } from '../src/payment/payments.js';
import { Refunds } from '../src/payment/refunds.js';
import { ordersService } from '../src/orders.service-definition.js';
import { listNike, rowsOf, unexplainedMoney, unexplainedStock } from './fixtures.js';

const LIVES = 4;
const STEPS = 100;

/** The same sequence for the same seed (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * sides);
  };
}

/** Whatever happens to a shop's orders, in whatever order, no unit and no franc appears or vanishes that the books do not explain. */
describe('stock and money over random lives of a shop', () => {
  let world: World;
  let service: RunningService;

  beforeAll(async () => {
    world = await startWorld();
    service = await world.start(ordersService);
  }, 60_000);
  afterAll(() => world?.stop());

  const seeds = Array.from({ length: LIVES }, () => Math.floor(Math.random() * 1_000_000));
  it.each(seeds)('are conserved (seed %d)', async (seed) => {
    const roll = dice(seed);
    const pick = <T>(list: readonly T[]) => list[roll(list.length)]!;
    const sellerId = newId();
    const nike = await listNike(world, sellerId, {
      stock: undefined,
      variants: ['38', '39'].map((size) => ({ size, stock: 5 + roll(10) })),
    });
    const puma = await listNike(world, sellerId, { name: 'Puma Suede Classic', stock: 5 + roll(10) });
    const items = [...nike.variants.map((v) => ({ productId: nike.id, variantId: v.id })), { productId: puma.id }];
    const [catalogue, confirm, moves] = [service.get(Catalogue), service.get(ConfirmOrder), service.get(MoveOrders)];
    const edits = service.get(EditOrder);
    const [exchanges, payments, refunds] = [service.get(ExchangeOrder), service.get(Payments), service.get(Refunds)];
    const price = () => (roll(4) === 0 ? { agreedPrice: 1_000 * roll(60) } : {});
    const lines = () => Array.from({ length: 1 + roll(3) }, () => ({ ...pick(items), quantity: 1 + roll(3), ...price() }));
    const customer = { prospectId: newId(), customerName: 'Aminata', customerPhone: '0598765432', deliveryAddress: 'Cocody' };
    const orders: string[] = [];
    const recorded: { orderId: string; paymentId: string }[] = [];
    const sentBack: { orderId: string; refundId: string; amount: number }[] = [];
    let refusals = 0;
    /** Money as it came in and went back, apart from the books. */
    let [cash, back] = [0, 0];
    const brought = new Set<string>();

    const steps: (() => Promise<unknown>)[] = [
      async () => {
        orders.push((await confirm.byHand(sellerId, { ...customer, lines: lines(), draft: roll(3) === 0 })).id);
      },
      async () => orders.length > 0 && (await confirm.ofDraft(sellerId, pick(orders))),
      () => catalogue.adjust(sellerId, { ...pick(items), change: roll(9) - 4, reason: 'Inventaire' }),
      async () => orders.length > 0 && (await edits.edit(sellerId, { orderId: pick(orders), lines: lines() })),
      async () => orders.length > 0 && (await moves.cancelBySeller(sellerId, pick(orders), 'Test')),
      async () => orders.length > 0 && (await moves.bySeller(sellerId, pick(orders), pick(['preparing', 'ready', 'returned']))),
      async () => {
        const words: OrderMove[] = ['preparing', 'out-for-delivery', 'delivered', 'delivered', 'delivery-failed'];
        if (orders.length === 0) return;
        const [orderId, to, amount] = [pick(orders), pick(words), 1_000 * roll(90)];
        // One delivery to an order: what its courier brought counts once, whatever amount is told later.
        const word = {
          orderId,
          sellerId,
          chain: currentContext(),
          version: roll(9),
          to,
          reason: 'Test',
          ...(to === 'delivered' ? { brought: { deliveryId: orderId, amount } } : {}),
        };
        await moves.byDeliveries([word]);
        if (!word.brought || amount === 0 || brought.has(orderId)) return;
        brought.add(orderId);
        cash += amount;
      },
      async () => {
        if (orders.length === 0) return;
        const id = (await exchanges.exchange(sellerId, { orderId: pick(orders), returned: lines(), lines: lines() })).id;
        orders.push(id);
      },
      async () => {
        if (orders.length === 0) return;
        const [orderId, amount] = [pick(orders), 1_000 * (1 + roll(50))];
        await payments.record(sellerId, { orderId, method: 'wave', amount, reference: `T${roll(12)}` });
        cash += amount;
        const [{ paymentId }] = (await service.db.rows<{ paymentId: string }>(
          'select id_paiement as "paymentId" from paiements where id_commande = $1 order by id_paiement desc limit 1',
          [orderId],
        )) as [{ paymentId: string }];
        recorded.push({ orderId, paymentId });
      },
      async () => {
        if (recorded.length === 0) return;
        const [payment] = recorded.splice(roll(recorded.length), 1);
        const [row] = await service.db.rows<{ amount: number }>(
          'select montant::int as amount from paiements where id_paiement = $1',
          [payment!.paymentId],
        );
        await payments.strikeOut(sellerId, { ...payment!, reason: 'Test' });
        cash -= row!.amount;
      },
      async () => {
        if (orders.length === 0) return;
        const [orderId, asked] = [pick(orders), 1_000 * (1 + roll(20))];
        const { toRefund = 0 } = await service.get(OrderQueries).one(sellerId, orderId);
        // All of it, or a part, or more than there is.
        const amount = roll(2) === 0 ? toRefund || asked : asked;
        await refunds.record(sellerId, { orderId, method: 'wave', amount, reference: `R${roll(30)}` });
        expect(amount).toBeLessThanOrEqual(toRefund);
        back += amount;
        const [{ refundId }] = (await service.db.rows<{ refundId: string }>(
          'select id_remboursement as "refundId" from remboursements where id_commande = $1 order by id_remboursement desc limit 1',
          [orderId],
        )) as [{ refundId: string }];
        sentBack.push({ orderId, refundId, amount });
      },
      async () => {
        if (sentBack.length === 0 || roll(2) === 0) return;
        const [{ amount, ...refund }] = sentBack.splice(roll(sentBack.length), 1) as [(typeof sentBack)[number]];
        await refunds.strikeOut(sellerId, { ...refund, reason: 'Test' });
        back -= amount;
      },
    ];
    for (let i = 0; i < STEPS; i += 1) {
      await service.db.asSeller(sellerId, pick(steps)).catch((error: unknown) => {
        // What the rules refuse must leave nothing behind; anything else is a fault.
        if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
        refusals += 1;
      });
    }

    expect(await unexplainedStock(service)).toEqual([]);
    expect(await unexplainedMoney(service)).toEqual([]);
    expect(await moneyIn(sellerId)).toBe(cash - back);
    expect(await stands(sellerId, orders)).toEqual({ paid: await paidInAll(sellerId), refunded: back });
    expect(refusals).toBeGreaterThan(0);
    expect(await stocks(sellerId)).toEqual(await stocksToBe(sellerId));
  });

  /** What the books say came in as money: goods given back are none. */
  const moneyIn = async (sellerId: string) => {
    const [books] = await rowsOf<{ money: number }>(
      service,
      `select (coalesce(sum(montant_paye), 0) - (select coalesce(sum(quantite * prix_unitaire), 0) from articles_rendus r
         where r.id_utilisateur = $1 and statut <> 'abandonne'))::int as money from commandes where id_utilisateur = $1`,
      [sellerId],
    );
    return books!.money;
  };

  /** What orders show: deposits less refunds are what the shop keeps of them and what it is still to send back, and of each order either is left to collect or to send back. */
  const stands = async (sellerId: string, orders: string[]) => {
    const shown = { paid: 0, refunded: 0 };
    for (const orderId of orders) {
      const view = await world.ask(GetOrder, { orderId }, sellerId);
      const { paid, toRefund = 0, refunded = 0, amountToCollect, total, deliveryFee = 0, status } = view;
      const kept = paid - toRefund;
      expect(Math.min(kept, toRefund, amountToCollect, paid)).toBeGreaterThanOrEqual(0);
      if (status !== 'cancelled' && status !== 'returned') expect(kept).toBe(total + deliveryFee - amountToCollect);
      expect(Math.min(toRefund, amountToCollect)).toBe(0);
      shown.paid += kept + toRefund;
      shown.refunded += refunded;
    }
    return shown;
  };

  /** Payments that stand, goods given back included, less refunds that stand. */
  const paidInAll = async (sellerId: string) => {
    const [books] = await rowsOf<{ paid: number }>(
      service,
      `select (coalesce((select sum(montant) from paiements where id_utilisateur = $1 and date_annulation is null), 0)
         - coalesce((select sum(montant) from remboursements where id_utilisateur = $1 and date_annulation is null), 0))::int as paid`,
      [sellerId],
    );
    return books!.paid;
  };

  const stocks = (sellerId: string) =>
    rowsOf(
      service,
      'select id_produit as id, quantite_stock as stock, stock_reserve as reserved from produits where id_utilisateur = $1 order by 1',
      [sellerId],
    );

  /**
   * What must be there by the orders alone: what was counted in, less what customers have (also of orders called off before they were handed over, which their
   * history says) and did not give back; reserved is what open orders hold.
   */
  const stocksToBe = (sellerId: string) =>
    rowsOf(
      service,
      `with given_back as (
         select r.id_produit, sum(quantite)::int as units from articles_rendus r join commandes o on o.id_commande = r.id_commande_origine
         where r.id_utilisateur = $1 and r.statut = 'rendu' and o.statut_commande <> 'retournee' group by 1
       )
       select p.id_produit as id,
         (select sum(variation_stock)::int from mouvements_stock m where m.id_produit = p.id_produit and nature in ('initial', 'ajustement'))
           - coalesce(sum(d.quantite_commandee) filter (where c.statut_commande = 'livree' or exists (
               select from historique_commande h where h.id_commande = c.id_commande and h.statut_avant = h.statut_apres and h.motif like '% stock diminué')), 0)::int
           + coalesce((select units from given_back g where g.id_produit = p.id_produit), 0) as stock,
         coalesce(sum(d.quantite_commandee) filter (where c.statut_commande not in ('brouillon', 'livree', 'annulee', 'retournee')), 0)::int as reserved
       from produits p left join details_commande d using (id_produit) left join commandes c using (id_commande)
       where p.id_utilisateur = $1 group by 1 order by 1`,
      [sellerId],
    );
});
