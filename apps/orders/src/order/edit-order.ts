import { Injectable } from '@nestjs/common';
import { type AgreedLine, assertVersion, type EditOrder as EditOrderQuestion, type QuestionOf, toE164 } from '#contracts';
import { ProductRepository } from '../catalogue/product.repository.js';
import { Stock, type Units } from '../catalogue/stock.js';
import { Sellers } from '../sellers.js';
import type { OrderEdit } from './new-order.js';
import type { Order } from './order.entity.js';
import { OrderRepository } from './order.repository.js';
import { type PricedLine, shortage } from './price-lines.js';
import { Refusals } from './refusals.js';
import { repriceLines } from './reprice-lines.js';

/** Changes an order that is still in the shop: priced anew from the catalogue or by the shop's hand, its goods put by or given back with it. */
@Injectable()
export class EditOrder {
  constructor(
    private readonly sellers: Sellers,
    private readonly orders: OrderRepository,
    private readonly products: ProductRepository,
    private readonly stock: Stock,
    private readonly refusals: Refusals,
  ) {}

  /**
   * What is as asked already changes nothing and tells nobody.
   * @throws DomainError ORDER_NOT_FOUND, VERSION_MISMATCH, ORDER_LEFT, OUT_OF_STOCK, UNKNOWN_PRODUCT, VALIDATION_FAILED
   */
  async edit(sellerId: string, { orderId, ifVersion, lines: asked, ...change }: QuestionOf<EditOrderQuestion>): Promise<void> {
    const { deliveryAddress, reason } = change;
    const deliveryPhone = change.deliveryPhone === undefined ? undefined : toE164(change.deliveryPhone, 'deliveryPhone');
    await this.sellers.lock(sellerId);
    // Under the seller's lock nobody else changes it: it can be tried on this copy first.
    const copy = await this.orders.get(orderId, sellerId);
    assertVersion(copy.version, ifVersion);
    copy.assertInTheShop();
    const lines = asked && (await this.priced(copy, asked));
    await this.make(copy, { lines, deliveryAddress, deliveryPhone, reason });
  }

  /**
   * Makes a change whose lines are priced. The caller holds the seller's lock.
   * @param copy the order as it is; it is tried on it
   * @returns false when it is as asked already: nothing is changed and nobody told
   * @throws DomainError ORDER_LEFT, OUT_OF_STOCK with the lines and what could be sold instead
   */
  async make(copy: Order, edit: OrderEdit): Promise<boolean> {
    if (!copy.edit(edit)) return false;
    await this.orders.update(copy.id, copy.sellerId, async (order) => {
      // Nothing is put by for a draft.
      if (edit.lines && order.status !== 'draft') await this.moveGoods(order, edit.lines);
      order.edit(edit);
    });
    return true;
  }

  private async priced({ sellerId, lines }: Order, asked: AgreedLine[]): Promise<PricedLine[]> {
    const held = lines.map((line) => line.facts());
    const products = await this.products.ofLines(sellerId, asked);
    const priced = repriceLines(asked, held, products);
    if (!Array.isArray(priced)) throw await this.refusals.error(sellerId, priced);
    return priced;
  }

  /** @throws DomainError OUT_OF_STOCK */
  private async moveGoods({ id, sellerId, lines }: Order, wanted: PricedLine[]): Promise<void> {
    const held = lines.map((line) => line.facts());
    const differences = differencesOf(held, wanted);
    const more = differences.filter(({ quantity }) => quantity > 0);
    const less = differences.filter(({ quantity }) => quantity < 0).map((units) => ({ ...units, quantity: -units.quantity }));
    const shelf = this.stock.shelf();
    if (more.length > 0 && !(await this.stock.reserve(shelf, sellerId, id, more)))
      throw await this.refusals.error(sellerId, shortage(wanted, await shelf.of(sellerId, wanted), held));
    if (less.length > 0) await this.stock.settle(shelf, sellerId, id, 'released', less);
    await this.stock.book(shelf);
  }
}

/** How many more (or, negative, fewer) of each item `wanted` has than `held`. */
function differencesOf(held: AgreedLine[], wanted: AgreedLine[]): Units[] {
  const units = new Map<string, Units>();
  const count = (lines: AgreedLine[], sign: 1 | -1) => {
    for (const { productId, variantId, quantity } of lines) {
      const key = variantId ?? productId;
      const before = units.get(key)?.quantity ?? 0;
      units.set(key, { productId, variantId, quantity: before + sign * quantity });
    }
  };
  count(wanted, 1);
  count(held, -1);
  return [...units.values()];
}
