import { Injectable } from '@nestjs/common';
import type { Received } from '#contracts';
import { Database } from '#database';
import type { Contribution } from './contribution.js';

interface OrderRow {
  id: string;
  sellerId: string;
  order: string;
  cancelled: boolean;
  total: number;
  confirmedAt: Date;
}

/**
 * What orders add to their days, read from the journal: an order counts on the day it was confirmed, with its total unless it was cancelled. The cancellation may
 * be known first, so the change is what the order is worth with the new events less what it was worth without them.
 */
@Injectable()
export class OrderBook {
  constructor(private readonly db: Database) {}

  /** The sellers must be locked, and the events in the journal. */
  async changesBy(events: Received[]): Promise<Contribution[]> {
    const touched = events.filter(({ meta }) => meta.subject === 'order.confirmed' || meta.subject === 'order.cancelled');
    if (touched.length === 0) return [];
    const fresh = new Set(touched.map(({ meta }) => meta.id));
    const rows = await this.db.rows<OrderRow>(
      `select id, id_utilisateur as "sellerId", reference as "order", evenement = 'order.cancelled' as cancelled,
              (contenu->>'total')::float8 as total, (contenu->>'confirmedAt')::timestamptz as "confirmedAt"
       from journaux_systeme where reference = any($1) and id_utilisateur = any($2::uuid[]) and evenement in ('order.confirmed', 'order.cancelled')
       order by id`,
      [[...new Set(touched.map(({ meta }) => meta.key))], [...new Set(touched.map(({ meta }) => meta.sellerId))]],
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
  const confirmed = rows.find((row) => !row.cancelled);
  if (!confirmed) return [];
  const revenue = rows.some((row) => row.cancelled) ? 0 : sign * confirmed.total;
  return [{ sellerId: confirmed.sellerId, at: confirmed.confirmedAt, messages: 0, orders: sign, revenue, emails: 0 }];
}
