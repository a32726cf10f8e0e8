import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process beyond its pid: pids are given out again, so the moment it started (per boot) is part of who it is. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

const LINUX = process.platform === 'linux';

/** Who runs under this pid now; undefined when nobody does. A zombie (ended, not yet collected) counts as nobody. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (LINUX) {
    const fields = statusOf(pid);
    if (fields === undefined || fields.state === 'Z' || fields.state === 'X') return undefined;
    return { pid, startedAt: `${bootId()}:${fields.startTicks}` };
  }
  const startedAt = askPs(['-o', 'lstart=', '-p', String(pid)]);
  return startedAt === '' ? undefined : { pid, startedAt };
}

/** True while the very process runs, not merely one with the same pid. */
export function isSameProcess(identity: ProcessIdentity): boolean {
  return identityOf(identity.pid)?.startedAt === identity.startedAt;
}

/** True while some process runs under this pid. */
export function isAlive(pid: number): boolean {
  return identityOf(pid) !== undefined;
}

/** The command line of a process, its arguments separated by spaces; empty when it has ended. */
export function commandLineOf(pid: number): string {
  if (!LINUX) return askPs(['-o', 'command=', '-p', String(pid)]);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** All processes under this one, children before grandchildren. */
export function descendantsOf(pid: number): number[] {
  const parents = LINUX ? parentsFromProc() : parentsFromPs();
  const found: number[] = [];
  let generation = [pid];
  while (generation.length > 0) {
    generation = parents.filter(([, parent]) => generation.includes(parent)).map(([child]) => child);
    found.push(...generation);
  }
  return found;
}

/** Sends a signal; false when the process has already ended. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Waits until the process has ended; false when it still runs after `timeoutMs`. */
export async function waitForEnd(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isSameProcess(identity)) {
    if (Date.now() >= deadline) return false;
    await pause(15);
  }
  return true;
}

/**
 * Asks a process to end and makes it end when it has not after `graceMs`. Does nothing when the pid now belongs to someone else.
 * Returns how it ended; a paused process is killed like a deaf one.
 */
export async function endProcess(
  identity: ProcessIdentity,
  options: { ask?: NodeJS.Signals; graceMs: number },
): Promise<'gone' | 'ended' | 'killed'> {
  if (!isSameProcess(identity)) return 'gone';
  signal(identity.pid, options.ask ?? 'SIGTERM');
  if (await waitForEnd(identity, options.graceMs)) return 'ended';
  const below = descendantsOf(identity.pid).map(identityOf);
  for (const each of [identity, ...below]) {
    if (each === undefined || !isSameProcess(each)) continue;
    signal(each.pid, 'SIGKILL');
    if (!(await waitForEnd(each, 5_000))) throw new Error(`Process ${each.pid} did not end after SIGKILL.`);
  }
  return 'killed';
}

function statusOf(pid: number): { state: string; parent: number; startTicks: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces and brackets itself (man 5 proc).
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', parent: Number(fields[1]), startTicks: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** Start times are counted from boot, so the boot is part of them. Some sandboxes show no boot id: the time alone must do. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function parentsFromProc(): [child: number, parent: number][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): [number, number][] => {
      const parent = statusOf(Number(name))?.parent;
      return parent === undefined ? [] : [[Number(name), parent]];
    });
}

function parentsFromPs(): [child: number, parent: number][] {
  return askPs(['-axo', 'pid=,ppid='])
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([child, parent]) => [child ?? 0, parent ?? 0]);
}

function askPs(args: string[]): string {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
