import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { Database } from '#database';

/** A first answer, as it is given again. */
export interface StoredAnswer {
  status: number;
  body: unknown;
}

/** A request that wants to happen once. */
export interface OnceOnly {
  sellerId: string;
  key: string;
  /** Method, address and question: the same key with another one is a mistake of the caller's. */
  asked: { method: string; url: string; question: object };
}

interface KeyRow {
  same: boolean;
  code_http: number | null;
  reponse: unknown;
  recent: boolean;
}

/** Longer than any request takes: what is still open then was cut off by a crash. */
const OPEN_SECONDS = 30;
const KEY = /^[\x21-\x7e]{1,255}$/;

/** Remembers for 24 hours what was answered under an Idempotency-Key, so that a repeated request is answered and not done again. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly db: Database) {}

  /**
   * Takes the key for this request.
   * @returns the first answer, when there is one already; undefined when the request is to be done now, after which {@link keep} or {@link release} must follow
   * @throws DomainError IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED (another request had it), IDEMPOTENCY_IN_FLIGHT, IDEMPOTENCY_OUTCOME_UNKNOWN (a crash
   * cut the first one off; doing it again could do it twice)
   */
  async claim({ sellerId, key, asked }: OnceOnly): Promise<StoredAnswer | undefined> {
    if (!KEY.test(key)) throw new DomainError('IDEMPOTENCY_KEY_INVALID', 'invalid');
    const print = createHash('sha256')
      .update(JSON.stringify(sorted(asked)))
      .digest();
    return this.db.asSeller(sellerId, async () => {
      const taken = await this.db.rows(
        `insert into cles_idempotence as c (id_utilisateur, cle, empreinte_demande) values ($1, $2, $3)
         on conflict (id_utilisateur, cle) do update set empreinte_demande = excluded.empreinte_demande, code_http = null, reponse = null, date_creation = now()
         where c.date_creation < now() - interval '24 hours' returning cle`,
        [sellerId, key, print],
      );
      if (taken.length > 0) return undefined;
      const [first] = await this.db.rows<KeyRow>(
        `select empreinte_demande = $3 as same, code_http, reponse, date_creation > now() - make_interval(secs => ${OPEN_SECONDS}) as recent
         from cles_idempotence where id_utilisateur = $1 and cle = $2`,
        [sellerId, key, print],
      );
      if (!first?.same) throw new DomainError('IDEMPOTENCY_KEY_REUSED', 'conflict');
      if (first.code_http !== null) return { status: first.code_http, body: first.reponse };
      throw new DomainError(first.recent ? 'IDEMPOTENCY_IN_FLIGHT' : 'IDEMPOTENCY_OUTCOME_UNKNOWN', 'conflict');
    });
  }

  /** Stores the answer under the key. */
  async keep({ sellerId, key }: OnceOnly, { status, body }: StoredAnswer): Promise<void> {
    await this.db.asSeller(sellerId, () =>
      this.db.run('update cles_idempotence set code_http = $3, reponse = $4 where id_utilisateur = $1 and cle = $2', [
        sellerId,
        key,
        status,
        JSON.stringify(body),
      ]),
    );
  }

  /** Gives the key back: nothing happened, the request may be made again. */
  async release({ sellerId, key }: OnceOnly): Promise<void> {
    await this.db.asSeller(sellerId, () =>
      this.db.run('delete from cles_idempotence where id_utilisateur = $1 and cle = $2 and code_http is null', [sellerId, key]),
    );
  }
}

/** The same JSON with its keys in order: two bodies that differ only there ask the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
