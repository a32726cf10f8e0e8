import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { DEFAULT_TIME_ZONE } from '../sellers.js';

/**
 * Numbers orders `CMD-YYYYMMDD-NNNNNN`: counted per seller and per day of his time zone, without gap or double. The counter's row is raised in the order's own
 * transaction: another order waits for it, and a rollback gives the number back. The day is the database's clock, which all replicas share.
 */
@Injectable()
export class OrderNumbers {
  constructor(private readonly db: Database) {}

  async next(sellerId: string): Promise<string> {
    return (await this.take([sellerId]))[0]!;
  }

  /** A number for each, in their order; a seller is named once for each of his orders. */
  async take(sellerIds: readonly string[]): Promise<string[]> {
    if (sellerIds.length === 0) return [];
    const wanted = [...Map.groupBy(sellerIds, (id) => id)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const rows = await this.db.rows<{ sellerId: string; day: string; last: number }>(
      `insert into compteurs_commande (id_utilisateur, jour, dernier)
       select u, (now() at time zone coalesce(fuseau_horaire, $3))::date, n
       from unnest($1::uuid[], $2::int[]) with ordinality t(u, n, place) left join vendeurs_copie on id_utilisateur = u order by place
       on conflict (id_utilisateur, jour) do update set dernier = compteurs_commande.dernier + excluded.dernier
       returning id_utilisateur as "sellerId", to_char(jour, 'YYYYMMDD') as day, dernier as last`,
      [wanted.map(([id]) => id), wanted.map(([, orders]) => orders.length), DEFAULT_TIME_ZONE],
    );
    const left = new Map(wanted.map(([id, orders]) => [id, orders.length]));
    const counters = new Map(rows.map((row) => [row.sellerId, row]));
    return sellerIds.map((id) => {
      const { day, last } = counters.get(id)!;
      left.set(id, left.get(id)! - 1);
      return `CMD-${day}-${String(last - left.get(id)!).padStart(6, '0')}`;
    });
  }
}
