import { Inject, Injectable } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { AtMostEvery, OnEvents } from '#bus';
import { eventSpec, ProspectMergedV1, PUBLIC_EVENTS, type Received } from '#contracts';
import { Database } from '#database';
import { NATS } from '#service';
import { Deliveries } from '../outgoing/deliveries.js';
import { type FeedEvent, feedEvent } from './feed-event.js';
import { FEED_GREW } from './feed-signals.js';
import { Interest } from './interest.js';
import { feedEvents } from './metrics.js';
import { idsOnly } from './public-facts.js';

// The counters are locked by now, so this statement sees every number that was given out. Numbers leave no gap and become visible in their order: that is what makes resuming exact.
const APPEND = `
  with nouveaux as (
    select e.*, row_number() over (partition by e.vendeur order by e.rang) as n
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::uuid[], $6::timestamptz[]) with ordinality
      as e(vendeur, id, type, contenu, prospect, survenu, rang)
    where not exists (select from flux_evenements f where f.id_utilisateur = e.vendeur and f.id_evenement = e.id)),
  compteurs as (
    update flux_compteurs c set dernier = dernier + k.n
    from (select vendeur, count(*) as n from nouveaux group by vendeur) k
    where c.id_utilisateur = k.vendeur
    returning c.id_utilisateur, c.dernier - k.n as avant)
  insert into flux_evenements (id_utilisateur, numero, id_evenement, type, contenu, id_prospect, date_evenement)
  select e.vendeur, c.avant + e.n, e.id, e.type, e.contenu, e.prospect, e.survenu
  from nouveaux e join compteurs c on c.id_utilisateur = e.vendeur
  returning id_evenement as id`;

/** Writes down what happens in the shops that listen, with a delivery for each webhook that wants it; then the streams look. */
@Injectable()
export class FeedWriter {
  constructor(
    private readonly db: Database,
    private readonly interest: Interest,
    private readonly deliveries: Deliveries,
    @Inject(NATS) private readonly nats: NatsConnection,
  ) {}

  @AtMostEvery(100)
  @OnEvents<object>(...PUBLIC_EVENTS)
  async append(batch: Received[]): Promise<void> {
    const owned = batch.filter(({ meta }) => meta.sellerId !== null);
    const sellers = await this.interest.lockListening([...new Set(owned.map(({ meta }) => meta.sellerId!))]);
    if (sellers.length === 0) return;
    const events = await this.withoutForgotten(owned.filter(({ meta }) => sellers.includes(meta.sellerId!)).map(feedEvent));
    const column = <T>(pick: (event: FeedEvent) => T) => events.map(pick);
    const added = await this.db.rows<{ id: string }>(APPEND, [
      column((e) => e.sellerId),
      column((e) => e.id),
      column((e) => e.type),
      column((e) => JSON.stringify(e.data)),
      column((e) => e.prospectId),
      column((e) => e.occurredAt),
    ]);
    const ids = new Set(added.map((row) => row.id));
    const fresh = events.filter((event) => ids.has(event.id));
    await this.follow(fresh.filter(({ type }) => type === MERGED));
    await this.deliveries.plan(fresh);
    this.db.afterCommit(() => {
      feedEvents.inc(fresh.length);
      this.tell(sellers);
    });
  }

  /** An event about somebody who was forgotten may come late. */
  private async withoutForgotten(events: FeedEvent[]): Promise<FeedEvent[]> {
    const people = [...new Set(events.flatMap(({ prospectId }) => prospectId ?? []))];
    if (people.length === 0) return events;
    const rows = await this.db.rows<{ id: string }>(
      'select id_prospect as id from prospects_effaces where id_prospect = any($1::uuid[])',
      [people],
    );
    const forgotten = new Set(rows.map((row) => row.id));
    return events.map((e) => (e.prospectId && forgotten.has(e.prospectId) ? { ...e, data: idsOnly(e.data) } : e));
  }

  /** Two prospects were one: what is kept about the other is found under this one. */
  private async follow(merges: FeedEvent[]): Promise<void> {
    for (const { sellerId, data } of merges)
      for (const table of ['flux_evenements', 'envois_webhook'])
        await this.db.run(`update ${table} set id_prospect = $3 where id_utilisateur = $1 and id_prospect = $2`, [
          sellerId,
          data.mergedId,
          data.prospectId,
        ]);
  }

  private tell(sellers: string[]): void {
    // The streams look every second anyway: a broker that is away delays them and loses nothing.
    if (!this.nats.isClosed() && !this.nats.isDraining()) this.nats.publish(FEED_GREW, JSON.stringify(sellers));
  }
}

const MERGED = eventSpec(ProspectMergedV1).subject;
