import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, releasePort } from './ports.js';
import { endProcess, signal, waitForEnd } from './processes.js';
import { standStill } from './processes-pause.js';
import { spawnTied, type Spawned, tailOf } from './processes-spawn.js';

/** Several start at once in some tests, on a machine that does other things too. */
const READY_MS = 60_000;
const ANSWER_MS = 5_000;

/** A service as a process of its own, to be killed, paused and stopped as the platform's are. */
export class Replica {
  private constructor(
    private readonly process: Spawned,
    private readonly folder: string,
    private readonly healthPort: number,
  ) {}

  /** Starts a compiled main (path under dist/) and waits until it is ready. @param awaitReady false for a process that a failpoint may end before */
  static async start(main: string, env: NodeJS.ProcessEnv, { awaitReady = true } = {}): Promise<Replica> {
    const folder = mkdtempSync(join(tmpdir(), 'fluxasync-replica-'));
    const healthPort = await freePort();
    const process_ = await spawnTied(process.execPath, [main], {
      env: { PATH: process.env.PATH, ...env, HEALTH_PORT: String(healthPort) },
      logFile: join(folder, 'log'),
    });
    const replica = new Replica(process_, folder, healthPort);
    if (awaitReady) await replica.ready();
    return replica;
  }

  /** Resolves with the exit code or the signal's name. */
  get ended(): Promise<number | string> {
    return this.process.ended;
  }

  get pid(): number {
    return this.process.pid;
  }

  /** What it logged last. */
  get log(): string {
    return tailOf(join(this.folder, 'log'), 40);
  }

  /** @throws Error with what it answered and logged last, and how it ended if it did */
  async ready(): Promise<void> {
    let last = 'nothing';
    for (const end = Date.now() + READY_MS; ;) {
      try {
        const answer = await fetch(`http://127.0.0.1:${this.healthPort}/health/ready`, {
          signal: AbortSignal.timeout(ANSWER_MS),
        });
        if (answer.ok) return;
        last = `${answer.status} ${await answer.text()}`;
      } catch (error) {
        last = String((error as Error).cause ?? error);
      }
      if (this.process.hasEnded() || Date.now() > end) {
        const how = this.process.hasEnded() ? `it ended with ${await this.ended}` : `${READY_MS / 1_000} s passed`;
        throw new Error(`the replica did not become ready: ${how}; its last answer: ${last}; its log:\n${this.log || '(empty)'}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async kill9(): Promise<void> {
    signal(this.pid, 'SIGKILL');
    await waitForEnd(this.process.identity, 5_000);
  }

  /** It stands still when this returns; resume() lets it go on. */
  pause(): void {
    standStill(this.pid);
  }

  resume(): void {
    signal(this.pid, 'SIGCONT');
  }

  /** SIGTERM, and its exit code. */
  async stop(): Promise<number | string> {
    signal(this.pid, 'SIGTERM');
    return this.ended;
  }

  /** Ends it if it still runs and removes its folder. */
  async dispose(): Promise<void> {
    this.resume();
    await endProcess(this.process.identity, { graceMs: 2_000 });
    releasePort(this.healthPort);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
