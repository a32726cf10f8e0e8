import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, lastWordsOf, signal, type Spawned, spawnTied, standStill, waitForEnd } from '#testing';

export interface MemberSpec {
  /** `gateway-1`. */
  readonly name: string;
  /** Absolute path of its compiled main file. */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers 200 once it is ready. */
  readonly readyUrl: string;
  readonly logFile: string;
  /** Arguments of node itself, before the script. */
  readonly nodeArgs?: readonly string[];
}

const READY_MS = 120_000;
const BACK_AFTER_MS = 300;

/** One process of the platform, under one name through all its lives. While it is supervised it is started again whenever it ends unasked. */
export class Member {
  /** How often it was started, and how often it ended unasked. */
  starts = 0;
  deaths = 0;
  private process?: Spawned;
  /** Lives that were asked to end: nobody starts them again, also when their end is heard of after the next one's beginning. */
  private readonly dismissed = new WeakSet<Spawned>();
  private wanted = false;
  /** Told to the next life only: failpoints. */
  private once: Readonly<Record<string, string>> = {};
  private supervised = false;
  private buried = false;

  constructor(readonly spec: MemberSpec) {}

  get name(): string {
    return this.spec.name;
  }

  get pid(): number {
    return this.process === undefined || this.process.hasEnded() ? 0 : this.process.pid;
  }

  /** Starts it again whenever it ends unasked, as every platform that runs containers does. */
  supervise(): void {
    this.supervised = true;
  }

  /** @param once variables of this life alone */
  async start(once: Readonly<Record<string, string>> = {}): Promise<void> {
    if (this.buried) throw new Error(`${this.name} belongs to a platform that was ended`);
    this.wanted = true;
    this.once = once;
    await this.spawn();
  }

  /** @throws with its last words when it does not become ready */
  async ready(withinMs = READY_MS): Promise<void> {
    for (const end = Date.now() + withinMs; ;) {
      if (await this.isReady()) return;
      const over = !this.supervised && this.pid === 0;
      if (over || Date.now() > end)
        throw new Error(`${this.name} ${over ? 'ended' : 'was not ready in time'}:\n${lastWordsOf(this.spec.logFile)}`);
      await pause(50);
    }
  }

  async isReady(): Promise<boolean> {
    if (this.pid === 0) return false;
    const answer = await fetch(this.spec.readyUrl, { signal: AbortSignal.timeout(2_500) }).catch(() => undefined);
    await answer?.body?.cancel();
    return answer?.status === 200;
  }

  /** Resolves once this life is over. */
  get ended(): Promise<number | string> {
    return this.process?.ended ?? Promise.resolve('not started');
  }

  /** The process is gone at once, in the middle of whatever it did. A supervised one comes back by itself. */
  async kill9(): Promise<void> {
    const { process } = this;
    if (!process || this.pid === 0) return;
    signal(process.pid, 'SIGKILL');
    await waitForEnd(process.identity, 5_000);
  }

  /** It stands still when this returns; resume() lets it go on. */
  pause(): void {
    if (this.pid !== 0) standStill(this.pid);
  }

  /** To the process, if there is one. */
  signal(name: NodeJS.Signals): void {
    if (this.pid !== 0) signal(this.pid, name);
  }

  resume(): void {
    if (this.pid !== 0) signal(this.pid, 'SIGCONT');
  }

  /** Asks it to end, and makes it end when it takes longer than `graceMs`. It stays away. @returns how long it took, in ms */
  async stop(graceMs = 12_000): Promise<number> {
    const began = Date.now();
    this.wanted = false;
    this.resume();
    if (this.process) this.dismissed.add(this.process);
    if (this.process) await endProcess(this.process.identity, { graceMs });
    return Date.now() - began;
  }

  /** Ends it for good, whoever may still mean to start it. */
  async bury(graceMs: number): Promise<void> {
    this.buried = true;
    await this.stop(graceMs);
  }

  /** Ends it and starts it again. @param once variables of the next life alone */
  async restart(once: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.stop();
    await this.start(once);
  }

  private async spawn(): Promise<void> {
    this.starts += 1;
    const { script, env, logFile, nodeArgs = [] } = this.spec;
    const process_ = await spawnTied(process.execPath, [...nodeArgs, script], {
      env: { ...env, ...this.once },
      logFile,
      whenParentDies: 'SIGKILL',
    });
    this.once = {};
    this.process = process_;
    // Asked to end while it began.
    if (!this.wanted) {
      this.dismissed.add(process_);
      await endProcess(process_.identity, { graceMs: 3_000 });
    }
    void process_.ended.then(() => this.over(process_));
  }

  private async over(life: Spawned): Promise<void> {
    if (!this.wanted || this.dismissed.has(life)) return;
    this.deaths += 1;
    if (!this.supervised) return;
    const { starts } = this;
    await pause(BACK_AFTER_MS);
    // Whoever was asked to start meanwhile has started.
    if (this.wanted && this.starts === starts) await this.spawn();
  }
}
