import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SERVICES, type ServiceName } from '#contracts';
import type { Arguments, Command } from './command.js';
import { CliError, WrongUsage } from './errors.js';
import { findPgTool, runPgTool } from './pg-tools.js';
import { type Settings, titleOf } from './settings.js';
import { withClient } from './sql.js';

const FORMATS = { plain: 'sql', custom: 'dump' } as const;

/** The two large tables that an export may do without. */
const LOGS = ['journaux_systeme', 'utilisation_apis'];

const HELP = `npm run fluxasync -- export [FILE] [options]

Writes the database into a file with pg_dump. The file holds customers' data, but no usable secret: tokens are sealed with a key that
is not in the database.

  FILE                      fluxasync_bd-<date>-<time>.sql or .dump when it is left out; an existing file is not overwritten
  --format plain|custom     plain (default): SQL for psql; custom: compressed, for pg_restore
  --schema-only             tables without rows
  --data-only               rows without tables
  --inserts                 rows as INSERT statements, for other databases
  --table NAME              this table only, named without schema; may be repeated
  --without-logs            leaves out ${LOGS.join(' and ')}
  --no-owner                without the owners of things
  --no-privileges           without grants
  --service NAME            the database of this service, when services keep their schemas apart
  --database NAME           another database on the same server

To read it back, "restore" does everything. By hand, with psql or pg_restore into a new database, run "migrate --database NAME" afterwards: it
brings what does not travel with an export (search path, and with --no-privileges the grants).
`;

export const exportDatabase: Command = {
  name: 'export',
  summary: 'write the database into a file (pg_dump)',
  help: HELP,
  options: {
    format: { type: 'string' },
    'schema-only': { type: 'boolean' },
    'data-only': { type: 'boolean' },
    inserts: { type: 'boolean' },
    table: { type: 'string', multiple: true },
    'without-logs': { type: 'boolean' },
    'no-owner': { type: 'boolean' },
    'no-privileges': { type: 'boolean' },
    service: { type: 'string' },
  },
  words: { min: 0, max: 1 },
  run: async (args, { settings, out }) => {
    const format = formatOf(args);
    const url = addressOf(args, settings);
    const file = resolve(args.words[0] ?? `${new URL(url).pathname.slice(1)}-${timestamp()}.${FORMATS[format]}`);
    if (existsSync(file)) throw new CliError(`${file} is there already; name another file or move it away.`);
    const program = findPgTool('pg_dump', await serverMajor(url));
    const draft = `${file}.part`;
    // Made by us, so that only we can read it.
    writeFileSync(draft, '', { mode: 0o600 });
    try {
      const dump = () => runPgTool(program, [`--format=${format}`, `--file=${draft}`, ...passedOn(args)], url);
      await out.during(`exporting ${titleOf(url)}`, dump, () => size(draft));
      renameSync(draft, file);
    } finally {
      rmSync(draft, { force: true });
    }
    out.line(`  ✓ ${titleOf(url)} exported to ${file} (${size(file)})`);
  },
};

function formatOf(args: Arguments): keyof typeof FORMATS {
  const format = args.text('format') ?? 'plain';
  if (format !== 'plain' && format !== 'custom') throw new WrongUsage(`--format is "${format}": plain or custom.`);
  if (args.flag('schema-only') && args.flag('data-only')) throw new WrongUsage('--schema-only and --data-only leave nothing.');
  if (args.flag('without-logs') && args.texts('table').length > 0)
    throw new WrongUsage('--table names what is exported; --without-logs has nothing to leave out then.');
  return format;
}

function passedOn(args: Arguments): string[] {
  const flags = ['schema-only', 'data-only', 'inserts', 'no-owner', 'no-privileges'].filter((name) => args.flag(name));
  return [
    ...flags.map((name) => `--${name}`),
    ...args.texts('table').map((table) => `--table=${table}`),
    ...(args.flag('without-logs') ? LOGS.map((table) => `--exclude-table=${table}`) : []),
  ];
}

function addressOf(args: Arguments, settings: Settings): string {
  const service = args.text('service');
  if (service === undefined) {
    const [place, ...others] = settings.places();
    if (others.length > 0) throw new CliError('The services keep their schemas in several databases: name one with --service.');
    return place!.url;
  }
  if (!SERVICES.includes(service as ServiceName)) throw new WrongUsage(`--service is one of ${SERVICES.join(', ')}.`);
  return settings.adminUrl(service as ServiceName);
}

/** Major version of the server, 15 for 15.18. */
export const serverMajor = (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ major: number }>("select current_setting('server_version_num')::int / 10000 as major");
    return rows[0]!.major;
  });

const timestamp = () => new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

function size(file: string): string {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
