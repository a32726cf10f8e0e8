import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isSameProcess, type ProcessIdentity } from '../../libs/testing/src/processes.js';

/** Another launcher works on this folder. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  constructor(folder: string, pid: number) {
    super(
      `FluxAsync already runs on ${folder} (process ${pid}). Stop it with Ctrl-C in its terminal or with "kill ${pid}", or set FLUXASYNC_DIR to another folder.`,
    );
  }
}

/**
 * Makes this process the only launcher on the folder. The lock of one that was killed is taken over: a lock names its process
 * by pid and start time, so a pid given out again does not keep it alive.
 * Returns whether such a lock was found. Throws AlreadyRunning.
 */
export function takeLock(folder: string, file: string): { tookOver: boolean } {
  const own = identityOf(process.pid);
  if (own === undefined) throw new Error('This process does not find itself among those of the machine.');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    let tookOver = false;
    for (;;) {
      if (claim(draft, file)) break;
      const holder = readLock(file);
      if (holder !== undefined && isSameProcess(holder)) throw new AlreadyRunning(folder, holder.pid);
      putAside(file, folder);
      tookOver = true;
    }
    return { tookOver };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Gives the folder free, if the lock is ours. */
export function giveLock(file: string): void {
  if (readLock(file)?.pid === process.pid) rmSync(file, { force: true });
}

/** A link either appears complete or not at all, and only one of two that try at once gets it. */
function claim(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock nobody holds. Between our look and our move another launcher may have put its own there: moving it first and
 * looking at what was moved makes sure that no living one is thrown away.
 */
function putAside(file: string, folder: string): void {
  const aside = `${file}.old-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readLock(aside);
  if (moved !== undefined && isSameProcess(moved)) {
    claim(aside, file);
    rmSync(aside, { force: true });
    throw new AlreadyRunning(folder, moved.pid);
  }
  rmSync(aside, { force: true });
}

function readLock(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
