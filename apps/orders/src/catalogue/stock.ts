import { Injectable } from '@nestjs/common';
import { DomainError, type Fact, fact, StockChangedV1, StockLowV1 } from '#contracts';
import { Outbox } from '#bus';
import type { Product } from './product.entity.js';
import { ProductRepository } from './product.repository.js';
import { type StockChange, StockLedger, type StockOccasion } from './stock-ledger.js';

/** So many units of a product or of one of its variants. */
export interface Units {
  productId: string;
  variantId?: string | null;
  quantity: number;
}

/** What happens to an order's goods. Returned: back on the shelf after they had been sold. */
export type OrderStockMove = 'reserved' | 'released' | 'consumed' | 'returned';

/** What became of goods that were handed over after their order had been called off. */
export type LateConsumption = 'booked' | 'booked-before' | 'not-there';

const MOVES: Record<OrderStockMove, { stock: number; reserved: number }> = {
  reserved: { stock: 0, reserved: 1 },
  released: { stock: 0, reserved: -1 },
  consumed: { stock: -1, reserved: -1 },
  returned: { stock: 1, reserved: 0 },
};

/** Changes stocks and tells what is left. The caller holds the seller's lock. */
@Injectable()
export class Stock {
  constructor(
    private readonly ledger: StockLedger,
    private readonly products: ProductRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Reserves an order's goods, all or none. @param known their products, where the caller has just read them under the seller's lock. @returns false when something is short; nothing is reserved then */
  reserve(sellerId: string, orderId: string, units: Units[], known?: Product[]): Promise<boolean> {
    return this.change(sellerId, changesOf('reserved', units), { cause: 'reserved', orderId }, known);
  }

  /** Frees, uses up or takes back what an order held. @throws DomainError STOCK_BOOK_BROKEN when the order held less than that */
  async settle(
    sellerId: string,
    orderId: string,
    move: Exclude<OrderStockMove, 'reserved'>,
    units: Units[],
    reason?: string,
  ): Promise<void> {
    if (!(await this.change(sellerId, changesOf(move, units), { cause: move, orderId, reason })))
      throw new DomainError('STOCK_BOOK_BROKEN', 'internal', { orderId, move, units });
  }

  /**
   * Goods that had been sold come back to where they were sold from.
   * @returns those that have no place there any more, since their size left the catalogue or their product has sizes by now: somebody has to count them in
   */
  async takeBack(sellerId: string, orderId: string, units: Units[], reason?: string): Promise<Units[]> {
    const products = await this.products.ofLines(sellerId, units);
    const hasPlace = ({ productId, variantId }: Units) => {
      const { variants } = products.get(productId)!;
      return variantId ? variants.some(({ id }) => id === variantId) : variants.length === 0;
    };
    const placed = units.filter(hasPlace);
    if (placed.length > 0) await this.settle(sellerId, orderId, 'returned', placed, reason);
    return units.filter((one) => !hasPlace(one));
  }

  /**
   * Goods left the shop although they had been released: takes them off what is left to sell, once in an order's life.
   * @returns `not-there` when the books have too little left (sold to others meanwhile): nothing is changed then, the shelf has to be counted
   */
  async consumeReleased(sellerId: string, orderId: string, units: Units[]): Promise<LateConsumption> {
    if (await this.ledger.wasConsumed(sellerId, orderId)) return 'booked-before';
    const changes = changesOf('consumed', units).map((change) => ({ ...change, reserved: 0 }));
    return (await this.change(sellerId, changes, { cause: 'consumed', orderId })) ? 'booked' : 'not-there';
  }

  /**
   * Applies changes, all or none, and publishes what is left of each product.
   * @param known the products as they are, where the caller has just read or written them; they are brought up to date. Read here otherwise
   * @returns false when one does not fit
   */
  async change(sellerId: string, changes: StockChange[], occasion: StockOccasion, known?: Product[]): Promise<boolean> {
    if (!(await this.ledger.apply(sellerId, changes, occasion))) return false;
    const byProduct = Map.groupBy(changes, ({ productId }) => productId);
    const products = known ?? [...(await this.products.some(sellerId, [...byProduct.keys()])).values()];
    if (known) for (const product of known) product.stockChanged(byProduct.get(product.id)!);
    await this.outbox.add(products.flatMap((product) => told(product, byProduct.get(product.id)!, occasion)));
    return true;
  }
}

const changesOf = (move: OrderStockMove, units: Units[]): StockChange[] =>
  units.map(({ productId, variantId, quantity }) => ({
    productId,
    ...(variantId ? { variantId } : {}),
    stock: MOVES[move].stock * quantity,
    reserved: MOVES[move].reserved * quantity,
  }));

/** For one product and its changes: `stock.changed`, and `stock.low` when this change crossed the alert level (not again while it stays below). */
function told(product: Product, changes: StockChange[], { cause, orderId }: StockOccasion): Fact[] {
  const about = { sellerId: product.sellerId, key: product.id, version: product.version };
  const { available, lowStockAt } = product;
  const counts = ({ variantId }: StockChange) =>
    !variantId || product.variants.some(({ id, active }) => id === variantId && active);
  const before = changes.filter(counts).reduce((left, { stock, reserved }) => left - stock + reserved, available);
  return [
    fact(StockChangedV1, { ...product.facts(), cause, ...(orderId ? { orderId } : {}) }, about),
    ...(lowStockAt !== null && before > lowStockAt && available <= lowStockAt
      ? [fact(StockLowV1, { productId: product.id, name: product.name, available, threshold: lowStockAt }, about)]
      : []),
  ];
}
