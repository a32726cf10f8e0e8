import { Outbox } from '#bus';
import { type ApiUsage, type EventClass, fact } from '#contracts';
import { Database, type Statement } from '#database';

/** Calls of one kind to WhatsApp for one seller, of a moment. */
export interface Calls {
  sellerId: string;
  operation: string;
  calls: number;
  errors: number;
  /** Of all of them together. */
  latencyMs: number;
}

interface Minute {
  id_utilisateur: string;
  operation: string;
  minute: Date;
  appels: number;
  erreurs: number;
  latence_ms: number;
}

/** In one order, so that replicas that count the same sellers' calls never wait for each other in a ring. */
const written = (calls: Calls[]): Statement => ({
  sql: `insert into utilisation_en_cours as t (id_utilisateur, operation, minute, appels, erreurs, latence_ms)
   select vendeur, operation, date_trunc('minute', now()), sum(appels), sum(erreurs), sum(latence)
     from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::int[]) n(vendeur, operation, appels, erreurs, latence)
    group by vendeur, operation order by vendeur, operation
   on conflict (id_utilisateur, operation, minute) do update set appels = t.appels + excluded.appels, erreurs = t.erreurs + excluded.erreurs,
     latence_ms = t.latence_ms + excluded.latence_ms`,
  parameters: [
    calls.map(({ sellerId }) => sellerId),
    calls.map(({ operation }) => operation),
    calls.map((of) => of.calls),
    calls.map(({ errors }) => errors),
    calls.map(({ latencyMs }) => latencyMs),
  ],
});

/** Counts a service's calls to WhatsApp by seller and minute (in its table `utilisation_en_cours`), and tells each minute that is over: a fact per call would outweigh the messages themselves. */
export class CallsByMinute {
  /** @param contract the fact by which the service tells of its calls */
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly contract: EventClass<ApiUsage>,
  ) {}

  /** In the open transaction, at its end: the row of a busy seller's minute is held for a moment only. */
  count(...calls: Calls[]): void {
    this.db.gather(written, calls);
  }

  /** Tells minutes that are over, in a transaction of its own. @returns how many */
  tell(): Promise<number> {
    return this.db.asWorker(async () => {
      const over = await this.db.rows<Minute>(
        `delete from utilisation_en_cours where (id_utilisateur, operation, minute) in
           (select id_utilisateur, operation, minute from utilisation_en_cours where minute < date_trunc('minute', now()) limit 200 for update skip locked)
         returning id_utilisateur, operation, minute, appels, erreurs, latence_ms::float8 as latence_ms`,
      );
      await this.outbox.add(over.map((minute) => this.told(minute)));
      return over.length;
    });
  }

  private told({ id_utilisateur: sellerId, operation, minute, appels, erreurs, latence_ms: latencyMs }: Minute) {
    return fact<object>(
      this.contract,
      {
        provider: 'whatsapp',
        operation,
        calls: appels,
        errors: erreurs,
        inputTokens: 0,
        outputTokens: 0,
        latencyMs,
        costFcfa: 0,
        since: minute.toISOString(),
      },
      { sellerId, key: `${sellerId}|${operation}|${minute.toISOString()}`, version: 1 },
    );
  }
}
