import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CliError } from './errors.js';

export type PgTool = 'pg_dump' | 'pg_restore' | 'psql';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Where Debian keeps the client programs of each version. */
const DEBIAN = '/usr/lib/postgresql';

/** Folders that may hold PostgreSQL's client programs: the PATH's, then each installed version's, newest first. */
export function clientFolders(path = process.env.PATH ?? ''): string[] {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => /^\d+$/.test(name)) : [];
  return [
    ...path.split(delimiter).filter((folder) => folder !== ''),
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN, version, 'bin')),
  ];
}

/**
 * Finds a client program that is not older than the server (pg_dump refuses a newer one).
 * @returns its path
 * @throws CliError saying how to install one
 */
export function findPgTool(tool: PgTool, serverMajor: number, folders = clientFolders()): string {
  const tooOld: string[] = [];
  for (const folder of folders) {
    const program = join(folder, tool);
    if (!existsSync(program)) continue;
    const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0);
    if (major >= serverMajor) return program;
    if (major > 0) tooOld.push(`${program} is version ${major}`);
  }
  const found = tooOld.length > 0 ? ` (${tooOld.join(', ')})` : '';
  throw new CliError(
    `${tool} ${serverMajor} or newer was not found${found}. Install PostgreSQL’s client programs: apt-get install postgresql-client-${serverMajor} ` +
      `(Debian), brew install libpq (macOS), or apt.postgresql.org for a version that Debian does not have; then try again.`,
  );
}

/** The address as libpq's variables: on a command line everybody on the machine could read the password. */
export function libpqEnv(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslmode = searchParams.get('sslmode');
  return {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGAPPNAME: 'fluxasync-cli',
    ...(password ? { PGPASSWORD: decodeURIComponent(password) } : {}),
    ...(sslmode ? { PGSSLMODE: sslmode } : {}),
  };
}

/** Runs a client program to its end. @throws CliError with what it said last */
export async function runPgTool(program: string, args: readonly string[], url: string): Promise<void> {
  const child = spawn(program, args, { env: libpqEnv(url), stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  // Ctrl-C ends the program, not us: what it leaves half done is still to be removed.
  const forward = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  const how = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1));
  }).finally(() => SIGNALS.forEach((signal) => process.removeListener(signal, forward)));
  if (how === 0) return;
  const reason = said.trim().split('\n').slice(0, 6).join('\n  ');
  throw new CliError(`${program} failed (${how})${reason === '' ? '.' : `:\n  ${reason}`}`);
}
