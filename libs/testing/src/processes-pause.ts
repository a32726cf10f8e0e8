import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { signal } from './processes.js';

const LINUX = process.platform === 'linux';
const STILL_MS = 5_000;

/**
 * Has processes stand still (SIGSTOP) and returns when they do: the signal alone says nothing, a process that is running takes it a moment later and may
 * still answer meanwhile. Those that have ended count as still. SIGCONT lets them go on.
 * @throws when one goes on for 5 s
 */
export function standStill(...pids: number[]): void {
  const signalled = pids.filter((pid) => signal(pid, 'SIGSTOP'));
  const deadline = Date.now() + STILL_MS;
  for (const pid of signalled)
    while (!isStill(pid)) {
      if (Date.now() > deadline) throw new Error(`Process ${pid} does not stand still after SIGSTOP.`);
      // Blocks on purpose: whoever pauses a process does nothing else before it is paused.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
}

/** Whether no thread of it can do anything: stopped, or ended. */
export function isStill(pid: number): boolean {
  if (!LINUX) return isStoppedByPs(pid);
  try {
    return readdirSync(`/proc/${pid}/task`).every((thread) => isStoppedThread(`/proc/${pid}/task/${thread}/stat`));
  } catch {
    return true;
  }
}

/** States of man 5 proc: T and t are stopped, Z and X are over. A thread whose file is gone has ended. */
function isStoppedThread(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    return 'TtZX'.includes(text.charAt(text.lastIndexOf(')') + 2));
  } catch {
    return true;
  }
}

function isStoppedByPs(pid: number): boolean {
  try {
    return /^[TZ]/.test(execFileSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).trim());
  } catch {
    return true;
  }
}
