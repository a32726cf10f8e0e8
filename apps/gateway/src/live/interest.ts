import { Injectable } from '@nestjs/common';
import { Database } from '#database';

const DAYS = 30;

/**
 * Which sellers' events are written down: those who listened in the last 30 days or have a webhook. The counter's row holds the number of the last event, and its lock
 * puts everything about a seller's feed in one order.
 */
@Injectable()
export class Interest {
  constructor(private readonly db: Database) {}

  /**
   * The seller listens: his events are written down for another 30 days. Locks his counter.
   * @returns the number of his last event
   */
  async renew(sellerId: string): Promise<number> {
    return this.db.asSeller(sellerId, async () => {
      await this.lock(sellerId);
      // After a lapse one number is left out: whoever comes back with an older one sees that something is missing. The minute is for batches that saw the lapse and skipped the seller.
      const [row] = await this.db.rows<{ last: number }>(
        `update flux_compteurs c set interet_jusqua = now() + interval '${DAYS} days',
                dernier = dernier + case when interet_jusqua < now() + interval '1 minute'
                  and not exists (select from points_webhook p where p.id_utilisateur = c.id_utilisateur) then 1 else 0 end
         where id_utilisateur = $1 returning dernier::float8 as last`,
        [sellerId],
      );
      return row!.last;
    });
  }

  /** Takes the seller's counter for the rest of the transaction, whether or not he ever listened. */
  async lock(sellerId: string): Promise<void> {
    await this.db.run(
      `insert into flux_compteurs (id_utilisateur, interet_jusqua) values ($1, '-infinity') on conflict (id_utilisateur) do nothing`,
      [sellerId],
    );
    await this.db.rows('select from flux_compteurs where id_utilisateur = $1 for update', [sellerId]);
  }

  /**
   * Takes the counters of those sellers whose events are written down, in one order everywhere, so that batches do not wait for each other in a circle.
   * @returns the sellers; one who does not listen costs an index look-up
   */
  async lockListening(sellerIds: string[]): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `select id_utilisateur as id from flux_compteurs c
       where id_utilisateur = any($1::uuid[])
         and (interet_jusqua > now() or exists (select from points_webhook p where p.id_utilisateur = c.id_utilisateur))
       order by id_utilisateur for update of c`,
      [sellerIds],
    );
    return rows.map((row) => row.id);
  }
}
