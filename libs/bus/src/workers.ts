import { isDatabaseDown } from '#database';
import { AlarmClock, backOffMs } from './alarm-clock.js';
import type { BusLogger } from './logger.js';
import { busMetrics } from './metrics.js';

class Loop {
  private stopping = false;
  private readonly clock = new AlarmClock();
  private running: Promise<void> = Promise.resolve();

  constructor(
    readonly name: string,
    private readonly idleMs: number,
    private readonly step: () => Promise<number>,
    private readonly logger: BusLogger,
  ) {}

  start(): void {
    this.running = this.loop();
  }

  wake(): void {
    this.clock.ring();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    let failures = 0;
    while (!this.stopping) {
      this.clock.reset();
      try {
        const done = await this.step();
        failures = 0;
        if (done > 0) busMetrics.workerRuns.inc({ worker: this.name, outcome: 'done' }, done);
        else await this.clock.nap(this.idleMs);
      } catch (error) {
        failures += 1;
        busMetrics.workerRuns.inc({ worker: this.name, outcome: 'failed' });
        this.logger[isDatabaseDown(error) ? 'warn' : 'error'](
          { event: 'worker.failed', worker: this.name, failures, error: (error as Error).stack ?? String(error) },
          'worker round failed, trying again',
        );
        await this.clock.nap(backOffMs(failures));
      }
    }
  }
}

/** The background workers of a service (methods marked with `@Worker`). */
export class Workers {
  private readonly loops = new Map<string, Loop[]>();
  private readonly ending = new AbortController();

  /** Aborted when the service begins to stop: a long call to a third party need not be waited for. */
  get stopping(): AbortSignal {
    return this.ending.signal;
  }

  /** Adds a worker; `concurrency` loops run the same step. */
  add(name: string, idleMs: number, concurrency: number, step: () => Promise<number>, logger: BusLogger): void {
    if (this.loops.has(name)) throw new Error(`two workers are named ${name}`);
    this.loops.set(
      name,
      Array.from({ length: concurrency }, () => new Loop(name, idleMs, step, logger)),
    );
  }

  /** There is work for `name`: do not sleep on. Call it after the commit that made the work (`db.afterCommit`). */
  wake(name: string): void {
    for (const loop of this.loops.get(name) ?? []) loop.wake();
  }

  start(): void {
    for (const loop of [...this.loops.values()].flat()) loop.start();
  }

  /** Finishes the rounds in hand. */
  async stop(): Promise<void> {
    this.ending.abort();
    await Promise.all([...this.loops.values()].flat().map((loop) => loop.stop()));
  }
}
