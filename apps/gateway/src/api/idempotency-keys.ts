import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Attempt } from '#bus';
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
  /** Its owner keeps what he answered: cut off, it can be made again. */
  single: boolean;
}

/** What became of taking a key: an answer was given under it already, or its request is to be made now. */
export type Claim = { first: StoredAnswer } | { attempt: Attempt };

interface KeyRow {
  same: boolean;
  code_http: number | null;
  reponse: unknown;
  open: boolean;
}

/** Longer than any request takes: what is still open then was cut off by a crash. */
const OPEN_SECONDS = 30;
/** SQL: somebody is at it, as far as is known. */
const OPEN = `(not interrompue and coalesce(date_essai, date_creation) > now() - make_interval(secs => ${OPEN_SECONDS}))`;
const KEY = /^[\x21-\x7e]{1,255}$/;

/** Remembers for 24 hours what was answered under an Idempotency-Key, so that a repeated request is answered and not done again. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly db: Database) {}

  /**
   * Takes the key for this request.
   * @returns the first answer, when there is one already; else the attempt that is to be made now, after which {@link keep}, {@link release} or {@link cutOff} must follow
   * @throws DomainError IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED (another request had it), IDEMPOTENCY_IN_FLIGHT, IDEMPOTENCY_OUTCOME_UNKNOWN (the first one was cut
   * off and is more than one request of one service; doing it again could do it twice)
   */
  async claim({ sellerId, key, asked, single }: OnceOnly): Promise<Claim> {
    if (!KEY.test(key)) throw new DomainError('IDEMPOTENCY_KEY_INVALID', 'invalid');
    const print = createHash('sha256')
      .update(JSON.stringify(sorted(asked)))
      .digest();
    return this.db.asSeller(sellerId, async () => {
      const [taken] = await this.db.rows<{ id: string }>(
        `insert into cles_idempotence as c (id_utilisateur, cle, empreinte_demande) values ($1, $2, $3)
         on conflict (id_utilisateur, cle) do update set empreinte_demande = excluded.empreinte_demande, code_http = null, reponse = null, date_creation = now(),
           id_demande = excluded.id_demande, date_essai = null, interrompue = false
         where c.date_creation < now() - interval '24 hours' returning id_demande as id`,
        [sellerId, key, print],
      );
      if (taken) return { attempt: { ...taken, again: false } };
      const [first] = await this.db.rows<KeyRow>(
        `select empreinte_demande = $3 as same, code_http, reponse, ${OPEN} as open
         from cles_idempotence where id_utilisateur = $1 and cle = $2`,
        [sellerId, key, print],
      );
      if (!first?.same) throw new DomainError('IDEMPOTENCY_KEY_REUSED', 'conflict');
      if (first.code_http !== null) return { first: { status: first.code_http, body: first.reponse } };
      if (!first.open && !single) throw new DomainError('IDEMPOTENCY_OUTCOME_UNKNOWN', 'conflict');
      const again = first.open ? undefined : await this.again(sellerId, key);
      if (!again) throw new DomainError('IDEMPOTENCY_IN_FLIGHT', 'conflict');
      return { attempt: { id: again, again: true } };
    });
  }

  /** @returns the id of the request that is to be made again; undefined when somebody else is making it */
  private async again(sellerId: string, key: string): Promise<string | undefined> {
    const [taken] = await this.db.rows<{ id: string }>(
      `update cles_idempotence set date_essai = now(), interrompue = false
       where id_utilisateur = $1 and cle = $2 and code_http is null and not ${OPEN} returning id_demande as id`,
      [sellerId, key],
    );
    return taken?.id;
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

  /** The attempt ended without an answer: whoever repeats it need not wait. */
  async cutOff({ sellerId, key }: OnceOnly): Promise<void> {
    await this.db.asSeller(sellerId, () =>
      this.db.run('update cles_idempotence set interrompue = true where id_utilisateur = $1 and cle = $2 and code_http is null', [
        sellerId,
        key,
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
