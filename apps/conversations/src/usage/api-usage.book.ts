import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { ConversationsApiUsedV1, fact } from '#contracts';
import { Outbox, Worker } from '#bus';
import { Database } from '#database';

interface Bucket {
  id_utilisateur: string;
  operation: string;
  minute: Date;
  appels: number;
  erreurs: number;
  latence_ms: number;
}

/** Calls of one kind. */
interface Calls {
  sellerId: string;
  operation: string;
  calls: number;
  errors: number;
  latencyMs: number;
}

interface Outcome {
  ok: boolean;
  latencyMs: number;
}

/** Counts calls to WhatsApp by seller and minute, and tells each minute that is over: a fact per call would outweigh the messages themselves. */
@Injectable()
export class ApiUsageBook implements BeforeApplicationShutdown {
  /** By seller and operation. */
  private noted = new Map<string, Calls>();

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** In the open transaction, at its end, or in one of the seller's own: the row of a busy seller's minute is held for a moment only. */
  async count(sellerId: string, operation: string, outcome: Outcome): Promise<void> {
    await this.db.asSeller(sellerId, () => Promise.resolve(this.db.gather(this.write, [callOf(sellerId, operation, outcome)])));
  }

  /** Counted within a second, all of that second together, and at a graceful stop: for calls that are a courtesy, of which a crash may lose a second's. */
  note(sellerId: string, operation: string, outcome: Outcome): void {
    this.addNoted(callOf(sellerId, operation, outcome));
  }

  @Worker({ name: 'utilisation-notee', idleMs: 1_000 })
  async keepNoted(): Promise<number> {
    const noted = [...this.noted.values()];
    if (noted.length === 0) return 0;
    this.noted = new Map();
    try {
      await this.db.asWorker(() => this.write(noted));
    } catch (error) {
      noted.forEach((calls) => this.addNoted(calls));
      throw error;
    }
    // What was noted meanwhile shares the next second.
    return 0;
  }

  /** When all that may still note something has ended. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.keepNoted();
  }

  private addNoted({ sellerId, operation, calls, errors, latencyMs }: Calls): void {
    const key = `${sellerId}|${operation}`;
    const before = this.noted.get(key) ?? { calls: 0, errors: 0, latencyMs: 0 };
    this.noted.set(key, {
      ...{ sellerId, operation, calls: before.calls + calls, errors: before.errors + errors },
      latencyMs: before.latencyMs + latencyMs,
    });
  }

  /** In one order, so that replicas that count the same sellers' calls never wait for each other in a ring. */
  private readonly write = async (calls: Calls[]): Promise<void> => {
    await this.db.run(
      `insert into utilisation_en_cours as t (id_utilisateur, operation, minute, appels, erreurs, latence_ms)
       select vendeur, operation, date_trunc('minute', now()), sum(appels), sum(erreurs), sum(latence)
         from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::int[]) n(vendeur, operation, appels, erreurs, latence)
        group by vendeur, operation order by vendeur, operation
       on conflict (id_utilisateur, operation, minute) do update set appels = t.appels + excluded.appels, erreurs = t.erreurs + excluded.erreurs,
         latence_ms = t.latence_ms + excluded.latence_ms`,
      [
        calls.map(({ sellerId }) => sellerId),
        calls.map(({ operation }) => operation),
        calls.map((of) => of.calls),
        calls.map(({ errors }) => errors),
        calls.map(({ latencyMs }) => latencyMs),
      ],
    );
  };

  @Worker({ name: 'utilisation', idleMs: 15_000 })
  async tell(): Promise<number> {
    return this.db.asWorker(async () => {
      const over = await this.db.rows<Bucket>(
        `delete from utilisation_en_cours where (id_utilisateur, operation, minute) in
           (select id_utilisateur, operation, minute from utilisation_en_cours where minute < date_trunc('minute', now()) limit 200 for update skip locked)
         returning id_utilisateur, operation, minute, appels, erreurs, latence_ms::float8 as latence_ms`,
      );
      await this.outbox.add(over.map(usedFact));
      return over.length;
    });
  }
}

const callOf = (sellerId: string, operation: string, { ok, latencyMs }: Outcome): Calls => ({
  ...{ sellerId, operation, calls: 1, errors: ok ? 0 : 1 },
  latencyMs: Math.round(latencyMs),
});

const usedFact = (b: Bucket) =>
  fact(
    ConversationsApiUsedV1,
    {
      provider: 'whatsapp',
      operation: b.operation,
      calls: b.appels,
      errors: b.erreurs,
      inputTokens: 0,
      outputTokens: 0,
      latencyMs: b.latence_ms,
      costFcfa: 0,
      since: b.minute.toISOString(),
    },
    { sellerId: b.id_utilisateur, key: `${b.id_utilisateur}|${b.operation}|${b.minute.toISOString()}`, version: 1 },
  );
