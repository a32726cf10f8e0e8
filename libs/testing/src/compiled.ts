import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Folder of the project. */
export const PROJECT_ROOT = join(import.meta.dirname, '../../..');

/** Brings dist/ up to date and gives the path of a compiled program, for tests of real processes. @param source e.g. `apps/sandbox/src/main.ts` */
export function compiled(source: string): string {
  execFileSync(process.execPath, [join(PROJECT_ROOT, 'tools/build.mjs')], { cwd: PROJECT_ROOT, stdio: 'pipe' });
  return join(PROJECT_ROOT, 'dist', source.replace(/\.ts$/, '.js'));
}
