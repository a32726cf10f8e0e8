import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(import.meta.dirname, '..');

describe('the build', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fluxasync-build-'));
    copyFileSync(join(project, '.swcrc'), join(root, '.swcrc'));
    put('package.json', '{ "type": "module" }');
    put('libs/money/src/index.ts', "export const unit: string = 'FCFA';\n");
    put('apps/orders/src/main.ts', "import { unit } from '../../../libs/money/src/index.js';\nconsole.log(unit);\n");
    put('apps/orders/src/main.spec.ts', 'never();');
    put('apps/orders/src/page.html', '<p>1</p>');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function put(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  function build(): { compiled: number; copied: number; removed: number; ms: number } {
    const script = `import { build } from '${join(project, 'tools/build.mjs')}'; console.log(JSON.stringify(await build('${root}')));`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as ReturnType<typeof build>;
  }

  const run = () => spawnSync(process.execPath, [join(root, 'dist/apps/orders/src/main.js')], { encoding: 'utf8' }).stdout;

  it('compiles what runs, leaves tests out and copies what programs read', () => {
    expect(build()).toMatchObject({ compiled: 2, copied: 1, removed: 0 });
    expect(run()).toBe('FCFA\n');
    expect(existsSync(join(root, 'dist/apps/orders/src/main.spec.js'))).toBe(false);
    expect(readFileSync(join(root, 'dist/apps/orders/src/page.html'), 'utf8')).toBe('<p>1</p>');
  });

  it('does nothing when nothing changed, and only what changed otherwise', () => {
    build();
    const again = build();
    expect(again).toMatchObject({ compiled: 0, copied: 0, removed: 0 });
    put('libs/money/src/index.ts', "export const unit = 'XOF';\n");
    expect(build()).toMatchObject({ compiled: 1, copied: 0 });
    expect(run()).toBe('XOF\n');
  });

  it('removes what has no source any more', () => {
    build();
    rmSync(join(root, 'apps/orders/src/page.html'));
    expect(build()).toMatchObject({ compiled: 0, removed: 1 });
    expect(existsSync(join(root, 'dist/apps/orders/src/page.html'))).toBe(false);
  });

  it('finishes what a killed build had begun', () => {
    build();
    rmSync(join(root, 'dist/.build.json'));
    put('dist/apps/orders/src/main.js.7.tmp', 'half');
    utimesSync(join(root, 'dist/apps/orders/src/main.js.7.tmp'), 0, 0);
    rmSync(join(root, 'dist/libs/money/src/index.js'));
    expect(build()).toMatchObject({ compiled: 2, removed: 1 });
    expect(run()).toBe('FCFA\n');
  });

  it('names the file and the place when a source cannot be compiled, and is not done', () => {
    put('libs/money/src/index.ts', 'export const = 1;');
    expect(build).toThrow(/libs\/money\/src\/index\.ts:1/);
    expect(build).toThrow();
  });
});
