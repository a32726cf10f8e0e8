import { DataSource, type MigrationInterface } from 'typeorm';
import { DomainError, schemaNameOf, SERVICES, type ServiceName } from '#contracts';
import { REPORTS_ROLE, requestRole, workerRole } from './names.js';

export type MigrationClass = new () => MigrationInterface;

export interface MigrateOptions {
  service: ServiceName;
  /** Connection of a role that may create roles and schemas. */
  adminUrl: string;
  /** Password of the service's login role; kept as it is when absent. */
  password?: string;
  migrations: MigrationClass[];
}

const MIGRATIONS_TABLE = 'migrations';
const quote = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** Runs `work` on a connection that holds the one lock of all schema changes in this database, so that replicas which start together take turns. */
async function underLock<T>(
  adminUrl: string,
  schema: string | undefined,
  migrations: MigrationClass[],
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const source = new DataSource({
    type: 'postgres',
    url: adminUrl,
    migrations,
    migrationsTableName: MIGRATIONS_TABLE,
    poolSize: 2,
    ...(schema ? { schema, extra: { options: `-c search_path=${schema}` } } : {}),
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query("select pg_advisory_lock(hashtext('fluxasync.migrate'))");
    return await work(source);
  } finally {
    await lock.query("select pg_advisory_unlock(hashtext('fluxasync.migrate'))").catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

/** Creates what all services share: the reports role, and the search path that lets an operator write table names without schema. Idempotent. */
export async function prepareDatabase({
  adminUrl,
  reportsPassword,
}: {
  adminUrl: string;
  reportsPassword?: string;
}): Promise<void> {
  await underLock(adminUrl, undefined, [], async (source) => {
    await source.query(roleSql(REPORTS_ROLE, 'login', reportsPassword));
    const [db] = await source.query<{ name: string }[]>('select quote_ident(current_database()) as name');
    await source.query(`alter database ${db!.name} set search_path = ${SERVICES.map(schemaNameOf).join(', ')}, public`);
    await source.query('revoke all on schema public from public');
  });
}

const roleSql = (role: string, login: 'login' | 'nologin', password?: string) => `
  do $$ begin
    if not exists (select from pg_roles where rolname = ${quote(role)}) then create role ${role} ${login} noinherit; end if;
  end $$;
  ${password ? `alter role ${role} password ${quote(password)};` : ''}`;

/**
 * Brings one service's schema, roles and grants up to date; safe to run by several replicas at once and any number of times.
 * @returns names of the migrations that ran
 * @throws DomainError SCHEMA_IS_NEWER when the database knows migrations that this code does not
 */
export async function migrateService({ service, adminUrl, password, migrations }: MigrateOptions): Promise<string[]> {
  const schema = schemaNameOf(service);
  const [login, worker] = [requestRole(service), workerRole(service)];
  return underLock(adminUrl, schema, migrations, async (source) => {
    // The login role does not inherit from the worker role: it has the worker's rights only after it says so (set role), inside a transaction.
    await source.query(`
      ${roleSql(REPORTS_ROLE, 'login')} ${roleSql(login, 'login', password)} ${roleSql(worker, 'nologin')}
      grant ${worker} to ${login};
      alter role ${login} set search_path = ${schema};
      alter role ${login} set statement_timeout = '30s';
      alter role ${login} set lock_timeout = '10s';
      alter role ${login} set idle_in_transaction_session_timeout = '15s';
      create schema if not exists ${schema};
      grant usage on schema ${schema} to ${login}, ${worker}, ${REPORTS_ROLE};`);
    const unknown = (await appliedMigrations(source, schema)).filter((name) => !migrations.some((m) => m.name === name));
    if (unknown.length) throw new DomainError('SCHEMA_IS_NEWER', 'internal', { service, schema, unknown });
    const ran = await source.runMigrations({ transaction: 'each' });
    await source.query(`
      grant select, insert, update, delete on all tables in schema ${schema} to ${login}, ${worker};
      grant usage, select on all sequences in schema ${schema} to ${login}, ${worker};
      grant select on all tables in schema ${schema} to ${REPORTS_ROLE};
      revoke insert, update, delete on ${schema}.${MIGRATIONS_TABLE} from ${login}, ${worker};`);
    return ran.map((m) => m.name);
  });
}

async function appliedMigrations(source: DataSource, schema: string): Promise<string[]> {
  const [table] = await source.query<{ found: string | null }[]>('select to_regclass($1)::text as found', [
    `${schema}.${MIGRATIONS_TABLE}`,
  ]);
  if (!table?.found) return [];
  return (await source.query<{ name: string }[]>(`select name from ${schema}.${MIGRATIONS_TABLE}`)).map((row) => row.name);
}

/** Compares the database with this code's migrations when a service starts. @throws DomainError SCHEMA_IS_NEWER or SCHEMA_IS_OLDER */
export async function assertSchemaCurrent(source: DataSource, service: ServiceName, migrations: MigrationClass[]): Promise<void> {
  const schema = schemaNameOf(service);
  const applied = await appliedMigrations(source, schema);
  const unknown = applied.filter((name) => !migrations.some((m) => m.name === name));
  if (unknown.length) throw new DomainError('SCHEMA_IS_NEWER', 'internal', { service, schema, unknown });
  const missing = migrations.map((m) => m.name).filter((name) => !applied.includes(name));
  if (missing.length)
    throw new DomainError('SCHEMA_IS_OLDER', 'internal', { service, schema, missing, hint: 'run: npm run fluxasync -- migrate' });
}
