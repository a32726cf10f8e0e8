import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What every command on a rig is asked for in the same words. */
export interface RunOptions {
  readonly quick: boolean;
  /** Rows by name; all when empty. */
  readonly only: readonly string[];
  readonly seed: number;
  /** Where the result goes as JSON. */
  readonly json?: string;
  /** The page that is written. */
  readonly report?: string;
}

interface Asked<Own extends Record<string, { type: 'string' }>> {
  /** Of everything that can be played. */
  readonly names: readonly string[];
  /** Used where none is given. */
  readonly seed: () => number;
  /** The page that a full run writes unless another is named. */
  readonly page: string;
  /** Options of this command alone. */
  readonly own?: Own;
}

const SHARED = {
  quick: { type: 'boolean' },
  only: { type: 'string', multiple: true },
  seed: { type: 'string' },
  json: { type: 'string' },
  report: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

/** @throws Error with what is wrong */
export function readRunOptions<Own extends Record<string, { type: 'string' }> = Record<never, never>>(
  argv: readonly string[],
  { names, seed, page, own }: Asked<Own>,
): (RunOptions & { readonly own: { readonly [K in keyof Own]?: string } }) | 'help' {
  const { values } = parseArgs({ args: [...argv], options: { ...own, ...SHARED } });
  const asked = values as { quick?: boolean; only?: string[]; help?: boolean } & Record<string, string | undefined>;
  if (asked.help) return 'help';
  const only = asked.only ?? [];
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  const full = !asked.quick && only.length === 0;
  return {
    quick: asked.quick === true,
    only,
    seed: asked['seed'] === undefined ? seed() : wholeNumber('--seed', asked['seed']),
    json: asked['json'],
    report: asked['report'] ?? (full ? page : undefined),
    own: Object.fromEntries(Object.keys(own ?? {}).map((name) => [name, asked[name]])) as { [K in keyof Own]?: string },
  };
}

/** @throws Error when it is none */
export function wholeNumber(option: string, said: string): number {
  const number = Number(said);
  if (said.trim() === '' || !Number.isInteger(number) || number < 0) throw new Error(`${option} is a whole number.`);
  return number;
}
