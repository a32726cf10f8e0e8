import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess } from '../../libs/testing/src/processes.js';
import { lastWordsOf, spawnTied, type Spawned } from '../../libs/testing/src/processes-spawn.js';
import { BackOff } from './back-off.js';
import type { Kind, Ledger } from './ledger.js';

/** One of the platform's processes. */
export interface ServiceSpec {
  readonly name: string;
  readonly kind: Extract<Kind, 'gateway' | 'service' | 'sandbox'>;
  /** Absolute path of its compiled main file. */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers 200 once the service is ready. */
  readonly readyUrl: string;
  /** Done once it is ready for the first time in a run. */
  readonly onReady?: () => Promise<void>;
  /** Starts only after this one is ready, `onReady` included; named earlier in the list. */
  readonly after?: string;
}

/** A service did not become ready; the message carries the end of its log. */
export class ServiceNotReady extends Error {
  override readonly name = 'ServiceNotReady';
}

const READY_WITHIN_MS = 60_000;
const EARLY_ENDS_ALLOWED = 3;

/** Starts a service, brings it back whenever it ends by itself, and stops it. */
export class ServiceProcess {
  readonly logFile: string;
  private process: Spawned | undefined;
  private spawning: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  private readonly backOff = new BackOff();
  private hasBeenReady = false;

  constructor(
    readonly spec: ServiceSpec,
    private readonly place: { readonly logs: string; readonly ledger: Ledger; readonly say: (line: string) => void },
  ) {
    this.logFile = join(place.logs, `${spec.name}.log`);
  }

  get pid(): number {
    return this.process === undefined || this.process.hasEnded() ? 0 : this.process.pid;
  }

  async start(): Promise<void> {
    this.spawning = this.spawn();
    await this.spawning;
  }

  /** Waits until the service says that it is ready. Throws ServiceNotReady when it keeps ending or takes a minute. */
  async untilReady(aborted: AbortSignal): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.isReady())) {
      aborted.throwIfAborted();
      const fault =
        this.backOff.early >= EARLY_ENDS_ALLOWED && !this.hasBeenReady
          ? `ended ${this.backOff.early} times while it started`
          : Date.now() > deadline
            ? `was not ready after ${READY_WITHIN_MS / 1000} s`
            : undefined;
      if (fault !== undefined)
        throw new ServiceNotReady(`${this.spec.name} ${fault}. ${this.logFile} says:\n${lastWordsOf(this.logFile)}`);
      await pause(60);
    }
    this.hasBeenReady = true;
  }

  /** Asks the service to finish what it has begun, and kills it when that takes longer than `graceMs`. */
  async stop(graceMs: number): Promise<'gone' | 'ended' | 'killed'> {
    this.stopping.abort();
    await this.spawning?.catch(() => undefined);
    return this.process === undefined ? 'gone' : endProcess(this.process.identity, { graceMs });
  }

  private async isReady(): Promise<boolean> {
    if (this.pid === 0) return false;
    try {
      const answer = await fetch(this.spec.readyUrl, { signal: AbortSignal.timeout(2_000) });
      // Another program may have taken the port a moment before; it would answer too, with a pid of its own.
      const pid = /"pid":(\d+)/.exec(await answer.text())?.[1];
      return answer.status === 200 && (pid === undefined || Number(pid) === this.pid);
    } catch {
      return false;
    }
  }

  private async spawn(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    const { name, kind, script, env } = this.spec;
    this.process = await spawnTied(process.execPath, [script], { logFile: this.logFile, env });
    this.place.ledger.add(name, kind, this.process.identity);
    this.backOff.started();
    void this.bringBack(this.process);
  }

  private async bringBack(ended: Spawned): Promise<void> {
    const how = await ended.ended;
    if (this.stopping.signal.aborted) return;
    const waitMs = this.backOff.ended();
    if (this.hasBeenReady || this.backOff.early < EARLY_ENDS_ALLOWED) {
      this.place.say(`  ! ${this.spec.name} ended (${how}); starting it again in ${waitMs / 1000} s`);
    }
    const started = Date.now();
    try {
      await pause(waitMs, undefined, { signal: this.stopping.signal });
      await this.start();
      if (!this.hasBeenReady) return;
      await this.untilReady(this.stopping.signal);
      this.place.say(`  ✓ ${this.spec.name} is back (${Date.now() - started} ms)`);
    } catch (error) {
      // A stop meanwhile is no news. What keeps ending comes by here again with a longer pause.
      if (!this.stopping.signal.aborted) this.place.say(`  ! ${(error as Error).message}`);
    }
  }
}
