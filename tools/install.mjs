/** What `npm start` and `npm test` share before the project's own code can run: dependencies, and the Node it is written for. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const STAMP = 'node_modules/.fluxasync-installed';
const NEEDED_MAJOR = 24;

/** A cause the reader can act on, told without a stack. */
export class CannotStart extends Error {}

/**
 * Installs the dependencies when there are none or the lock file has changed since.
 * @param {(line: string) => void} [say] where progress goes
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function installDependencies(say = console.log) {
  requireNode();
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (isInstalled(lock)) return false;
  // npm ci empties the folder it installs into: through a link that would be somebody else's.
  if (lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    throw new CannotStart(
      'node_modules is a link to another folder, which does not fit package-lock.json. Remove the link and start again.',
    );
  const npm = spawnSync('npm', ['--version'], { encoding: 'utf8' });
  if (npm.status !== 0) throw new CannotStart('npm was not found. Install it (Debian: apt-get install npm) and start again.');
  say('Installing dependencies (npm ci), about a minute the first time …');
  const started = Date.now();
  await npmCi(say, started);
  writeFileSync(join(ROOT, STAMP), lock);
  say(`Dependencies installed (${seconds(started)} s)`);
  return true;
}

/** The Node the project runs on: the one among its dependencies, whatever is on the machine. */
export function pinnedNode() {
  const own = join(ROOT, 'node_modules/.bin/node');
  if (existsSync(own)) return own;
  // The npm package holds Node for Linux; elsewhere the machine's own has to be new enough.
  if (major() >= NEEDED_MAJOR) return process.execPath;
  throw new CannotStart(
    `FluxAsync runs on Node ${NEEDED_MAJOR}; npm brings it on Linux (x64, arm64) unless optional packages are left out. This is ${process.version} on ${process.platform}-${process.arch}.`,
  );
}

/** Runs the rest with this program's messages for known causes: one line, exit code 1. */
export async function orSayWhy(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}

function requireNode() {
  const [have, minor = 0] = process.versions.node.split('.').map(Number);
  if (have > 20 || (have === 20 && minor >= 19)) return;
  throw new CannotStart(
    `FluxAsync starts from Node 20.19 or newer; this is ${process.version}. Install a newer one and start again.`,
  );
}

function major() {
  return Number(process.versions.node.split('.')[0]);
}

/** npm writes its own list last: without it an installation was cut short. Time decides only for one made by hand. */
function isInstalled(lock) {
  const list = statSync(join(ROOT, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (list === undefined) return false;
  if (existsSync(join(ROOT, STAMP)) && readFileSync(join(ROOT, STAMP), 'utf8') === lock) return true;
  return list.mtimeMs >= statSync(join(ROOT, 'package-lock.json')).mtimeMs;
}

function npmCi(say, started) {
  return new Promise((resolve, reject) => {
    // --include=dev: a machine with NODE_ENV=production would otherwise leave out what builds and what runs PostgreSQL.
    const npm = spawn('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk) => (output += chunk));
    const tick = setInterval(() => say(`  … still installing (${seconds(started)} s)`), 15_000);
    const forward = (name) => npm.kill(name);
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, forward);
    npm.once('error', (error) => reject(new CannotStart(`npm could not be run: ${error.message}`)));
    npm.once('close', (code, name) => {
      clearInterval(tick);
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, forward);
      if (code === 0) return resolve();
      // npm says what is wrong first and how it is used at length afterwards.
      const reason = output.trim().split('\n').slice(0, 15).join('\n');
      reject(
        new CannotStart(
          `npm ci ended with ${code ?? name}. It says:\n${reason}\nCheck the network and the registry (npm ping), then start again.`,
        ),
      );
    });
  });
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}
