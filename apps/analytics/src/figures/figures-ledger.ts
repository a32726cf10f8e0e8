import { Injectable } from '@nestjs/common';
import type { Received } from '#contracts';
import { Database } from '#database';
import type { SellerZone } from '../sellers/seller-days.js';
import type { Contribution } from './contribution.js';
import { ORDER_FACTS, OrderBook } from './order-book.js';

const COUNTED = new Set(['message.received', 'email.analysed', ...ORDER_FACTS]);

/** True for the facts that change a figure. */
export const countsInFigures = ({ meta }: Received): boolean => COUNTED.has(meta.subject);

/** Adds what is new to the days of `sessions_analytiques`. The sellers must be locked: the sums are only right one after the other. */
@Injectable()
export class FiguresLedger {
  constructor(
    private readonly db: Database,
    private readonly orders: OrderBook,
  ) {}

  async add(events: Received[], zones: ReadonlyMap<string, SellerZone>): Promise<void> {
    const contributions = [...events.flatMap(counted), ...(await this.orders.changesBy(events))];
    if (contributions.length === 0) return;
    const column = <T>(pick: (one: Contribution) => T) => contributions.map(pick);
    await this.db.run(
      `insert into sessions_analytiques as s (id_utilisateur, date_session, messages_recus, commandes_creees, chiffre_affaires_genere, emails_traites, version)
       select vendeur, jour, m, c, ca, e, nextval('versions_sessions') from (
         select vendeur, (moment at time zone zone)::date as jour, sum(m)::int as m, sum(c)::int as c, sum(ca)::bigint as ca, sum(e)::int as e
         from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::int[], $5::int[], $6::bigint[], $7::int[]) t(vendeur, zone, moment, m, c, ca, e)
         group by 1, 2 order by 1, 2) jours
       on conflict (id_utilisateur, date_session) do update set
         messages_recus = s.messages_recus + excluded.messages_recus,
         commandes_creees = s.commandes_creees + excluded.commandes_creees,
         chiffre_affaires_genere = s.chiffre_affaires_genere + excluded.chiffre_affaires_genere,
         emails_traites = s.emails_traites + excluded.emails_traites,
         version = excluded.version`,
      [
        column((one) => one.sellerId),
        column((one) => zones.get(one.sellerId)!.timeZone),
        column((one) => one.at),
        column((one) => one.messages),
        column((one) => one.orders),
        column((one) => one.revenue),
        column((one) => one.emails),
      ],
    );
  }
}

/** A message counts on the day we received it, a mail on the day it was processed. */
function counted({ meta }: Received): Contribution[] {
  const none = { sellerId: meta.sellerId!, at: meta.occurredAt, messages: 0, orders: 0, revenue: 0, emails: 0 };
  if (meta.subject === 'message.received') return [{ ...none, messages: 1 }];
  if (meta.subject === 'email.analysed') return [{ ...none, emails: 1 }];
  return [];
}
