import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMANDS } from './cli/run.js';

const ROOT = join(import.meta.dirname, '..');
const PAGES = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT })].sort();

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const SCRIPTS = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
const START_HELP = read('tools/launcher/help.txt');

/** npm's own commands that need no script. */
const NPM_ITSELF = new Set(['ci', 'install']);
const FILE =
  /^[\w.@*-]+(\/[\w.@*-]+)+\.(ts|mjs|cjs|js|json|ya?ml|md|sql|conf|txt|html)$|^(apps|libs|tools|docs|deploy|\.ci)\/[\w./@*-]+$/;
/** Made by the build or at run time. */
const NOT_OURS = /^(dist|node_modules|\.fluxasync)\//;

/** The text outside fenced blocks: links live there, commands and paths also within them. */
const prose = (text: string) => text.replaceAll(/^```[^]*?^```/gm, '');
const codeOf = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!);
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

/** The anchor GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
const anchorsOf = (text: string) => all(prose(text), /^#+ (.+)$/gm).map(anchorOf);

/** Relative links of a page that lead nowhere, or to a heading that is not there. */
function brokenLinks(page: string, text: string): string[] {
  return all(prose(text), /\]\(([^)\s]+)\)/g).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [target = '', anchor] = link.split('#');
    const path = target === '' ? page : join(dirname(page), target);
    if (target !== '' && !existsSync(join(ROOT, path))) return true;
    return anchor !== undefined && !anchorsOf(target === '' ? text : read(path)).includes(anchor);
  });
}

/** Files and folders that a page names in code and that are not there, from the project's folder or from the page's. */
function missingFiles(page: string, text: string): string[] {
  const named = [...codeOf(prose(text)), ...all(text, /(?<=^|\s)((?:apps|libs|tools|docs|deploy)\/[\w./@*-]+)/gm)];
  const there = (path: string) =>
    [ROOT, join(ROOT, dirname(page))].some((from) =>
      path.includes('*') ? globSync(path, { cwd: from }).length > 0 : existsSync(join(from, path)),
    );
  return [...new Set(named)].filter((path) => FILE.test(path) && !NOT_OURS.test(path) && !there(path));
}

/** What a page tells people to type and what does not exist: npm scripts, options of `npm start`, the operator's commands. */
function unknownCommands(text: string): string[] {
  const scripts = [...all(text, /\bnpm run ([\w:-]+)/g), ...all(text, /\bnpm (start|test|ci|install)\b/g)];
  const options = all(text, /\bnpm start -- (--[\w-]+)/g);
  const commands = [...all(text, /\bnpm run fluxasync -- ([\w-]+)/g), ...commandsOfTables(text)];
  return [
    ...scripts.filter((name) => !SCRIPTS.includes(name) && !NPM_ITSELF.has(name)),
    ...options.filter((name) => !START_HELP.includes(name)),
    ...commands.filter((name) => !COMMANDS.some((command) => command.name === name)),
  ];
}

/** The operator's commands that stand alone in the first column of a table headed `command`. */
function commandsOfTables(text: string): string[] {
  const tables = all(text, /^\| command +\|.*\n\|[ :|-]+\n((?:\|.*\n?)+)/gm);
  return tables.flatMap((rows) => all(rows, /^\| `(?!npm )([\w-]+)/gm));
}

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  it('links to what is there', () => {
    expect(brokenLinks(page, text)).toEqual([]);
  });

  it('names files that are there', () => {
    expect(missingFiles(page, text)).toEqual([]);
  });

  it('names scripts, options and commands that exist', () => {
    expect(unknownCommands(text)).toEqual([]);
  });
});

describe('the pages together', () => {
  it.each(['README.md', 'docs/operations.md'])('%s has every command of the operator', (page) => {
    const text = read(page);
    const told = [...all(text, /\bnpm run fluxasync -- ([\w-]+)/g), ...all(text, /`([\w-]+)/g)];
    expect(COMMANDS.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([]);
  });

  it('README.md leads to every page under docs', () => {
    const linked = all(read('README.md'), /\]\(([^)\s]+)\)/g);
    const pages = PAGES.filter((page) => page.startsWith('docs/') && !/^docs\/adr\/\d/.test(page));
    expect(pages.filter((page) => !linked.includes(page))).toEqual([]);
  });

  it('docs/adr/README.md leads to every decision', () => {
    const linked = all(read('docs/adr/README.md'), /\]\(([^)\s]+)\)/g).map((link) => `docs/adr/${link}`);
    expect(PAGES.filter((page) => /^docs\/adr\/\d/.test(page) && !linked.includes(page))).toEqual([]);
  });
});

/** Each look is shown a fault: a guard that never failed proves nothing. */
describe('a page that is wrong is found out', () => {
  it.each([
    ['[a](docs/gone.md)', ['docs/gone.md']],
    ['[a](docs/operations.md#no-such-heading)', ['docs/operations.md#no-such-heading']],
    ['[a](#nowhere)', ['#nowhere']],
    ['# Here\n[a](#here), [b](docs/operations.md#variables), [c](https://example.org)', []],
  ])('by its links: %s', (text, broken) => {
    expect(brokenLinks('README.md', text)).toEqual(broken);
  });

  it.each([
    ['`apps/orders/src/order/order.entity.js`', ['apps/orders/src/order/order.entity.js']],
    ['`libs/bus/test/*.e2e-spec.ts`', ['libs/bus/test/*.e2e-spec.ts']],
    ['`deploy/Containerfile`', ['deploy/Containerfile']],
    ['```sh\npsql -f docs/reports/4-none.sql\n```', ['docs/reports/4-none.sql']],
    ['`libs/bus/test/*.int-spec.ts`, `dist/tools/cli/main.js`, `deploy/Dockerfile`, `application/problem+json`', []],
  ])('by the files it names: %s', (text, missing) => {
    expect(missingFiles('README.md', text)).toEqual(missing);
  });

  it.each([
    ['`npm run deploy`', ['deploy']],
    ['`npm start -- --fast`', ['--fast']],
    ['`npm run fluxasync -- repair`', ['repair']],
    ['| command | what |\n| --- | --- |\n| `repair ID` | x |\n| `doctor` | y |\n', ['repair']],
    ['`npm ci`, `npm test -- apps/orders`, `npm start -- --reset`, `npm run fluxasync -- dead-letters list`', []],
  ])('by what it tells people to type: %s', (text, unknown) => {
    expect(unknownCommands(text)).toEqual(unknown);
  });
});
