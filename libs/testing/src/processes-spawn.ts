import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { identityOf, signal, type ProcessIdentity } from './processes.js';

export interface SpawnOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Its output and errors are appended here, so it survives us and its log may be cut while it runs. */
  readonly logFile: string;
  /** Run as this user instead (only root can). */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Let that user pass folders that only root may enter (a clone under /root). Linux only. */
  readonly passFolders?: boolean;
  /** What the process is sent when we die; SIGTERM unless said. */
  readonly whenParentDies?: NodeJS.Signals;
}

export interface Spawned {
  readonly pid: number;
  readonly identity: ProcessIdentity;
  readonly child: ChildProcess;
  /** Resolves once with how it ended: exit code or signal name. */
  readonly ended: Promise<number | string>;
  readonly hasEnded: () => boolean;
}

const living = new Map<number, () => void>();
let watching = false;

/**
 * Starts a process that ends when we do. It gets a session of its own, so that Ctrl-C in the terminal reaches only us and
 * the order of stopping stays ours; and where util-linux' setpriv exists the kernel signals it when we die, even by kill -9.
 */
export async function spawnTied(command: string, args: readonly string[], options: SpawnOptions): Promise<Spawned> {
  const [program, programArgs, ids] = wrap(command, args, options);
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(program, programArgs, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', log, log],
    detached: true,
    ...ids,
  });
  closeSync(log);
  let over = false;
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, name) => {
      over = true;
      if (child.pid !== undefined) living.delete(child.pid);
      resolve(code ?? name ?? 'unknown');
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid ?? 0;
  endWithUs(pid, options.whenParentDies ?? 'SIGTERM');
  return { pid, identity: identityOf(pid) ?? { pid, startedAt: 'ended' }, child, ended, hasEnded: () => over };
}

/**
 * Why a process ended, for a person: the error of the log's last line where that is a service's own fatal line, else the last
 * lines as they are.
 */
export function lastWordsOf(logFile: string): string {
  const tail = tailOf(logFile);
  try {
    const { level, error } = JSON.parse(tail.slice(tail.lastIndexOf('\n') + 1)) as { level?: unknown; error?: unknown };
    return level === 60 && typeof error === 'string' ? error : tail;
  } catch {
    return tail;
  }
}

/** The last lines of a log file, for an error message. */
export function tailOf(logFile: string, lines = 15): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

let setpriv: boolean | undefined;

/** Whether util-linux' setpriv (2.33 or newer, on every Debian) is there to tie a process to ours. */
export function hasSetpriv(): boolean {
  setpriv ??=
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'keep', 'true'], { stdio: 'ignore' }).status === 0;
  return setpriv;
}

function wrap(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): [string, string[], { uid?: number; gid?: number }] {
  if (!hasSetpriv()) return [command, [...args], options.user ?? {}];
  const flags = [
    '--pdeathsig',
    (options.whenParentDies ?? 'SIGTERM').replace('SIG', ''),
    ...asUser(options.user, options.passFolders),
  ];
  return ['setpriv', [...flags, '--', command, ...args], {}];
}

/** Flags of setpriv for another user. It changes user before it asks for the death signal, which a later change would make the kernel forget. */
export function asUser(user: SpawnOptions['user'], passFolders = false): string[] {
  if (user === undefined) return [];
  const change = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  // Without no_setuid_fixup the kernel's access(), by which initdb looks for the server, leaves the capability out of account.
  const pass = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return passFolders ? [...change, ...pass] : change;
}

function endWithUs(pid: number, name: NodeJS.Signals): void {
  living.set(pid, () => signal(pid, name));
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const end of living.values()) end();
  });
}
