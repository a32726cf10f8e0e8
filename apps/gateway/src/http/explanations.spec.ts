import { globSync, readFileSync } from 'node:fs';
import { BY_CODE } from './explanations.js';

/** Codes that meet no caller: broken events, and repairs at the console. */
const INWARD = ['EVENT_TOO_LARGE', 'EVENT_UNKNOWN', 'SELLER_MISSING', 'JOURNAL_INCOMPLETE'];

/** Expressions that pass a code on which stands elsewhere. */
const PASSED_ON = ['code', 'envelope.error.code', '...sample', '`${what.toUpperCase('];

const sources = globSync(['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts'])
  .filter((file) => !file.endsWith('spec.ts'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const found = (pattern: RegExp) =>
  sources.flatMap(({ file, text }) => [...text.matchAll(pattern)].map((match) => ({ file, match: match.slice(1) })));

/** What follows `new DomainError(`: the code, or what it is chosen from, and the kind; a failure of ours has its kind's words alone. */
const thrown = found(/new DomainError\(\s*([^;]*?),\s*'([a-z-]+)'/g);
const chosen = thrown
  .filter(({ match: [, kind] }) => kind !== 'internal')
  .flatMap(({ match: [expression] }) => [...expression!.matchAll(/'([A-Z][A-Z0-9_]+)'/g)].map((code) => code[1]!));
const missing = found(/notFound\(\s*'([a-z_]+)'/g).map(({ match }) => `${match[0]!.toUpperCase()}_NOT_FOUND`);
const throttled = found(/\bcode(?: =|:) '([A-Z][A-Z0-9_]+)' \}/g).map(({ match }) => match[0]!);
const codes = [...new Set([...chosen, ...missing, ...throttled])].filter((code) => !INWARD.includes(code)).sort();

describe('what goes wrong', () => {
  it('is looked for where it is thrown', () => {
    expect(codes.length).toBeGreaterThan(50);
    expect(codes).toEqual(expect.arrayContaining(['ORDER_NOT_FOUND', 'OUT_OF_STOCK', 'TOO_MANY_INVITATIONS', 'RATE_LIMITED']));
    const unreadable = found(/new DomainError\(\s*(?!')([^,)]+)/g)
      .filter(({ match }) => !/'[A-Z][A-Z0-9_]+'/.test(match[0]!) && !PASSED_ON.includes(match[0]!.trim()))
      .map(({ file, match }) => `${file}: ${match[0]}`);
    expect(unreadable).toEqual([]);
  });

  it('is said to people in French, whichever service it comes from', () => {
    expect(codes.filter((code) => !(code in BY_CODE))).toEqual([]);
  });

  it('is said as a sentence', () => {
    for (const words of Object.values(BY_CODE)) expect(words).toMatch(/^[A-ZÀÉÊ].*[.)]$/);
  });
});
