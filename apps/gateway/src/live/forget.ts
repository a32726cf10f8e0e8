import { Injectable } from '@nestjs/common';
import { Worker } from '#bus';
import { Database } from '#database';
import { Interest } from './interest.js';
import { IDS_ONLY } from './public-facts.js';

const CHUNK = 5_000;

/** What is too old, or about people who asked to be forgotten. */
@Injectable()
export class Forget {
  constructor(
    private readonly db: Database,
    private readonly interest: Interest,
  ) {}

  /** Of what is kept about a person only ids stay: the feed must not have holes. What comes late about him is cut down when it is written. */
  async person(sellerId: string, prospectId: string): Promise<void> {
    // Whoever writes down an event of this seller has the counter: he either sees that the person is forgotten, or is seen here.
    await this.interest.lock(sellerId);
    // With him those whom he turned out to be.
    await this.db.run(
      `insert into prospects_effaces (id_prospect, id_utilisateur)
       select $1::uuid, $2::uuid union
       select (contenu ->> 'mergedId')::uuid, $2 from flux_evenements where id_utilisateur = $2 and id_prospect = $1 and type = 'prospect.merged'
       on conflict (id_prospect) do nothing`,
      [prospectId, sellerId],
    );
    // An event without the person may still speak of his order: it bears his address. An endpoint may have been told of that alone; the feed knows whose order it is.
    const orders = await this.db.rows<{ id: string }>(
      ['flux_evenements', 'envois_webhook']
        .map((table) => `select contenu ->> 'orderId' as id from ${table} where id_utilisateur = $1 and id_prospect = $2`)
        .join(' union '),
      [sellerId, prospectId],
    );
    for (const table of ['flux_evenements', 'envois_webhook'])
      await this.db.run(
        `update ${table} set contenu = ${IDS_ONLY}, id_prospect = $2
         where id_utilisateur = $1 and (id_prospect = $2 or (type = 'delivery.unassigned' and contenu ->> 'orderId' = any($3)))`,
        [sellerId, prospectId, orders.map(({ id }) => id)],
      );
    await this.db.run(`update envois_webhook set derniere_reponse = null where id_utilisateur = $1 and id_prospect = $2`, [
      sellerId,
      prospectId,
    ]);
  }

  /** The feed goes back 7 days, the log of deliveries 30; people who were forgotten stay known for as long as the broker may still speak of them. */
  @Worker({ name: 'forget-old-events', idleMs: 600_000 })
  async old(): Promise<number> {
    const rules = [
      ['flux_evenements', "date_ajout < now() - interval '7 days'"],
      ['envois_webhook', "date_creation < now() - interval '30 days'"],
      ['prospects_effaces', "date_effacement < now() - interval '60 days'"],
    ];
    return this.db.asWorker(async () => {
      let gone = 0;
      for (const [table, tooOld] of rules)
        gone += await this.db.run(
          `delete from ${table} where ctid = any(array(select ctid from ${table} where ${tooOld} limit ${CHUNK}))`,
        );
      return gone;
    });
  }
}
