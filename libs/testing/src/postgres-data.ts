import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgresBinaries, PostgresUnavailable, type ServerUser } from './postgres-binaries.js';
import { commandLineOf, endProcess, identityOf, isAlive } from './processes.js';
import { PostgresTemplate } from './postgres-template.js';
import { asUser } from './processes-spawn.js';

const VERSION = '15';
const TEMP_PREFIX = 'fluxasync-pg-';
/** What a new data folder is made with. */
const INITDB = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--data-checksums',
  '--encoding=UTF8',
  `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'}`,
];

/** A folder for one test's server, named after this process so that the next run can clear it away if we are killed. */
export function temporaryFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(TEMP_PREFIX) ? Number(name.slice(TEMP_PREFIX.length).split('-')[0]) : NaN;
    if (Number.isInteger(owner) && !isAlive(owner) && !holdsRunningServer(join(tmpdir(), name, 'data'))) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
  return join(tmpdir(), `${TEMP_PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`);
}

/** Makes the server's folder, which its own user has to pass whatever umask we run under. */
export function ensureRoot(root: string): void {
  if (mkdirSync(root, { recursive: true }) !== undefined) chmodSync(root, 0o711);
}

/**
 * Makes a new data folder (checksums on, passwords by SCRAM, UTF-8) unless there is one. It is made beside its place and
 * moved there when complete, so a run that was killed meanwhile leaves no half of a database behind.
 * @param options temporary: the folder goes with the server, so it may be a copy of a {@link PostgresTemplate} and need not be safe on the disk
 * @returns the superuser's password too: a copy has that of its template
 */
export async function ensureDataFolder(
  root: string,
  password: string,
  user: ServerUser | undefined,
  options: { temporary: boolean; signal: AbortSignal },
): Promise<{ data: string; password: string }> {
  const data = join(root, 'data');
  if (existsSync(join(data, 'PG_VERSION'))) {
    const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
    if (version !== VERSION)
      throw new PostgresUnavailable(`${data} was written by PostgreSQL ${version}; this server is ${VERSION}.`);
    return { data, password };
  }
  const draft = join(root, 'data.new');
  rmSync(draft, { recursive: true, force: true });
  const template = options.temporary ? new PostgresTemplate(user, INITDB) : undefined;
  const kept = template?.password;
  if (kept !== undefined) await template?.copyTo(draft);
  else await newDataFolder(root, draft, password, user, options);
  if (kept === undefined) await template?.keep(draft, password);
  renameSync(draft, data);
  return { data, password: kept ?? password };
}

async function newDataFolder(
  root: string,
  draft: string,
  password: string,
  user: ServerUser | undefined,
  options: { temporary: boolean; signal: AbortSignal },
): Promise<void> {
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(root, `password-${randomBytes(4).toString('hex')}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) {
    chownSync(draft, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    await runInitdb(draft, passwordFile, user, options);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Clears what a killed server left: a server that still runs on this folder is stopped (the folder is ours alone), and the
 * lock file is removed when its pid now belongs to another program, which PostgreSQL itself would take for a running server.
 */
export async function clearLeftovers(data: string): Promise<void> {
  const pid = lockHolder(data);
  if (pid === undefined) return;
  const identity = identityOf(pid);
  if (identity === undefined) return;
  if (holdsRunningServer(data)) await endProcess(identity, { ask: 'SIGINT', graceMs: 5_000 });
  else rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** True when the server with this pid has written into its lock file that it takes connections. */
export function isReady(data: string, pid: number): boolean {
  const lines = readLock(data);
  return Number(lines[0]) === pid && (lines[7] ?? '').trim() === 'ready';
}

function holdsRunningServer(data: string): boolean {
  const pid = lockHolder(data);
  if (pid === undefined) return false;
  const command = commandLineOf(pid);
  return command.includes('postgres') && command.includes(data);
}

function lockHolder(data: string): number | undefined {
  const pid = Number(readLock(data)[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function readLock(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function runInitdb(
  data: string,
  passwordFile: string,
  user: ServerUser | undefined,
  options: { temporary: boolean; signal: AbortSignal },
): Promise<void> {
  const { initdb } = findPostgresBinaries();
  const args = [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...INITDB, ...(options.temporary ? ['--no-sync'] : [])];
  const [program, programArgs, ids] = initdbAs(user, initdb, args);
  return new Promise((resolve, reject) => {
    execFile(program, programArgs, { ...ids, timeout: 60_000, cwd: '/', signal: options.signal }, (error, _out, complaint) => {
      if (error === null) resolve();
      else reject(new PostgresUnavailable(`The database folder ${data} could not be made: ${complaint.trim() || error.message}`));
    });
  });
}

function initdbAs(
  user: ServerUser | undefined,
  program: string,
  args: string[],
): [string, string[], { uid?: number; gid?: number }] {
  if (user === undefined) return [program, args, {}];
  if (!user.needsPass) return [program, args, { uid: user.uid, gid: user.gid }];
  return ['setpriv', [...asUser(user, true), '--', program, ...args], {}];
}
