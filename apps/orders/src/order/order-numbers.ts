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
    const [row] = await this.db.rows<{ day: string; number: number }>(
      `insert into compteurs_commande (id_utilisateur, jour, dernier)
       values ($1, (now() at time zone coalesce((select fuseau_horaire from vendeurs_copie where id_utilisateur = $1), $2))::date, 1)
       on conflict (id_utilisateur, jour) do update set dernier = compteurs_commande.dernier + 1
       returning to_char(jour, 'YYYYMMDD') as day, dernier as number`,
      [sellerId, DEFAULT_TIME_ZONE],
    );
    return `CMD-${row!.day}-${String(row!.number).padStart(6, '0')}`;
  }
}
