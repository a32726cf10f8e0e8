import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import { Worker } from '#bus';
import { Database } from '#database';
import { NATS } from '#service';

/** Subject on which a gateway tells all of them whose feed has grown: a JSON list of sellers. */
export const FEED_GREW = 'signal.gateway.feed-grew';

/** Somebody who reads a seller's feed and wants to know when there is more. */
export interface FeedReader {
  readonly sellerId: string;
  /** Number of the last event he has read. */
  readonly last: number;
  /** There may be more. */
  ring(): void;
}

/** Rings the readers of this replica when a feed has grown, whichever replica wrote it. */
@Injectable()
export class FeedSignals implements OnModuleInit, OnModuleDestroy {
  private readonly readers = new Map<string, Set<FeedReader>>();
  private subscription?: Subscription;

  constructor(
    private readonly db: Database,
    @Inject(NATS) private readonly nats: NatsConnection,
  ) {}

  onModuleInit(): void {
    this.subscription = this.nats.subscribe(FEED_GREW, {
      callback: (error, msg) => {
        if (!error) for (const sellerId of msg.json<string[]>()) this.ring(sellerId);
      },
    });
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
  }

  add(reader: FeedReader): void {
    const readers = this.readers.get(reader.sellerId) ?? new Set();
    this.readers.set(reader.sellerId, readers.add(reader));
  }

  remove(reader: FeedReader): void {
    const readers = this.readers.get(reader.sellerId);
    readers?.delete(reader);
    if (readers?.size === 0) this.readers.delete(reader.sellerId);
  }

  /** Readers of one seller in this replica. */
  count(sellerId: string): number {
    return this.readers.get(sellerId)?.size ?? 0;
  }

  /** Core NATS may lose a signal; the counters are looked at as well. */
  @Worker({ name: 'live-feeds', idleMs: 1_000 })
  async look(): Promise<number> {
    if (this.readers.size === 0) return 0;
    const rows = await this.db.asWorker(() =>
      this.db.rows<{ id: string; last: number }>(
        'select id_utilisateur as id, dernier::float8 as last from flux_compteurs where id_utilisateur = any($1::uuid[])',
        [[...this.readers.keys()]],
      ),
    );
    for (const { id, last } of rows) this.ring(id, last);
    return 0;
  }

  private ring(sellerId: string, last = Infinity): void {
    for (const reader of this.readers.get(sellerId) ?? []) if (reader.last < last) reader.ring();
  }
}
