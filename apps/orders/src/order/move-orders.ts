import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { fact, type MoveOrder, type OrderCancellationAskedV1, OrderCancellationRefusedV1 } from '#contracts';
import { currentContext, Outbox } from '#bus';
import { LOGGER } from '#service';
import type { Shelf } from '../catalogue/shelf.js';
import { type OrderStockMove, Stock } from '../catalogue/stock.js';
import { Sellers } from '../sellers.js';
import { Payments } from '../payment/payments.js';
import { Agreements } from './agreements.js';
import { MergedProspects } from '../prospect/merged-prospects.js';
import { ErasedProspects } from '../prospect/erased-prospects.js';
import { GivenBack } from './given-back.js';
import type { OrderMove } from './order-status.js';
import type { Order } from './order.entity.js';
import { type OrderChange, OrderRepository } from './order.repository.js';

/** What a delivery said of itself, and what led to it. */
export interface DeliveryWord extends OrderChange {
  /** Its version when it said so. */
  version: number;
  to: OrderMove | 'cancelled';
  reason: string;
  /** What it costs, FCFA. */
  fee?: number;
  /** What its courier brought, FCFA. */
  brought?: { deliveryId: string; amount: number };
}

/** Moves orders along their table of transitions, and their goods with them. */
@Injectable()
export class MoveOrders {
  constructor(
    private readonly sellers: Sellers,
    private readonly agreements: Agreements,
    private readonly orders: OrderRepository,
    private readonly stock: Stock,
    private readonly givenBack: GivenBack,
    private readonly payments: Payments,
    private readonly merged: MergedProspects,
    private readonly erased: ErasedProspects,
    private readonly outbox: Outbox,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * The seller moves an order on; said again, it changes nothing (an assigned courier may have set `preparing` before him).
   * @throws DomainError ORDER_NOT_FOUND, ORDER_CANNOT_MOVE, EXCHANGE_UNDERWAY when it comes back while some of it is being exchanged
   */
  async bySeller(sellerId: string, orderId: string, to: MoveOrder['to']): Promise<void> {
    await this.sellers.lock(sellerId);
    if ((await this.orders.get(orderId, sellerId)).status === to) return;
    await this.change(sellerId, orderId, (order) => order.moveTo(to));
  }

  /** @throws DomainError ORDER_NOT_FOUND, ORDER_CANNOT_MOVE when the parcel has left or the order is over */
  async cancelBySeller(sellerId: string, orderId: string, reason: string): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.change(sellerId, orderId, (order) => order.cancel(reason, 'seller'));
  }

  /** What was only written down for somebody who asked to be forgotten is not sold to her any more. */
  async cancelDraftsOf(sellerId: string, prospectId: string): Promise<void> {
    for (const orderId of await this.orders.draftsOf(sellerId, prospectId))
      await this.change(sellerId, orderId, (order) => order.cancel('Données du client effacées', 'system'));
  }

  /** The customer asked to cancel. Before the order is there, the cancellation waits for it; after it has left, it is refused. */
  async cancelByCustomer(sellerId: string, { orderId, reason, ...asked }: OrderCancellationAskedV1): Promise<void> {
    await this.sellers.lock(sellerId);
    const prospectId = await this.merged.current(sellerId, asked.prospectId);
    if (!(await this.orders.has(orderId, sellerId))) return this.agreements.cancelEarly(sellerId, orderId, prospectId, reason);
    const order = await this.orders.get(orderId, sellerId);
    // Somebody else's order is nobody's business to cancel; asked twice is asked once.
    if (order.prospectId !== prospectId || order.status === 'cancelled') return;
    if (order.canMoveTo('cancelled')) return this.change(sellerId, orderId, (locked) => locked.cancel(reason, 'customer'));
    await this.refuseCancellation(order);
  }

