/** What `npm run check` runs, one after the other; every part runs even when one before it failed, so that one run shows all there is to mend. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CannotStart, installDependencies } from './install.mjs';

const ROOT = join(import.meta.dirname, '..');
const PARTS = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['module boundaries', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'tools']],
  ['build', 'node', ['tools/build.mjs']],
  ['generated files', 'node', ['dist/tools/generate/main.js', '--check']],
];

try {
  await installDependencies();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exit(1);
}

const bin = join(ROOT, 'node_modules/.bin');
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
const failed = PARTS.filter(([title, program, args]) => {
  console.log(`— ${title}`);
  return spawnSync(join(bin, program), args, { cwd: ROOT, env, stdio: 'inherit' }).status !== 0;
}).map(([title]) => title);

console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
