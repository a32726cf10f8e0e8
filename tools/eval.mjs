/**
 * What `npm run eval` runs: brings dependencies and dist/ up to date, then plays the dialogues of tools/eval on the project's own Node.
 * `npm run eval -- --half tuning --only NAME --transcript` plays a part and shows what was said.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CannotStart, installDependencies, orSayWhy, pinnedNode } from './install.mjs';

const ROOT = join(import.meta.dirname, '..');

await orSayWhy(async () => {
  await installDependencies();
  await build().catch((error) => {
    throw new CannotStart(`The build failed:\n${error.message}`);
  });
  if ((await run('dist/tools/launcher/nats-install.js', [])) !== 0) throw new CannotStart('The evaluation needs nats-server.');
  process.exitCode = await run('dist/tools/eval/main.js', process.argv.slice(2));
});

/** Resolves with the exit code; a signal goes on to it. */
function run(script, args) {
  return new Promise((resolve) => {
    const child = spawn(pinnedNode(), ['--enable-source-maps', join(ROOT, script), ...args], { cwd: ROOT, stdio: 'inherit' });
    const forward = (name) => child.kill(name);
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, forward);
    child.once('exit', (code, name) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, forward);
      resolve(code ?? (name === null ? 1 : 128));
    });
  });
}
