import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const DEPCRUISE = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

const cruise = (cwd: string, folders: string[]) =>
  spawnSync(process.execPath, [DEPCRUISE, '--config', join(ROOT, '.dependency-cruiser.cjs'), ...folders], {
    cwd,
    encoding: 'utf8',
  });

/** Each rule is shown a file that breaks it: a guard that never failed proves nothing. */
const violations: [rule: string, file: string, imports: string, target: string][] = [
  ['apps-are-apart', 'apps/orders/src/order.ts', '../../deliveries/src/courier.js', 'apps/deliveries/src/courier.ts'],
  ['contracts-import-nothing-of-ours', 'libs/contracts/src/event.ts', '../../bus/src/bus.js', 'libs/bus/src/bus.ts'],
  ['libs-do-not-know-apps', 'libs/bus/src/bus.ts', '../../../apps/orders/src/order.js', 'apps/orders/src/order.ts'],
  ['apps-do-not-know-tools', 'apps/orders/src/order.ts', '../../../tools/cli/main.js', 'tools/cli/main.ts'],
  ['libs-are-layered', 'libs/bus/src/bus.ts', '../../service/src/env.js', 'libs/service/src/env.ts'],
  ['database-does-not-know-the-bus', 'libs/database/src/database.ts', '../../bus/src/bus.js', 'libs/bus/src/bus.ts'],
  ['providers-stand-alone', 'libs/providers/src/gmail.ts', '../../database/src/database.js', 'libs/database/src/database.ts'],
  ['storage-stands-alone', 'libs/storage/src/store.ts', '../../contracts/src/message.js', 'libs/contracts/src/message.ts'],
  ['api-client-stands-alone', 'libs/api-client/src/client.ts', '../../contracts/src/message.js', 'libs/contracts/src/message.ts'],
  ['testing-stays-in-tests', 'apps/orders/src/order.ts', '../../../libs/testing/src/world.js', 'libs/testing/src/world.ts'],
];

/** What the house's rules say of these files, in a folder of their own. */
function verdictOn(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'fluxasync-boundaries-'));
  try {
    for (const part of ['apps', 'libs', 'tools']) mkdirSync(join(folder, part));
    // dependency-cruiser reads TypeScript with the project's own compiler.
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const all = {
      'tsconfig.json': '{ "compilerOptions": { "module": "nodenext" } }',
      'package.json': '{ "type": "module" }',
      ...files,
    };
    for (const [file, content] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    return cruise(folder, ['apps', 'libs', 'tools']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('module boundaries', () => {
  // One look at all of them: each violation is told with its rule and both files.
  let verdict: ReturnType<typeof verdictOn>;
  beforeAll(() => {
    const files: Record<string, string> = {};
    for (const [, , , target] of violations) files[target] = 'export const thing = 1;\n';
    for (const [at, [, file, imports]] of violations.entries())
      files[file] = `${files[file] ?? ''}export { thing as thing${at} } from '${imports}';\n`;
    verdict = verdictOn({
      ...files,
      'libs/bus/src/a.ts': "import { b } from './b.js';\nexport const a = () => b;\n",
      'libs/bus/src/b.ts': "import { a } from './a.js';\nexport const b = () => a;\n",
    });
  }, 60_000);

  it.each(violations)('%s: %s must not import %s', (rule, file, _imports, target) => {
    expect(verdict.stdout).toMatch(new RegExp(`error ${rule}: ${file} → ${target}`));
    expect(verdict.status).not.toBe(0);
  });

  it('no-circles: two files that import each other', () => {
    expect(verdict.stdout).toMatch(/error no-circles: libs\/bus\/src\/a\.ts →/);
  });

  it('the house keeps them', () => {
    const { status, stdout } = cruise(ROOT, ['apps', 'libs', 'tools']);
    expect(stdout).toContain('no dependency violations found');
    expect(status).toBe(0);
  });
});
