/**
 * What `npm start` runs. Plain JavaScript for Node 20 without any dependency, since on a fresh machine there is none yet:
 * installs, builds, and hands over to the launcher (tools/launcher) on the project's own Node in the same terminal.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CannotStart, installDependencies, orSayWhy, pinnedNode } from './install.mjs';

const ROOT = join(import.meta.dirname, '..');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const args = process.argv.slice(2);

if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(readFileSync(join(ROOT, 'tools/launcher/help.txt'), 'utf8'));
} else {
  await orSayWhy(async () => {
    await installDependencies();
    await buildOrSayWhy();
    process.exitCode = await launch();
  });
}

async function buildOrSayWhy() {
  try {
    const { compiled, ms } = await build();
    if (compiled > 0) console.log(`Built ${compiled} files (${Math.round(ms)} ms)`);
  } catch (error) {
    throw new CannotStart(`The build failed:\n${error.message}`);
  }
}

/** Resolves with the launcher's exit code. */
function launch() {
  return new Promise((resolve) => {
    // The channel tells the launcher that we are gone, also when we were killed and can say nothing.
    const launcher = spawn(pinnedNode(), [join(ROOT, 'dist/tools/launcher/main.js'), ...args], {
      cwd: ROOT,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    for (const name of SIGNALS) process.on(name, () => launcher.kill(name));
    stopWhenNpmIsGone(launcher);
    launcher.once('error', (error) => {
      console.error(`The launcher could not be run: ${error.message}`);
      resolve(1);
    });
    launcher.once('exit', (code, name) => {
      if (launcher.connected) launcher.disconnect();
      resolve(code ?? 128 + (constants.signals[name] ?? 0));
    });
  });
}

/**
 * An npm that is killed cannot pass the signal on: what it started would keep the folder and the ports for ever. Between npm
 * and us there may be a shell, which stays when npm goes and only gets another parent.
 */
function stopWhenNpmIsGone(launcher) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const before = wayToNpm();
  const watch = setInterval(() => {
    if (wayToNpm() === before) return;
    clearInterval(watch);
    launcher.kill('SIGTERM');
  }, 500);
  watch.unref();
}

/** The processes from us up to npm; npm's own parent does not count, a terminal may go while npm stays. */
function wayToNpm() {
  const parent = process.ppid;
  try {
    const isShell = /^\d+ \((sh|dash|bash|zsh|ash|busybox)\)/.test(readFileSync(`/proc/${parent}/stat`, 'utf8'));
    const [, above] = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8')) ?? [];
    return isShell ? `${parent} ${above}` : String(parent);
  } catch {
    // No /proc on this system: the parent alone has to do.
    return String(parent);
  }
}
