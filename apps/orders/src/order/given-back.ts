import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { Database, newId } from '#database';
import type { Shelf } from '../catalogue/shelf.js';
import { type OrderStockMove, Stock, type Units } from '../catalogue/stock.js';
import { PaymentBook } from '../payment/payment-book.js';
import type { Order } from './order.entity.js';

/** Goods that a customer gives back for others, at what one of them cost her. FCFA. */
export interface GivenBackLine extends Units {
  unitPrice: number;
}

/**
 * Goods given back in exchanges (`articles_rendus`): awaited with the exchange's delivery, back when that is made, given up when it never is. The caller holds
 * the seller's lock.
 */
@Injectable()
export class GivenBack {
  constructor(
    private readonly db: Database,
    private readonly stock: Stock,
    private readonly book: PaymentBook,
  ) {}

  async expect(exchange: Order, lines: GivenBackLine[]): Promise<void> {
    await this.db.run(
      `insert into articles_rendus (id_rendu, id_utilisateur, id_commande, id_commande_origine, id_produit, id_variante, quantite, prix_unitaire)
       select r, $1, $2, $3, p, v, q, x from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::bigint[]) t(r, p, v, q, x)`,
      [
        exchange.sellerId,
        exchange.id,
        exchange.exchangeOf,
        lines.map(() => newId()),
        lines.map(({ productId }) => productId),
        lines.map(({ variantId }) => variantId ?? null),
        lines.map(({ quantity }) => quantity),
        lines.map(({ unitPrice }) => unitPrice),
      ],
    );
  }

  /** What exchanges took, or will take, of an order's goods. */
  async takenFrom({ id, sellerId }: Order): Promise<(Units & { awaited: boolean })[]> {
    return this.db.rows(
      `select id_produit as "productId", id_variante as "variantId", sum(quantite)::int as quantity, bool_or(statut = 'attendu') as awaited
       from articles_rendus where id_commande_origine = $1 and id_utilisateur = $2 and statut <> 'abandonne' group by 1, 2`,
      [id, sellerId],
    );
  }

  /** What still is with the customer of an order that comes back. @throws DomainError EXCHANGE_UNDERWAY while an exchange is to bring some of it */
  async leftOf(order: Order): Promise<Units[]> {
    const taken = await this.takenFrom(order);
    if (taken.some(({ awaited }) => awaited)) throw new DomainError('EXCHANGE_UNDERWAY', 'conflict', { orderId: order.id });
    return less(order.lines, taken);
  }

  /** The goods of an exchange moved: what was given back for them is there with its delivery, or never comes, and then counts for nothing. */
  async follow(shelf: Shelf, exchange: Order, move: OrderStockMove): Promise<void> {
    const { id, sellerId, number } = exchange;
    if (move === 'consumed') {
      const lines = await this.settle(exchange, 'rendu');
      exchange.cameWithoutPlace(await this.stock.takeBack(shelf, sellerId, id, lines, `Rendu par l'échange ${number}`));
    }
    if (move !== 'released') return;
    await this.settle(exchange, 'abandonne');
    const credit = await this.book.creditOf(sellerId, id);
    if (!credit) return;
    await this.book.strikeOut(sellerId, credit.id, 'Échange non abouti : rien n’a été rendu');
    exchange.notReceived(credit);
  }

  private settle({ id, sellerId }: Order, status: 'rendu' | 'abandonne'): Promise<Units[]> {
    return this.db.rows<Units>(
      `update articles_rendus set statut = $3 where id_commande = $1 and id_utilisateur = $2 and statut = 'attendu'
       returning id_produit as "productId", id_variante as "variantId", quantite as quantity`,
      [id, sellerId, status],
    );
  }
}

const itemOf = ({ productId, variantId }: Units) => variantId ?? productId;

/** Units less other units of the same items; what is left of none is left out. */
function less(lines: Units[], taken: Units[]): Units[] {
  const left = new Map(taken.map((units) => [itemOf(units), units.quantity]));
  return lines.flatMap(({ productId, variantId, quantity }) => {
    const item = itemOf({ productId, variantId, quantity });
    const gone = Math.min(quantity, left.get(item) ?? 0);
    left.set(item, (left.get(item) ?? 0) - gone);
    return quantity > gone ? [{ productId, variantId, quantity: quantity - gone }] : [];
  });
}
