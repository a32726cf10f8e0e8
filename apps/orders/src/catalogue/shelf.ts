import { type CallContext, currentContext } from '#bus';
import { type Fact, fact, StockChangedV1, StockLowV1 } from '#contracts';
import type { Product } from './product.entity.js';
import type { SellersProduct } from './product.repository.js';
import type { StockChange, StockMove, StockOccasion } from './stock-ledger.js';

/** Something that became true, and what led to it. */
export interface ToldStock {
  fact: Fact;
  chain: CallContext;
}

/**
 * Some sellers' products as they stand in a transaction that holds these sellers' locks: goods are moved on it one order after the other, each seeing what those before it left, and
 * {@link Stock.book} writes all of it at once. Products are read when they are needed, together with those that are `expected` to be needed.
 */
export class Shelf {
  private readonly products = new Map<string, Product>();
  private readonly asked = new Set<string>();
  private moves: StockMove[] = [];
  private told: ToldStock[] = [];
  private changes = 0;

  constructor(
    private readonly read: (named: SellersProduct[]) => Promise<Iterable<Product>>,
    private readonly expected: readonly SellersProduct[],
  ) {}

  /** Those of the named products that are the seller's, by id. */
  async of(sellerId: string, lines: readonly { productId: string }[]): Promise<ReadonlyMap<string, Product>> {
    const named = lines.map(({ productId }) => ({ sellerId, productId }));
    if (named.some((one) => !this.asked.has(keyOf(one)))) {
      const missing = [...this.expected, ...named].filter((one) => !this.asked.has(keyOf(one)));
      for (const product of await this.read(missing)) this.products.set(product.id, product);
      for (const one of missing) this.asked.add(keyOf(one));
    }
    const found = named.flatMap(({ productId }) => this.products.get(productId) ?? []);
    return new Map(found.filter((product) => product.sellerId === sellerId).map((product) => [product.id, product]));
  }

  /** Applies changes, all or none: each stock keeps 0 ≤ reserved ≤ stock. @returns false when one does not fit; nothing has changed then */
  async move(sellerId: string, changes: StockChange[], occasion: StockOccasion): Promise<boolean> {
    const products = await this.of(sellerId, changes);
    const items = summed(changes);
    if (!items.every((change) => fits(change, products.get(change.productId)))) return false;
    const [chain, change] = [currentContext(), this.changes++];
    this.moves.push(...items.map((item) => ({ ...item, ...occasion, sellerId, change, actor: chain.actor })));
    for (const [productId, its] of Map.groupBy(items, (item) => item.productId)) {
      const product = products.get(productId)!;
      product.stockChanged(its);
      this.told.push(...factsOf(product, its, occasion).map((one) => ({ fact: one, chain })));
    }
    return true;
  }

  /** Whether an order's goods were used up on it and that is not booked yet. */
  hasConsumed(orderId: string): boolean {
    return this.moves.some((move) => move.orderId === orderId && move.cause === 'consumed');
  }

  /** Hands over what was moved and what is to be told of it since the last time. */
  take(): { moves: StockMove[]; told: ToldStock[] } {
    const { moves, told } = this;
    [this.moves, this.told] = [[], []];
    return { moves, told };
  }
}

const keyOf = ({ sellerId, productId }: SellersProduct) => `${sellerId}|${productId}`;

/** An item asked for in several lines is changed once. */
function summed(changes: StockChange[]): StockChange[] {
  const items = Map.groupBy(changes, ({ productId, variantId }) => variantId ?? productId);
  const sum = (its: StockChange[], of: 'stock' | 'reserved') => its.reduce((units, change) => units + change[of], 0);
  return [...items.values()].map((its) => ({ ...its[0]!, stock: sum(its, 'stock'), reserved: sum(its, 'reserved') }));
}

function fits({ variantId, stock, reserved }: StockChange, product: Product | undefined): boolean {
  const held = variantId ? product?.variants.find(({ id }) => id === variantId) : product;
  return held !== undefined && held.reserved + reserved >= 0 && held.reserved + reserved <= held.stock + stock;
}

/** For one product and its changes: `stock.changed`, and `stock.low` when this change crossed the alert level (not again while it stays below). */
function factsOf(product: Product, changes: StockChange[], { cause, orderId }: StockOccasion): Fact[] {
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
