import { Injectable } from '@nestjs/common';
import type { Received } from '#contracts';
import { Database } from '#database';
import type { Contribution } from './contribution.js';

interface OrderRow {
  id: string;
  sellerId: string;
  order: string;
  event: 'order.confirmed' | 'order.edited' | 'order.cancelled';
  version: number;
  total: number;
  confirmedAt: Date;
}

/** Facts that make up what an order is worth. */
export const ORDER_FACTS: readonly string[] = ['order.confirmed', 'order.edited', 'order.cancelled'];

/**
 * What orders add to their days, read from the journal: an order counts on the day it was confirmed, with its total after the newest edit unless it was cancelled.
 * An edit or the cancellation may be known first, so the change is what the order is worth with the new events less what it was worth without them.
 */
@Injectable()
export class OrderBook {
  constructor(private readonly db: Database) {}

  /** The sellers must be locked, and the events in the journal. */
  async changesBy(events: Received[]): Promise<Contribution[]> {
    const touched = events.filter(({ meta }) => ORDER_FACTS.includes(meta.subject));
    if (touched.length === 0) return [];
    const fresh = new Set(touched.map(({ meta }) => meta.id));
    const rows = await this.db.rows<OrderRow>(
      `select id, id_utilisateur as "sellerId", reference as "order", evenement as event, version::float8 as version,
              (contenu->>'total')::float8 as total, (contenu->>'confirmedAt')::timestamptz as "confirmedAt"
       from journaux_systeme where reference = any($1) and id_utilisateur = any($2::uuid[]) and evenement = any($3)
       order by id`,
      [[...new Set(touched.map(({ meta }) => meta.key))], [...new Set(touched.map(({ meta }) => meta.sellerId))], ORDER_FACTS],
    );
    return [...Map.groupBy(rows, (row) => `${row.sellerId} ${row.order}`).values()].flatMap((ofOrder) => [
      ...worth(ofOrder, 1),
      ...worth(
        ofOrder.filter((row) => !fresh.has(row.id)),
        -1,
      ),
    ]);
  }
}

/** The contribution of one order as these rows tell it, or its opposite. */
function worth(rows: OrderRow[], sign: 1 | -1): Contribution[] {
  const confirmed = rows.find(({ event }) => event === 'order.confirmed');
  if (!confirmed) return [];
  const total =
    rows.filter(({ event }) => event === 'order.edited').sort((a, b) => b.version - a.version)[0]?.total ?? confirmed.total;
  const revenue = rows.some(({ event }) => event === 'order.cancelled') ? 0 : sign * total;
  return [{ sellerId: confirmed.sellerId, at: confirmed.confirmedAt, messages: 0, orders: sign, revenue, emails: 0 }];
}
