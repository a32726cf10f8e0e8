import { parseArgs } from 'node:util';

/** What `npm run faults` was asked for. */
export interface FaultOptions {
  readonly quick: boolean;
  /** Rows and mutants by name; all when empty. */
  readonly only: readonly string[];
  readonly seed: number;
  /** Where the result goes as JSON. */
  readonly json?: string;
  /** Where the report goes. */
  readonly report?: string;
}

/** A line for each option, for whoever asks. */
export const HELP = `npm run faults [-- options]

Starts the platform as real processes, lets sellers and customers at it, and hurts it in every way of the matrix; then checks that nothing was lost, nothing happened
twice and nothing is stuck. Then takes one safeguard out at a time and checks that it notices. Everything on the loopback, in a temporary folder, gone at the end.

  --quick         the core rows, in five minutes at most
  --only NAME     this row or mutant; may be repeated
  --seed N        decides what is written and where it strikes; printed at the beginning
  --json FILE     the result as JSON
  --report FILE   the report; docs/reliability.md for the full run unless said
`;

/** @throws Error with what is wrong */
export function readFaultOptions(argv: readonly string[], names: readonly string[]): FaultOptions | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      seed: { type: 'string' },
      json: { type: 'string' },
      report: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return 'help';
  const only = values.only ?? [];
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
  if (!Number.isInteger(seed) || seed < 0) throw new Error('--seed is a whole number.');
  const full = !values.quick && only.length === 0;
  return {
    quick: values.quick === true,
    only,
    seed,
    json: values.json,
    report: values.report ?? (full ? 'docs/reliability.md' : undefined),
  };
}
