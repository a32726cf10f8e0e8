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

/** Counts calls to WhatsApp by seller and minute, and tells each minute that is over: a fact per call would outweigh the messages themselves. */
@Injectable()
export class ApiUsageBook {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  async count(sellerId: string, operation: string, { ok, latencyMs }: { ok: boolean; latencyMs: number }): Promise<void> {
    await this.db.asSeller(sellerId, () =>
      this.db.run(
        `insert into utilisation_en_cours as t (id_utilisateur, operation, minute, appels, erreurs, latence_ms) values ($1, $2, date_trunc('minute', now()), 1, $3, $4)
         on conflict (id_utilisateur, operation, minute) do update set appels = t.appels + 1, erreurs = t.erreurs + excluded.erreurs, latence_ms = t.latence_ms + excluded.latence_ms`,
        [sellerId, operation, ok ? 0 : 1, Math.round(latencyMs)],
      ),
    );
  }

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
