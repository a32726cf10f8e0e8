import type { Socket } from 'node:net';
import { Client, type QueryResult } from 'pg';

/** Uses after which a statement counts as one of the service's own and is prepared. */
const OFTEN = 10;
/** Prepared at most, on each connection. */
const MOST_PREPARED = 250;
/** A plan is made for the tables as they are; one that was made while they were empty is not kept until statistics are gathered, a minute later or more. */
const PLANS_LAST_MS = 15_000;
/** Tables that had time to grow have statistics by themselves, and new ones have every plan made anew: each time they last twice as long, up to this. */
const PLANS_LAST_AT_MOST_MS = 60_000;
/** Texts watched at most; statements that are built anew each time must not pile up here. */
const MOST_WATCHED = 2_000;

interface Watched {
  uses: number;
  /** Undefined until it is prepared; null when it never is. */
  name?: string | null;
}

const watched = new Map<string, Watched>();
let prepared = 0;

/** The name under which connections keep this statement ready, once it has been seen often enough. */
function nameOf(text: string): string | undefined {
  let statement = watched.get(text);
  if (!statement) {
    if (watched.size >= MOST_WATCHED) for (const [seen, { name }] of watched) if (name === undefined) watched.delete(seen);
    watched.set(text, (statement = { uses: 0 }));
  }
  statement.uses += 1;
  if (statement.name === undefined && statement.uses > OFTEN && prepared < MOST_PREPARED) statement.name = `s${(prepared += 1)}`;
  return statement.name ?? undefined;
}

/** A migration that runs beside this process changed what the statement answers: it is not prepared any more, and the work that failed succeeds when it is done again. */
function retireOutdated(text: string, error: unknown): void {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '0A000' && message?.includes('cached plan')) watched.set(text, { uses: 0, name: null });
}

/** The most general of pg's forms, which all callers here use. */
type Query = (this: Client, text: string, values?: unknown[]) => Promise<QueryResult>;
const queryOf = Client.prototype.query as unknown as Query;

/**
 * A connection that sends what is asked of it in one turn of the event loop together, and does not wait for one answer before it sends the next question (pg's `pipeline`); and that keeps
 * ready what it is asked often: PostgreSQL reads and checks such a statement once, not at every call, and may keep its plan
 * (docs/performance.md). It plans again by itself when role, schema or statistics change.
 */
export class PreparingClient extends Client {
  private plannedAt = performance.now();
  private plansLast = PLANS_LAST_MS;

  /** Put behind what begins a transaction: `discard plans` when those of this connection are old, else nothing. */
  get forgetOldPlans(): string {
    if (performance.now() < this.plannedAt + this.plansLast) return '';
    this.plannedAt = performance.now();
    this.plansLast = Math.min(this.plansLast * 2, PLANS_LAST_AT_MOST_MS);
    return 'discard plans; ';
  }

  override query(...args: unknown[]): never {
    const [text, values] = args;
    this.sendTogether();
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || args.length > 2)
      return (queryOf as (...all: unknown[]) => unknown).apply(this, args) as never;
    const name = nameOf(text);
    if (name === undefined) return queryOf.call(this, text, values) as never;
    const result = (queryOf as unknown as (this: Client, config: object) => Promise<QueryResult>).call(this, {
      name,
      text,
      values,
    });
    return result.catch((error: unknown) => {
      retireOutdated(text, error);
      throw error;
    }) as never;
  }

  /** Whatever is asked before this turn of the event loop ends is one write to the socket. */
  private sendTogether(): void {
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}
