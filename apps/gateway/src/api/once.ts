import { Injectable } from '@nestjs/common';
import type { Attempt, CallContext } from '#bus';
import { DomainError } from '#contracts';
import { GatewayEnv } from '../gateway.env.js';
import { asDomainError, problemOf, statusOf } from '../http/problem.js';
import { type Claim, IdempotencyKeys, type OnceOnly, type StoredAnswer } from './idempotency-keys.js';
import type { Route } from './route.js';
import { within } from './within.js';

/** Does what carries an Idempotency-Key once, and answers its repetitions as the first, save for secrets, which are not stored. */
@Injectable()
export class Once {
  constructor(
    private readonly keys: IdempotencyKeys,
    private readonly env: GatewayEnv,
  ) {}

  /** @throws DomainError what `work` throws, and what {@link IdempotencyKeys.claim} does; DATABASE_UNAVAILABLE when the key cannot be taken soon */
  async do(
    once: OnceOnly & Pick<Route, 'shownOnce'>,
    chain: CallContext,
    work: (once?: Attempt) => Promise<StoredAnswer>,
  ): Promise<{ answer: StoredAnswer; replayed: boolean }> {
    const claim = await this.claim(once);
    if ('first' in claim) return { answer: claim.first, replayed: true };
    const { attempt } = claim;
    const answer = await work(once.single ? attempt : undefined).catch(async (error: unknown) => {
      await this.afterFailure(once, attempt, chain, error);
      throw error;
    });
    await this.settled(this.keys.keep(once, { ...answer, body: without(once.shownOnce, answer.body) }));
    return { answer, replayed: false };
  }

  /** Takes the key, or fails soon; a claim that comes through too late is undone, since nothing was done under it. */
  private async claim(once: OnceOnly): Promise<Claim> {
    let late = false;
    const claim = this.keys.claim(once).then(async (made) => {
      if (late && 'attempt' in made) await this.notMade(once, made.attempt);
      return made;
    });
    // Nobody waits any more for one that fails too late.
    claim.catch(() => undefined);
    return within(this.env.databasePatienceMs, claim).catch((error: unknown) => {
      late = true;
      throw error;
    });
  }

  /** Of what was never asked before, nothing is left. */
  private notMade(once: OnceOnly, { again }: Attempt): Promise<void> {
    return again ? this.keys.cutOff(once) : this.keys.release(once);
  }

  private async afterFailure(once: OnceOnly, attempt: Attempt, chain: CallContext, error: unknown): Promise<void> {
    if (nothingHappened(error)) await this.settled(this.notMade(once, attempt));
    else if (isUnderWay(error)) await this.settled(this.keys.cutOff(once));
    else if (isRefusal(error))
      await this.settled(this.keys.keep(once, { status: statusOf(error), body: problemOf(error, chain) }));
    // Nobody knows whether it happened. Its owner does, when he is asked again; where there is more than one, the key stays taken, so that repeating it cannot do it twice.
    else if (once.single) await this.settled(this.keys.cutOff(once));
  }

  /** Waits a moment for the key to be written; without our database it merely cannot be answered again, and the caller shall know what became of his request. */
  private async settled(writing: Promise<void>): Promise<void> {
    writing.catch(() => undefined);
    await within(this.env.databasePatienceMs, writing).catch((error: unknown) => {
      if (asDomainError(error).kind !== 'unavailable') throw error;
    });
  }
}

const without = (fields: readonly string[], body: unknown): unknown =>
  fields.length === 0 ? body : Object.fromEntries(Object.entries(body as object).filter(([name]) => !fields.includes(name)));

/** Nobody was there to be asked, or the caller was not let in. */
const nothingHappened = (error: unknown) =>
  error instanceof DomainError &&
  ((error.code === 'SERVICE_UNAVAILABLE' && error.facts.reason === 'no replica is running') ||
    ['unauthenticated', 'rate-limited'].includes(error.kind));

/** An earlier attempt, of which nobody heard, is still being made. */
const isUnderWay = (error: unknown) => error instanceof DomainError && error.code === 'IDEMPOTENCY_IN_FLIGHT';

/** The owner said no, and would again. */
const isRefusal = (error: unknown): error is DomainError =>
  error instanceof DomainError && ['invalid', 'forbidden', 'not-found', 'conflict'].includes(error.kind);
