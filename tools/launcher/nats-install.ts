import { spawn, spawnSync } from 'node:child_process';
import { findNatsServer, NATS_FLOOR, NatsServerMissing, type NatsServerProgram } from '../../libs/testing/src/nats-version.js';

/** nats-server is missing and could not be installed; the message says what to do. */
export class NatsNotInstalled extends Error {
  override readonly name = 'NatsNotInstalled';
}

/** What this machine can install with, as `program arguments` that may run without a question. */
export interface Installer {
  readonly refresh?: readonly string[];
  readonly install: readonly string[];
}

const INSTALL_TIMEOUT_MS = 5 * 60_000;

/**
 * The nats-server of this machine; installed by its package manager when there is none.
 * Throws NatsServerTooOld for one below the floor (replacing it is not ours to do) or NatsNotInstalled.
 */
export async function ensureNatsServer(
  say: (line: string) => void,
  options: { signal?: AbortSignal; installer?: Installer | undefined; find?: () => NatsServerProgram } = {},
): Promise<NatsServerProgram> {
  const find = options.find ?? findNatsServer;
  try {
    return find();
  } catch (error) {
    if (!(error instanceof NatsServerMissing)) throw error;
  }
  const installer = 'installer' in options ? options.installer : installerOfThisMachine();
  if (installer === undefined) throw new NatsNotInstalled(`${new NatsServerMissing().message} ${WHAT_TO_DO}`);
  say(`nats-server is missing: ${installer.install.join(' ')}`);
  const output = await installWith(installer, options.signal);
  try {
    return find();
  } catch (error) {
    if (!(error instanceof NatsServerMissing)) throw error;
    throw new NatsNotInstalled(
      `nats-server could not be installed by "${installer.install.join(' ')}":\n${output}\n${WHAT_TO_DO}`,
    );
  }
}

const WHAT_TO_DO = `Install it by hand (apt-get install nats-server, brew install nats-server, or a release ${NATS_FLOOR} or newer of nats-server put on PATH), or set NATS_URL to one that runs.`;

/** Undefined when nothing here can install without asking for a password. */
export function installerOfThisMachine(): Installer | undefined {
  if (works('apt-get', '--version')) {
    const prefix = process.getuid?.() === 0 ? [] : works('sudo', '-n', 'true') ? ['sudo', '-n'] : undefined;
    if (prefix === undefined) return undefined;
    return {
      refresh: [...prefix, 'apt-get', 'update', '-q'],
      install: [...prefix, 'apt-get', 'install', '-y', '-q', '--no-install-recommends', 'nats-server'],
    };
  }
  if (process.platform === 'darwin' && works('brew', '--version')) return { install: ['brew', 'install', 'nats-server'] };
  return undefined;
}

/** A fresh machine has no list of packages yet: then the list is fetched and the installation tried again. Returns the last words. */
async function installWith(installer: Installer, signal?: AbortSignal): Promise<string> {
  const first = await run(installer.install, signal);
  if (first.code === 0 || installer.refresh === undefined) return first.output;
  const refreshed = await run(installer.refresh, signal);
  if (refreshed.code !== 0) return refreshed.output;
  return (await run(installer.install, signal)).output;
}

function run(command: readonly string[], signal?: AbortSignal): Promise<{ code: number | null; output: string }> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: INSTALL_TIMEOUT_MS, signal });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output: output.trim().split('\n').slice(-8).join('\n') }));
  });
}

function works(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;
}

if (process.argv[1] === import.meta.filename) {
  try {
    await ensureNatsServer(console.log);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
