import { DomainError } from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { startWorld, type World } from '#testing';
import { Catalogue } from '../src/catalogue/catalogue.js';
import { ConfirmOrder } from '../src/order/confirm-order.js';
import { EditOrder } from '../src/order/edit-order.js';
import type { OrderMove } from '../src/order/order.entity.js';
import { MoveOrders } from '../src/order/move-orders.js';
import { ordersService } from '../src/orders.service-definition.js';
import { listNike, rowsOf, unexplainedStock } from './fixtures.js';

const LIVES = 5;
const STEPS = 80;

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

/** Whatever happens to a shop's orders, in whatever order, no unit appears or vanishes that the book does not explain. */
describe('stock over random lives of a shop', () => {
  let world: World;
  let service: RunningService;

  beforeAll(async () => {
    world = await startWorld();
    service = await world.start(ordersService);
  }, 60_000);
  afterAll(() => world?.stop());

  const seeds = Array.from({ length: LIVES }, () => Math.floor(Math.random() * 1_000_000));
  it.each(seeds)('is conserved (seed %d)', async (seed) => {
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
    const lines = () => Array.from({ length: 1 + roll(3) }, () => ({ ...pick(items), quantity: 1 + roll(3) }));
    const orders: string[] = [];
    let refusals = 0;

    const steps: (() => Promise<unknown>)[] = [
      async () => {
        const customer = { prospectId: newId(), customerName: 'Aminata', customerPhone: '0598765432', deliveryAddress: 'Cocody' };
        orders.push((await confirm.byHand(sellerId, { ...customer, lines: lines() })).id);
      },
      () => catalogue.adjust(sellerId, { ...pick(items), change: roll(9) - 4, reason: 'Inventaire' }),
      async () => orders.length > 0 && (await edits.edit(sellerId, { orderId: pick(orders), lines: lines() })),
      async () => orders.length > 0 && (await moves.cancelBySeller(sellerId, pick(orders), 'Test')),
      async () => orders.length > 0 && (await moves.bySeller(sellerId, pick(orders), pick(['preparing', 'ready', 'returned']))),
      async () => {
        const words: OrderMove[] = ['preparing', 'out-for-delivery', 'delivered', 'delivery-failed'];
        if (orders.length > 0)
          await moves.byDelivery(sellerId, pick(orders), { version: roll(6), to: pick(words), reason: 'Test' });
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
    expect(refusals).toBeGreaterThan(0);
    expect(await stocks(sellerId)).toEqual(await stocksToBe(sellerId));
  });

  const stocks = (sellerId: string) =>
    rowsOf(
      service,
      'select id_produit as id, quantite_stock as stock, stock_reserve as reserved from produits where id_utilisateur = $1 order by 1',
      [sellerId],
    );

  /**
   * What must be there by the orders alone: what was counted in, less what customers have (also of orders called off before they were handed over, which their
   * history says); reserved is what open orders hold.
   */
  const stocksToBe = (sellerId: string) =>
    rowsOf(
      service,
      `select p.id_produit as id,
         (select sum(variation_stock)::int from mouvements_stock m where m.id_produit = p.id_produit and nature in ('initial', 'ajustement'))
           - coalesce(sum(d.quantite_commandee) filter (where c.statut_commande = 'livree' or exists (
               select from historique_commande h where h.id_commande = c.id_commande and h.statut_avant = h.statut_apres and h.motif like '% stock diminué')), 0)::int as stock,
         coalesce(sum(d.quantite_commandee) filter (where c.statut_commande not in ('livree', 'annulee', 'retournee')), 0)::int as reserved
       from produits p left join details_commande d using (id_produit) left join commandes c using (id_commande)
       where p.id_utilisateur = $1 group by 1 order by 1`,
      [sellerId],
    );
});
