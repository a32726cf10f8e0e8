import { NatsServerFailed } from '../../libs/testing/src/nats.js';
import { NatsServerMissing, NatsServerTooOld } from '../../libs/testing/src/nats-version.js';
import { PortTaken } from '../../libs/testing/src/ports.js';
import { PostgresUnavailable } from '../../libs/testing/src/postgres.js';
import { DataDirUnusable } from './data-dir.js';
import { Launcher } from './launcher.js';
import { AlreadyRunning } from './lock.js';
import { NatsNotInstalled } from './nats-install.js';
import type { LauncherOptions } from './options.js';
import { ServerUnfit } from './own-servers.js';
import type { Platform } from './platform.js';
import { PortGivenByHandIsTaken } from './ports.js';
import { Progress } from './progress.js';
import { ServiceNotReady } from './service-process.js';
import { StepFailed } from './step-process.js';

/** Errors whose message alone tells a person what to do; of any other the stack is shown. */
const TOLD = [
  AlreadyRunning,
  DataDirUnusable,
  NatsNotInstalled,
  NatsServerFailed,
  NatsServerMissing,
  NatsServerTooOld,
  PortGivenByHandIsTaken,
  PortTaken,
  PostgresUnavailable,
  ServerUnfit,
  ServiceNotReady,
  StepFailed,
];

/**
 * Runs the platform until a signal (Ctrl-C, SIGTERM, SIGHUP) or the end of the process that started us, then stops it.
 * Returns the exit code: 0 after an orderly stop, 1 when it could not start.
 */
export async function runUntilStopped(root: string, options: LauncherOptions, platform: Platform): Promise<number> {
  const stop = new AbortController();
  const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve(), { once: true }));
  let exitCode = 0;
  // A second Ctrl-C changes nothing: the stop has its own deadline, and cutting it short would leave processes behind.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort());
  process.on('disconnect', () => stop.abort());
  process.on('uncaughtException', (error) => {
    console.error(error);
    exitCode = 1;
    stop.abort();
  });
  // A reader that goes away (npm start | head) must not take the platform with it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  let launcher: Launcher | undefined;
  try {
    launcher = new Launcher(root, options, platform, new Progress((text) => process.stdout.write(text)));
    await launcher.start(stop.signal);
    await stopped;
    if (launcher.storyFailed) exitCode = 1;
  } catch (error) {
    if (!stop.signal.aborted) {
      console.error(TOLD.some((kind) => error instanceof kind) ? `\n${(error as Error).message}` : error);
      exitCode = 1;
    }
  } finally {
    await launcher?.stop();
  }
  return exitCode;
}
