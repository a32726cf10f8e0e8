/**
 * What `npm test` runs: every test there is, on servers the tests start themselves. Arguments go to Jest (`npm test -- apps/orders`).
 * The last line is `N passed, N failed`; a suite that does not even compile counts as one failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CannotStart, installDependencies, pinnedNode } from './install.mjs';

const ROOT = join(import.meta.dirname, '..');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** How long Jest may take to end after its results are written: longer means that a test left something open. */
const ENDING_MS = 30_000;

try {
  await prepare();
  process.exitCode = await runTests();
} catch (error) {
  console.log(`${error.message}\n0 passed, 1 failed`);
  process.exitCode = 1;
}

async function prepare() {
  await installDependencies();
  await build();
  const nats = await run([join(ROOT, 'dist/tools/launcher/nats-install.js')]);
  if (nats !== 0) throw new CannotStart('The tests need nats-server.');
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'fluxasync-test-'));
  const resultFile = join(folder, 'result.json');
  try {
    const jest = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${resultFile}`, ...process.argv.slice(2)];
    const code = await run(['--experimental-vm-modules', '--no-warnings', ...jest], () => readResult(resultFile) !== undefined);
    return report(readResult(resultFile), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints the last line and says which exit code follows from it. */
function report(result, code) {
  if (result === undefined) {
    console.log('Jest ended before it had a result.\n0 passed, 1 failed');
    return 1;
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (code !== 0 && failed === 0) console.log(`Jest ended with ${code} although no test failed: see above.`);
  // A run that ends badly without a failed test (something left open, a crash at the end) is one failure.
  const counted = failed === 0 && code !== 0 ? 1 : failed;
  console.log(`${result.numPassedTests} passed, ${counted} failed`);
  return counted === 0 ? 0 : 1;
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs Node with these arguments in this terminal; when `isOver` has been true for ENDING_MS and it still runs, it is killed. */
function run(args, isOver = () => false) {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '' };
    // Jest starts workers with our NODE_OPTIONS, not with our arguments.
    if (args.includes('--experimental-vm-modules')) env.NODE_OPTIONS = '--experimental-vm-modules --no-warnings';
    const child = spawn(pinnedNode(), args, { cwd: ROOT, env, stdio: 'inherit' });
    let overSince;
    const watch = setInterval(() => {
      if (!isOver()) return;
      overSince ??= Date.now();
      if (Date.now() - overSince < ENDING_MS) return;
      console.error('A test left something open: Jest has its results and does not end.');
      child.kill('SIGKILL');
    }, 1_000);
    const forward = (name) => child.kill(name);
    for (const name of SIGNALS) process.on(name, forward);
    child.once('exit', (code, name) => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.removeListener(signal, forward);
      resolve(code ?? 128 + (constants.signals[name] ?? 0));
    });
  });
}
