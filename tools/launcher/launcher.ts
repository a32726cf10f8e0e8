import { existsSync, writeFileSync } from 'node:fs';
import { DataDir } from './data-dir.js';
import { STOP_ORDER, type Kind } from './ledger.js';
import { keepLogsSmall } from './logs.js';
import { usesEmbeddedPostgres, type Door, type LauncherOptions } from './options.js';
import type { Platform } from './platform.js';
import { choosePorts, healthPort } from './ports.js';
import { milliseconds, type Progress } from './progress.js';
import type { RunContext } from './run-context.js';
import { Servers } from './servers.js';
import { ServiceProcess, type ServiceSpec } from './service-process.js';
import { runStep } from './step-process.js';

/** By when, in ms after a stop began, each group of processes has ended or is killed; 10 s is the promise. */
const ENDED_BY_MS: Readonly<Record<Kind, number>> = {
  gateway: 2_500,
  step: 5_500,
  service: 5_500,
  sandbox: 6_300,
  nats: 7_300,
  postgres: 9_200,
};

/** Starts the platform on one folder, keeps it up, and stops it in order. */
export class Launcher {
  private readonly dir: DataDir;
  private readonly servers: Servers;
  private readonly processes: ServiceProcess[] = [];
  private readonly stopLogs: () => void;
  /** True when the story was played and broke off. */
  storyFailed = false;

  /** Locks the folder. Throws AlreadyRunning or DataDirUnusable. */
  constructor(
    private readonly root: string,
    private readonly options: LauncherOptions,
    private readonly platform: Platform,
    private readonly progress: Progress,
  ) {
    this.dir = DataDir.open(options.dir);
    this.servers = new Servers(options, this.dir, progress);
    this.stopLogs = keepLogsSmall(this.dir.logs);
  }

  /** Everything up to the point where a person can use the platform. Throws what keeps it from that; stop() is still to be called. */
  async start(aborted: AbortSignal): Promise<void> {
    const started = performance.now();
    await this.endOrphans();
    if (this.options.reset) await this.progress.step('Data of earlier runs removed', () => Promise.resolve(this.dir.reset()));
    const secrets = this.dir.secrets();
    const ports = await choosePorts(this.doors(), this.options.ports, this.dir.rememberedPorts());
    this.dir.rememberPorts(ports);
    aborted.throwIfAborted();
    await this.servers.start(ports, secrets, aborted);
    aborted.throwIfAborted();
    const run: RunContext = {
      root: this.root,
      options: this.options,
      dir: this.dir,
      secrets,
      ports,
      healthPorts: await this.healthPorts(),
      adminUrl: (service) => this.servers.adminUrl(service),
      natsUrl: this.servers.natsUrl,
    };
    for (const step of this.platform.steps(run)) await this.progress.step(step.title, () => runStep(step, this.dir, aborted));
    await this.startServices(run, aborted);
    this.dir.writeEnv(this.platform.environment(run));
    this.progress.line(`\nReady after ${milliseconds(performance.now() - started).trim()}`);
    await this.playStoryOnce(run, aborted);
    for (const line of ['', ...this.platform.welcome(run), '', 'Ctrl-C stops everything.']) this.progress.line(line);
  }

  /** Ends everything that was started: doors first, then what stands behind them, within 10 s. */
  async stop(): Promise<void> {
    const begun = Date.now();
    const remaining = (kind: Kind) => Math.max(200, begun + ENDED_BY_MS[kind] - Date.now());
    this.stopLogs();
    if (this.processes.length > 0) this.progress.line('\nStopping …');
    for (const kinds of STOP_ORDER) {
      const group = this.processes.filter(({ spec }) => kinds.includes(spec.kind));
      await Promise.all(group.map((each) => this.stopService(each, remaining(each.spec.kind))));
      if (kinds.includes('nats')) await this.servers.stopNats(remaining('nats'));
      if (kinds.includes('postgres')) await this.servers.stopPostgres(remaining('postgres'));
    }
    // What an interrupted start had noted but not handed over to us.
    await this.dir.ledger.endAll(500);
    this.dir.close();
    if (this.processes.length > 0) this.progress.line(`Stopped (${milliseconds(Date.now() - begun).trim()})`);
  }

  private async stopService(service: ServiceProcess, graceMs: number): Promise<void> {
    if ((await service.stop(graceMs)) === 'killed')
      this.progress.line(`  ! ${service.spec.name} did not stop in time and was killed`);
  }

  /** What listens on a port of ours in this run. */
  private doors(): Door[] {
    return [
      'gateway',
      'sandbox',
      ...(usesEmbeddedPostgres(this.options) ? (['postgres'] as const) : []),
      ...(this.options.natsUrl === undefined ? (['nats'] as const) : []),
    ];
  }

  private async endOrphans(): Promise<void> {
    const ended = await this.dir.ledger.endAll(4_000);
    if (ended.length > 0) this.progress.line(`  ✓ Ended what a killed run had left: ${ended.join(', ')}`);
  }

  private async healthPorts(): Promise<Record<string, number>> {
    const ports: Record<string, number> = {};
    for (const name of this.platform.withHealthPort) ports[name] = await healthPort();
    return ports;
  }

  private async startServices(run: RunContext, aborted: AbortSignal): Promise<void> {
    const place = { logs: this.dir.logs, ledger: this.dir.ledger, say: (line: string) => this.progress.line(line) };
    const starts = new Map<string, Promise<void>>();
    const start = async (spec: ServiceSpec): Promise<void> => {
      const service = new ServiceProcess(spec, place);
      this.processes.push(service);
      await this.progress.step(spec.name, async () => {
        if (spec.after !== undefined) await starts.get(spec.after);
        await service.start();
        await service.untilReady(aborted);
        await spec.onReady?.();
      });
    };
    for (const spec of this.platform.services(run)) starts.set(spec.name, start(spec));
    const failed = (await Promise.allSettled(starts.values())).find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason as Error;
  }

  private async playStoryOnce(run: RunContext, aborted: AbortSignal): Promise<void> {
    if (!this.options.story || existsSync(this.dir.storyFile)) return;
    try {
      await this.platform.playStory(run, this.progress, aborted);
    } catch (error) {
      aborted.throwIfAborted();
      // The platform itself is up, and whoever wants to know why needs it running.
      this.storyFailed = true;
      this.progress.line(
        `\n  ✗ The story broke off: ${(error as Error).message}\n    See ${this.dir.logs}; it is played again at the next start.`,
      );
      return;
    }
    writeFileSync(this.dir.storyFile, JSON.stringify({ playedAt: new Date().toISOString() }));
  }
}
