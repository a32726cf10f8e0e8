import { resolve } from 'node:path';
import { schemaNameOf, SERVICES } from '#contracts';
import { prepareDatabase, REPORTS_ROLE, requestRole, workerRole } from '#database';
import type { Command } from './command.js';
import { CliError } from './errors.js';
import { type DumpFile, readDumpFile } from './dump-file.js';
import { serverMajor } from './export.js';
import { createDatabase, migrateAll } from './migrate.js';
import { findPgTool, runPgTool } from './pg-tools.js';
import { titleOf, withDatabase } from './settings.js';
import { withClient } from './sql.js';

const HELP = `npm run fluxasync -- restore FILE --into NAME

Reads an export (plain or custom) into a new database on the same server, all or nothing, and makes it playable: roles, search path,
grants, migrations that the export did not have yet. A database that holds anything is refused.

The copy starts in safe mode: services on it take part in everything but send nothing. "arm" ends that, once the original is gone.

  --into NAME     the new database; made when it is missing
`;

export const restore: Command = {
  name: 'restore',
  summary: 'read an export into a new database',
  help: HELP,
  options: { into: { type: 'string' } },
  words: { min: 1, max: 1 },
  run: async (args, cli) => {
    const name = args.text('into');
    if (name === undefined) throw new CliError('Name the new database with --into, for example --into fluxasync_copie.');
    const { settings, out } = cli;
    const server = settings.onePlace('restore').url;
    const url = withDatabase(server, name);
    const major = await serverMajor(withDatabase(server, 'postgres'));
    const file = resolve(args.words[0]!);
    const dump = await readDumpFile(file, () => findPgTool('pg_restore', major));
    if (!dump.makesTables)
      throw new CliError(
        `${file} holds rows without tables (--data-only). Make the tables first (migrate --database ${name}), empty what it fills, then read it with psql.`,
      );
    const program = findPgTool(dump.format === 'custom' ? 'pg_restore' : 'psql', major);
    const created = await createDatabase(url);
    if (!created) await refuseUnlessEmpty(url);
    try {
      await makeRoles(url, dump);
      await out.during(
        `restoring into ${titleOf(url)}`,
        () => runPgTool(program, [...argumentsFor(dump, name), file], url),
        () => databaseSize(url),
      );
    } catch (error) {
      // All or nothing: what we made and could not fill goes again.
      if (created) await withClient(withDatabase(url, 'postgres'), (client) => client.query(`drop database ${quoted(name)}`));
      throw error;
    }
    await prepareDatabase({ adminUrl: url });
    await markAsCopy(url);
    out.line(`  ✓ ${file} restored into ${titleOf(url)} (${await databaseSize(url)})`);
    if (await isWhole(url)) await migrateAll({ ...cli, settings: settings.onDatabase(name) });
    else out.line('  The export holds single tables: enough to look at, not to run services on.');
    out.line('  Services started on it send nothing until it is armed: npm run fluxasync -- arm --database ' + name);
  },
};

function argumentsFor({ format }: DumpFile, name: string): string[] {
  return format === 'custom'
    ? ['--exit-on-error', '--single-transaction', `--dbname=${name}`]
    : ['--quiet', '--no-psqlrc', '--single-transaction', '--set=ON_ERROR_STOP=1', '--file'];
}

async function refuseUnlessEmpty(url: string): Promise<void> {
  const tables = await withClient(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'`,
    );
    return rows[0]!.n;
  });
  if (tables > 0) throw new CliError(`${titleOf(url)} is not empty (${tables} tables): restore into a new database.`);
}

/** Policies and grants of an export name the roles, and an export of single tables expects their schemas to be there. */
async function makeRoles(url: string, { makesSchemas }: DumpFile): Promise<void> {
  const login = [REPORTS_ROLE, ...SERVICES.map(requestRole)];
  const statements = [
    ...login.map((role) => [role, 'login']),
    ...SERVICES.map((service) => [workerRole(service), 'nologin']),
  ].map(
    ([role, kind]) =>
      `do $$ begin if not exists (select from pg_roles where rolname = '${role}') then create role ${role} ${kind} noinherit; end if; end $$`,
  );
  const schemas = makesSchemas ? [] : SERVICES.map((service) => `create schema if not exists ${schemaNameOf(service)}`);
  await withClient(url, async (client) => {
    for (const statement of [...statements, ...schemas]) await client.query(statement);
  });
}

/** An original that no service had started on carries no mark yet, and its copy would take itself for the original. */
async function markAsCopy(url: string): Promise<void> {
  await withClient(url, async (client) => {
    for (const schema of SERVICES.map(schemaNameOf)) {
      const { rows } = await client.query<{ found: string | null }>('select to_regclass($1)::text as found', [
        `${schema}.installation`,
      ]);
      if (rows[0]!.found)
        await client.query(
          `insert into ${schema}.installation (system_identifier, database_oid) values ('restored', 0) on conflict do nothing`,
        );
    }
  });
}

/** Whether every service's migrations came with the export. */
async function isWhole(url: string): Promise<boolean> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ whole: boolean }>(
      "select bool_and(to_regclass(s || '.migrations') is not null) as whole from unnest($1::text[]) s",
      [SERVICES.map(schemaNameOf)],
    ),
  );
  return rows[0]!.whole;
}

const databaseSize = async (url: string): Promise<string> => {
  const { rows } = await withClient(url, (client) =>
    client.query<{ size: string }>('select pg_size_pretty(pg_database_size(current_database())) as size'),
  );
  return rows[0]!.size;
};

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
