import { AsyncLocalStorage } from 'node:async_hooks';
import type { ClientBase, QueryResult } from 'pg';
import { escapeLiteral } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { DomainError, schemaNameOf, type ServiceName } from '#contracts';
import { SELLER_SETTING, workerRole } from './names.js';
import { PreparingClient } from './preparing-client.js';

export interface DatabaseOptions {
  service: ServiceName;
  /** postgres://user:password@host:port/database of the service's login role. */
  url: string;
  // TypeORM's own type for a list of entity classes.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
  entities?: Function[];
  /** Connections at most (10). */
  poolSize?: number;
}

/**
 * SQL: this transaction's statements keep one plan each, whatever they are asked for. Left to itself PostgreSQL plans most of a service's own statements anew at every call,
 * since it guesses that fewer rows come than it would plan for otherwise; planning them takes longer than running them (docs/performance.md).
 */
const KEEP_PLANS = `, set_config('plan_cache_mode', 'force_generic_plan', true)`;

/**
 * A connection's setting: outside a transaction of ours nothing can be written. A transaction's first statement is sent before PostgreSQL has said that it began (30 s may be over for it on a
 * machine that stood still): had it not, the statement must fail and not be committed by itself.
 */
const READ_ONLY_OUTSIDE = '-c default_transaction_read_only=on';

type Value = string | number | boolean | Date | null;

/** A statement that travels with the commit. */
export interface Statement {
  sql: string;
  /** Plain ones: that they can be sent is certain beforehand, so the commit may follow on their heels. */
  parameters: readonly (Value | readonly Value[])[];
  /** Hears, once it is committed, what the statement returned. */
  told?: (rows: never[]) => void;
}

const WORKER = Symbol('worker');
type Scope = string | typeof WORKER;

interface Transaction {
  runner: QueryRunner;
  client: ClientBase;
  scope: Scope;
  /** What waits to be written, by what makes a statement of it. */
  gathered: Map<(items: never[]) => Statement, unknown[]>;
  afterCommit: (() => void)[];
}

/**
 * The service's database and its unit of work. A transaction belongs to one seller ({@link asSeller}) or to the service itself ({@link asWorker});
 * inside it {@link tx}, {@link rows} and {@link run} work on that transaction, found by the call chain (AsyncLocalStorage), so that no
 * method has to pass a manager on. Outside a transaction they throw: with row-level security such a query would see nothing and look like an empty table.
 */
export class Database {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly keepsPlans = new AsyncLocalStorage<true>();

  private constructor(
    readonly dataSource: DataSource,
    readonly service: ServiceName,
  ) {}

  /** Connects and checks the server. @throws when it is older than 15, or when commits are not synchronous: an acknowledged commit could be lost */
  static async connect({ service, url, entities = [], poolSize = 10 }: DatabaseOptions): Promise<Database> {
    const schema = schemaNameOf(service);
    const dataSource = new DataSource({
      type: 'postgres',
      url,
      schema,
      entities,
      synchronize: false,
      poolSize,
      applicationName: `fluxasync-${service}`,
      // A backend that dies while its connection idles in the pool must not end the process.
      poolErrorHandler: () => undefined,
      // A connection is dear to open and knows its statements: it is kept for a while.
      extra: {
        connectionTimeoutMillis: 5_000,
        idleTimeoutMillis: 120_000,
        keepAlive: true,
        pipeline: true,
        options: READ_ONLY_OUTSIDE,
        Client: PreparingClient,
      },
    });
    await dataSource.initialize();
    const [server] = await dataSource.query<{ version: number; commit: string; fsync: string }[]>(
      "select current_setting('server_version_num')::int as version, current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync",
    );
    const problem =
      !server || server.version < 150_000
        ? `PostgreSQL 15 or newer is needed, the server is ${server?.version}`
        : server.commit === 'off' || server.fsync === 'off'
          ? `synchronous_commit (${server.commit}) and fsync (${server.fsync}) must be on: an acknowledged commit could be lost`
          : undefined;
    if (problem) {
      await dataSource.destroy();
      throw new DomainError('DATABASE_NOT_FIT', 'internal', { service, problem });
    }
    return new Database(dataSource, service);
  }

  /** Runs `work` in a transaction that sees and writes one seller's rows only. Joins the transaction of the same seller, or of the worker, if one is open. */
  asSeller<T>(sellerId: string, work: () => Promise<T>): Promise<T> {
    const open = this.current.getStore();
    if (open) {
      if (open.scope === WORKER || open.scope === sellerId) return work();
      throw new Error('a transaction of one seller cannot turn into that of another');
    }
    return this.transaction(sellerId, [SELLER_SETTING, sellerId], this.keepsPlans.getStore() ? KEEP_PLANS : '', work);
  }

  /** Runs `work` in a transaction that sees all sellers of this service: event handlers and sweepers only. */
  asWorker<T>(work: () => Promise<T>): Promise<T> {
    const open = this.current.getStore();
    if (open) {
      if (open.scope === WORKER) return work();
      throw new Error("a seller's transaction cannot turn into the worker's");
    }
    return this.transaction(WORKER, ['role', workerRole(this.service)], KEEP_PLANS, work);
  }

