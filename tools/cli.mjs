/**
 * What `npm run fluxasync` runs: brings dependencies and dist/ up to date, then hands over to the compiled command line on the project's own Node.
 * Where the code is compiled already (a container image), `node dist/tools/cli/main.js` is the same.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CannotStart, installDependencies, orSayWhy, pinnedNode } from './install.mjs';

const ROOT = join(import.meta.dirname, '..');

await orSayWhy(async () => {
  // stdout belongs to the command's result.
  await installDependencies(console.error);
  await build().catch((error) => {
    throw new CannotStart(`The build failed:\n${error.message}`);
  });
  process.exitCode = await run();
});

/** Resolves with the command's exit code; a signal goes on to it. */
function run() {
  return new Promise((resolve) => {
    const script = join(ROOT, 'dist/tools/cli/main.js');
    const command = spawn(pinnedNode(), ['--enable-source-maps', script, ...process.argv.slice(2)], { stdio: 'inherit' });
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => command.kill(name));
    command.once('error', (error) => {
      console.error(`The command line could not be run: ${error.message}`);
      resolve(1);
    });
    command.once('exit', (code, name) => resolve(code ?? (name === null ? 1 : 128)));
  });
}
