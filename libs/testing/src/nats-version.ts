import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The oldest nats-server FluxAsync runs on: Debian 12's. */
export const NATS_FLOOR = '2.9.10';

/** No nats-server on this machine. */
export class NatsServerMissing extends Error {
  override readonly name = 'NatsServerMissing';
  constructor() {
    super(
      `nats-server was not found on PATH or in /usr/sbin. Install version ${NATS_FLOOR} or newer (Debian: apt-get install nats-server).`,
    );
  }
}

/** The nats-server found is older than the floor. */
export class NatsServerTooOld extends Error {
  override readonly name = 'NatsServerTooOld';
  constructor(path: string, version: string) {
    super(`${path} is nats-server ${version}; FluxAsync needs ${NATS_FLOOR} or newer.`);
  }
}

export interface NatsServerProgram {
  readonly path: string;
  readonly version: string;
}

/** Where packages put it: the sbin folders are not on the PATH of an ordinary user in Debian. */
const SYSTEM_FOLDERS = ['/usr/local/bin', '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];

/** The first nats-server on PATH or in the system's folders. Throws NatsServerMissing or NatsServerTooOld. */
export function findNatsServer(
  path = process.env['PATH'] ?? '',
  systemFolders: readonly string[] = SYSTEM_FOLDERS,
): NatsServerProgram {
  let tooOld: NatsServerTooOld | undefined;
  for (const folder of [...path.split(delimiter).filter((part) => part !== ''), ...systemFolders]) {
    const program = join(folder, 'nats-server');
    const version = isExecutable(program) ? versionOf(program) : undefined;
    if (version === undefined) continue;
    if (isAtLeast(version, NATS_FLOOR)) return { path: program, version };
    tooOld ??= new NatsServerTooOld(program, version);
  }
  throw tooOld ?? new NatsServerMissing();
}

/** Compares `major.minor.patch`, whatever follows (`2.15.1-RC.1`). */
export function isAtLeast(version: string, floor: string): boolean {
  const parts = (text: string) => (/(\d+)\.(\d+)\.(\d+)/.exec(text) ?? []).slice(1).map(Number);
  const [have, want] = [parts(version), parts(floor)];
  for (let i = 0; i < 3; i += 1) {
    const difference = (have[i] ?? -1) - (want[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function versionOf(program: string): string | undefined {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 5_000 });
  return /v?(\d+\.\d+\.\d+\S*)/.exec(stdout ?? '')?.[1];
}

function isExecutable(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
