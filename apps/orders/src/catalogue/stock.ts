import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { inContext, Outbox } from '#bus';
import type { Product } from './product.entity.js';
import { ProductRepository, type SellersProduct } from './product.repository.js';
import { Shelf } from './shelf.js';
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

  /** Where goods are moved in memory before they are {@link book}ed. @param expected the products that will be needed, so that they are read together */
  shelf(expected: readonly SellersProduct[] = []): Shelf {
    return new Shelf((named) => this.products.ofSellers(named), expected);
  }

  /** Writes what was moved on a shelf and tells what is left of each product; for two hundred orders in as many statements as for one. */
  async book(shelf: Shelf): Promise<void> {
    const { moves, told } = shelf.take();
    if (moves.length === 0) return;
    await this.ledger.apply(moves);
    for (const { fact, chain } of told) await inContext(chain, () => this.outbox.add([fact]));
  }

  /** Reserves an order's goods, all or none. @returns false when something is short; nothing is reserved then */
  reserve(shelf: Shelf, sellerId: string, orderId: string, units: Units[]): Promise<boolean> {
    return shelf.move(sellerId, changesOf('reserved', units), { cause: 'reserved', orderId });
  }

  /** Frees, uses up or takes back what an order held. @throws DomainError STOCK_BOOK_BROKEN when the order held less than that */
  async settle(
    shelf: Shelf,
    sellerId: string,
    orderId: string,
    move: Exclude<OrderStockMove, 'reserved'>,
    units: Units[],
    reason?: string,
  ): Promise<void> {
    if (!(await shelf.move(sellerId, changesOf(move, units), { cause: move, orderId, reason })))
      throw new DomainError('STOCK_BOOK_BROKEN', 'internal', { orderId, move, units });
  }

  /**
   * Goods that had been sold come back to where they were sold from.
   * @returns those that have no place there any more, since their size left the catalogue or their product has sizes by now: somebody has to count them in
   */
  async takeBack(shelf: Shelf, sellerId: string, orderId: string, units: Units[], reason?: string): Promise<Units[]> {
    const products = await shelf.of(sellerId, units);
    const hasPlace = ({ productId, variantId }: Units) => {
      const { variants } = products.get(productId)!;
      return variantId ? variants.some(({ id }) => id === variantId) : variants.length === 0;
    };
    const placed = units.filter(hasPlace);
    if (placed.length > 0) await this.settle(shelf, sellerId, orderId, 'returned', placed, reason);
    return units.filter((one) => !hasPlace(one));
  }

  /**
   * Goods left the shop although they had been released: takes them off what is left to sell, once in an order's life.
   * @returns `not-there` when the books have too little left (sold to others meanwhile): nothing is changed then, the shop has to count
   */
  async consumeReleased(shelf: Shelf, sellerId: string, orderId: string, units: Units[]): Promise<LateConsumption> {
    if (shelf.hasConsumed(orderId) || (await this.ledger.wasConsumed(sellerId, orderId))) return 'booked-before';
    const changes = changesOf('consumed', units).map((change) => ({ ...change, reserved: 0 }));
    return (await shelf.move(sellerId, changes, { cause: 'consumed', orderId })) ? 'booked' : 'not-there';
  }

  /**
   * Applies changes, all or none, and tells what is left of each product.
   * @param known the products as they are, where the caller has just written them; they are brought up to date. Read here otherwise
   * @returns false when one does not fit
   */
  async change(sellerId: string, changes: StockChange[], occasion: StockOccasion, known?: Product[]): Promise<boolean> {
    const shelf = known ? new Shelf(() => Promise.resolve(known), []) : this.shelf();
    const moved = await shelf.move(sellerId, changes, occasion);
    await this.book(shelf);
    return moved;
  }
}

const changesOf = (move: OrderStockMove, units: Units[]): StockChange[] =>
  units.map(({ productId, variantId, quantity }) => ({
    productId,
    ...(variantId ? { variantId } : {}),
    stock: MOVES[move].stock * quantity,
    reserved: MOVES[move].reserved * quantity,
  }));
