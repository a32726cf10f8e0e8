import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { Database } from '#database';

/** Without a try for this long, a counter begins anew. */
const WINDOW_SECONDS = 900;
/** The first block; it doubles with each further try, up to {@link LONGEST_SECONDS}. */
const FIRST_SECONDS = 60;
const LONGEST_SECONDS = 900;

/** What is counted, and how many tries come before the first block. */
export interface Counter {
  key: string;
  limit: number;
}

const fingerprint = ({ key }: Counter) => createHash('sha256').update(key).digest();

/**
 * The brake on guessing: counts tries in the database, so that all replicas share it, and makes who goes on wait longer each time. At an account a try counts
 * when it begins, or a hundred at the same moment would all be let through. At a network, whose address a carrier gives to thousands, it counts when it has
 * failed: who knows his password costs his neighbours nothing.
 */
@Injectable()
export class Throttle {
  constructor(private readonly db: Database) {}

  /**
   * Counts a try on every counter, or on none when one of them is blocked: who waits in vain must not prolong his wait.
   * @param failures counters that must not be blocked either, and count only what {@link failed} says
   * @throws DomainError SIGN_IN_THROTTLED (or `code`) with `retryAfterSeconds`
   */
  async admit(
    counters: readonly Counter[],
    { failures = [], code = 'SIGN_IN_THROTTLED' }: { failures?: readonly Counter[]; code?: string } = {},
  ): Promise<void> {
    const refuse = (retryAfterSeconds: number | undefined) => {
      if (retryAfterSeconds) throw new DomainError(code, 'rate-limited', { retryAfterSeconds });
    };
    await this.db.asWorker(async () => {
      for (const counter of failures) refuse(await this.blockedFor(counter));
      for (const counter of counters) refuse(await this.count(counter));
    });
  }

  /** Counts a try that turned out wrong; one that others' failures have blocked meanwhile stays as it is. */
  async failed(counters: readonly Counter[]): Promise<void> {
    await this.db.asWorker(async () => {
      for (const counter of counters) await this.count(counter);
    });
  }

  /** Takes an admitted try back that was no guess, with the block it brought about. In the open transaction or one of its own. */
  async takeBack(counters: readonly Counter[]): Promise<void> {
    await this.db.asWorker(async () => {
      for (const counter of counters)
        await this.db.run(
          `update freins set essais = essais - 1, bloque_jusqua = case when essais > $2 then bloque_jusqua end where cle = $1 and essais > 0`,
          [fingerprint(counter), counter.limit],
        );
    });
  }

  /** Begins anew: whoever tries now has shown that he is the owner. In the open transaction or one of its own. */
  async clear(counters: readonly Counter[]): Promise<void> {
    await this.db.asWorker(() => this.db.run('delete from freins where cle = any($1)', [counters.map(fingerprint)]));
  }

  /** @returns seconds to wait when the counter is blocked */
  private async count(counter: Counter): Promise<number | undefined> {
    const counted = await this.db.run(
      `insert into freins as f (cle, essais, dernier_essai) values ($1, 1, now())
       on conflict (cle) do update set (essais, dernier_essai, bloque_jusqua) = (
         select n, now(), case when n >= $2 then now() + make_interval(secs => least(${LONGEST_SECONDS}, ${FIRST_SECONDS} * 2 ^ least(n - $2, 10))) end
         from (select case when greatest(f.dernier_essai, f.bloque_jusqua) < now() - make_interval(secs => ${WINDOW_SECONDS}) then 1 else f.essais + 1 end as n) next)
       where f.bloque_jusqua is null or f.bloque_jusqua <= now()`,
      [fingerprint(counter), counter.limit],
    );
    return counted > 0 ? undefined : ((await this.blockedFor(counter)) ?? 1);
  }

  /** @returns seconds to wait when the counter is blocked */
  private async blockedFor(counter: Counter): Promise<number | undefined> {
    const [blocked] = await this.db.rows<{ seconds: number }>(
      'select ceil(extract(epoch from bloque_jusqua - now()))::int as seconds from freins where cle = $1 and bloque_jusqua > now()',
      [fingerprint(counter)],
    );
    return blocked?.seconds;
  }
}
