import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';

/** Says what went wrong, from a function of its own. */
const WRITTEN = `import { nameSourceLines } from '${new URL('../src/source-lines.ts', import.meta.url).href}';

interface Sold {
  pieces: number;
}

nameSourceLines();
function sell(sold: Sold): never {
  throw new RangeError(\`there are no \${sold.pieces} pieces\`);
}

try {
  sell({ pieces: 12 });
} catch (error) {
  process.stdout.write((error as Error).stack!);
}
`;

describe('the stack of an error in a service', () => {
  let root: string;
  const stackWith = (map: boolean) => {
    const folder = join(root, 'dist/apps/shop/src');
    mkdirSync(folder, { recursive: true });
    const { code, map: lines } = transformSync(WRITTEN, {
      filename: join(root, 'apps/shop/src/shop.ts'),
      sourceFileName: '../../../../apps/shop/src/shop.ts',
      swcrc: false,
      sourceMaps: true,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
      module: { type: 'nodenext' },
    });
    writeFileSync(join(root, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'shop.js'), code);
    if (map) writeFileSync(join(folder, 'shop.js.map'), lines!);
    const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', join(folder, 'shop.js')], { encoding: 'utf8' });
    return stdout || stderr;
  };

  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'fluxasync-lines-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  it('begins as V8 begins it and names the lines as they were written', () => {
    const [head, first, second] = stackWith(true).split('\n');
    expect(head).toBe('RangeError: there are no 12 pieces');
    expect(first).toBe(`    at sell (${join(root, 'apps/shop/src/shop.ts')}:9:9)`);
    expect(second).toBe(`    at ${join(root, 'apps/shop/src/shop.ts')}:13:3`);
  });

  it('names those of the compiled file where no map is', () => {
    expect(stackWith(false)).toMatch(
      /^RangeError: there are no 12 pieces\n {4}at sell \(file:.*\/dist\/apps\/shop\/src\/shop\.js:\d+:\d+\)/,
    );
  });
});
