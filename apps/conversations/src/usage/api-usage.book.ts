import { Injectable } from '@nestjs/common';
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

interface Call {
  sellerId: string;
  operation: string;
  errors: number;
  latencyMs: number;
}

/** Counts calls to WhatsApp by seller and minute, and tells each minute that is over: a fact per call would outweigh the messages themselves. */
@Injectable()
export class ApiUsageBook {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** In the open transaction, at its end, or in one of the seller's own: the row of a busy seller's minute is held for a moment only. */
  async count(sellerId: string, operation: string, { ok, latencyMs }: { ok: boolean; latencyMs: number }): Promise<void> {
    const call = { sellerId, operation, errors: ok ? 0 : 1, latencyMs: Math.round(latencyMs) };
    await this.db.asSeller(sellerId, () => Promise.resolve(this.db.gather(this.write, [call])));
  }

  /** In one order, so that replicas that count the same sellers' calls never wait for each other in a ring. */
  private readonly write = async (calls: Call[]): Promise<void> => {
    await this.db.run(
      `insert into utilisation_en_cours as t (id_utilisateur, operation, minute, appels, erreurs, latence_ms)
       select vendeur, operation, date_trunc('minute', now()), count(*), sum(erreurs), sum(latence)
         from unnest($1::uuid[], $2::text[], $3::int[], $4::int[]) n(vendeur, operation, erreurs, latence)
        group by vendeur, operation order by vendeur, operation
       on conflict (id_utilisateur, operation, minute) do update set appels = t.appels + excluded.appels, erreurs = t.erreurs + excluded.erreurs,
         latence_ms = t.latence_ms + excluded.latence_ms`,
      [
        calls.map(({ sellerId }) => sellerId),
        calls.map(({ operation }) => operation),
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