  /**
   * Runs `work`, whose transactions keep their statements' plans as a worker's do: for work that asks the same of every seller many times a second. Not for lists
   * that people narrow as they like: what was not asked for is no reason to read less then.
   */
  keepingPlans<T>(work: () => Promise<T>): Promise<T> {
    return this.keepsPlans.run(true, work);
  }

  /** Runs `work` in a worker transaction of its own, apart from one that may be open; for records that must survive a rollback. */
  asWorkerApart<T>(work: () => Promise<T>): Promise<T> {
    return this.current.exit(() => this.asWorker(work));
  }

  /** The entity manager of the open transaction. @throws outside one */
  get tx(): EntityManager {
    return this.openTransaction().runner.manager;
  }

  /** Runs one statement in the open transaction. @returns its rows (also for UPDATE and DELETE … RETURNING) */
  async rows<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.query(sql, parameters)).rows as T[];
  }

  /** Runs one statement in the open transaction. @returns how many rows it touched */
  async run(sql: string, parameters: unknown[] = []): Promise<number> {
    return (await this.query(sql, parameters)).rowCount ?? 0;
  }

  /** Runs `action` once the open transaction is committed, never if it is rolled back (to wake a worker, not to do work). */
  afterCommit(action: () => void): void {
    this.openTransaction().afterCommit.push(action);
  }

  /**
   * Gathers items until the open transaction is about to commit; then `write` makes one statement of all of them, inside it, where there would be many. It travels with the commit,
   * and its errors are the transaction's.
   */
  gather<T>(write: (items: T[]) => Statement, items: readonly T[]): void {
    const { gathered } = this.openTransaction();
    const waiting = gathered.get(write) as T[] | undefined;
    if (waiting) waiting.push(...items);
    else gathered.set(write, [...items]);
  }

  /**
   * Asks one question as {@link asWorker} would, in a transaction that writes nothing, and in one round trip: for what looks again and again
   * whether there is anything to do. @returns its rows
   */
  async glance<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as ClientBase;
      const [, { rows }] = await Promise.all([
        client.query(`begin read only; select set_config('role', ${escapeLiteral(workerRole(this.service))}, true)${KEEP_PLANS}`),
        client.query(sql, parameters),
        client.query('commit'),
      ]);
      return rows as T[];
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  /** One round trip to the server. @throws when there is none */
  async ping(): Promise<void> {
    await this.dataSource.query('select 1');
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** Straight to the driver: TypeORM adds nothing to a statement that is written out but its own work. */
  private query(sql: string, parameters: unknown[]): Promise<QueryResult> {
    return this.openTransaction().client.query(sql, parameters);
  }

  private openTransaction(): Transaction {
    const open = this.current.getStore();
    if (!open) throw new Error('no transaction is open: wrap the call in asSeller() or asWorker()');
    return open;
  }

  /**
   * The transaction begins and ends in the company of its statements: what begins it is sent with the first of them, what was gathered with the commit. PostgreSQL takes them in their
   * order, and after one that failed it refuses all others and answers the commit with a rollback.
   */
  private async transaction<T>(
    scope: Scope,
    [setting, value]: [string, string],
    more: string,
    work: () => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    let open = false;
    try {
      const client = (await runner.connect()) as PreparingClient;
      open = true;
      const begun = (client as ClientBase).query(
        `begin read write; ${client.forgetOldPlans}select set_config(${escapeLiteral(setting)}, ${escapeLiteral(value)}, true)${more}`,
      );
      begun.catch(() => undefined); // told below
      // What TypeORM is asked to save must know that a transaction is open, or it would open its own.
      (runner as { isTransactionActive: boolean }).isTransactionActive = true;
      const transaction: Transaction = { runner, client, scope, gathered: new Map(), afterCommit: [] };
      const result = await this.current
        .run(transaction, async () => work())
        .catch(async (error: unknown) => {
          await begun; // where the beginning failed, what failed after it says nothing
          throw error;
        });
      const last = [...transaction.gathered].map(([write, items]) => write(items as never[]));
      const sent = last.map(({ sql, parameters }) => (client as ClientBase).query(sql, [...parameters]));
      const [{ command }, , ...written] = await Promise.all([(client as ClientBase).query('commit'), begun, ...sent]);
      open = false;
      // The server's word for a commit of a transaction in which something failed: nothing of it is kept, whoever caught the error.
      if (command !== 'COMMIT')
        throw new Error('the transaction was rolled back: an error inside it was caught and not passed on');
      for (const [i, { told }] of last.entries()) told?.(written[i]!.rows as never[]);
      for (const action of transaction.afterCommit) action();
      return result;
    } catch (error) {
      // The first error is the one that matters; a rollback on a dead connection fails too and says nothing new.
      if (open) await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      (runner as { isTransactionActive: boolean }).isTransactionActive = false;
      await runner.release().catch(() => undefined);
    }
  }
}