  /**
   * Words of deliveries, in any order. An order that is over stays so; but goods handed over all the same have left the shop, and the seller finds it in the order's history. Money that
   * was brought is recorded whatever else is known by then. However many they are, they cost as many statements as one.
   * @throws DomainError ORDER_NOT_FOUND
   */
  async byDeliveries(words: readonly DeliveryWord[]): Promise<void> {
    const sellerIds = words.map(({ sellerId }) => sellerId);
    // Only these two words move goods, or money with them.
    if (words.some(({ to }) => to === 'delivered' || to === 'cancelled')) await this.sellers.lockAll(sellerIds);
    else await this.sellers.lockMoves(sellerIds);
    const orders = await this.orders.lockAll(words);
    const counted = await this.payments.brought(words);
    await this.changeAll(orders, words, async (order, word, shelf) => {
      const [{ status, deliveryVersion }, { to, version, reason, fee }] = [order, word];
      const payment = counted.get(word);
      if (payment) order.received(payment);
      if (order.followDelivery(to, version, reason, fee)) return;
      this.logger.info(
        { event: 'delivery.word-passed', orderId: order.id, status, to, version, deliveryVersion },
        'the order is past that',
      );
      if (to === 'delivered' && (status === 'cancelled' || status === 'returned'))
        await this.bookLateHandover(shelf, order, reason);
    });
  }

  private async bookLateHandover(shelf: Shelf, order: Order, reason: string): Promise<void> {
    const { id, sellerId, status, lines, exchangeOf } = order;
    const booked = await this.stock.consumeReleased(shelf, sellerId, id, lines);
    if (booked === 'booked-before') return;
    const when = status === 'cancelled' ? "après l'annulation" : 'après le retour';
    order.remark(
      `${reason} ${when} : ${exchangeOf ? 'articles rendus à recompter, ' : ''}${booked === 'booked' ? 'stock diminué' : 'stock insuffisant pour le déduire, à recompter'}`,
    );
  }

  private async change(sellerId: string, orderId: string, rule: (order: Order) => void): Promise<void> {
    const changes = [{ orderId, sellerId, chain: currentContext() }];
    await this.changeAll(await this.orders.lockAll(changes), changes, (order) => Promise.resolve(rule(order)));
  }

  private async changeAll<C extends OrderChange>(
    orders: ReadonlyMap<string, Order>,
    changes: readonly C[],
    rule: (order: Order, change: C, shelf: Shelf) => Promise<void>,
  ): Promise<void> {
    const shelf = this.stock.shelf(
      [...orders.values()].flatMap(({ sellerId, lines }) => lines.map(({ productId }) => ({ sellerId, productId }))),
    );
    const stepped = await this.orders.updateAll(orders, changes, async (order, change) => {
      const before = order.status;
      await rule(order, change, shelf);
      const move = order.stockMoveSince(before);
      if (move) await this.moveGoods(shelf, order, move);
    });
    await this.stock.book(shelf);
    await this.erased.forgetOrdersOf(stepped.filter(({ isOver }) => isOver));
  }

  private async moveGoods(shelf: Shelf, order: Order, move: Exclude<OrderStockMove, 'reserved'>): Promise<void> {
    const { id, sellerId, lines, exchangeOf } = order;
    if (move === 'returned')
      order.cameWithoutPlace(await this.stock.takeBack(shelf, sellerId, id, await this.givenBack.leftOf(order)));
    else await this.stock.settle(shelf, sellerId, id, move, lines);
    if (exchangeOf) await this.givenBack.follow(shelf, order, move);
  }

  private async refuseCancellation(order: Order): Promise<void> {
    const { id: orderId, number: orderNumber, prospectId, conversationId, status, sellerId, version } = order;
    await this.outbox.add([
      fact(
        OrderCancellationRefusedV1,
        { orderId, orderNumber, prospectId, ...(conversationId ? { conversationId } : {}), status },
        { sellerId, key: orderId, version },
      ),
    ]);
  }
}
