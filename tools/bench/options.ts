import { parseArgs } from 'node:util';

/** What `npm run bench` was asked for. */
export interface BenchOptions {
  readonly quick: boolean;
  /** Rows by name; all when empty. */
  readonly only: readonly string[];
  readonly seed: number;
  readonly json?: string;
  /** Page whose marked part is written anew. */
  readonly report?: string;
  /** Folder for CPU profiles and statements. */
  readonly profile?: string;
}

/** A line for each option, for whoever asks. */
export const HELP = `npm run bench [-- options]

Measures the platform as real processes with a PostgreSQL and a nats-server of its own, commits durable, row-level security and validation on, on the loopback; everything is gone at
the end. Nothing else should run on the machine meanwhile.

  --quick         small and short: shows that it runs; its numbers are worth nothing
  --only NAME     this row; may be repeated
  --seed N        decides who writes and what is bought (1)
  --json FILE     the result as JSON (bench.json in the folder for temporary files unless said)
  --report FILE   the page whose marked part is written anew; docs/performance.md for the full run unless said
  --profile DIR   CPU profiles of the services and every statement with its calls and time for each chain, into this folder (slower)
`;

/** @throws Error with what is wrong */
export function readBenchOptions(argv: readonly string[], names: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      seed: { type: 'string' },
      json: { type: 'string' },
      report: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return 'help';
  const only = values.only ?? [];
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  const seed = Number(values.seed ?? 1);
  if (!Number.isInteger(seed) || seed < 0) throw new Error('--seed is a whole number.');
  const full = !values.quick && only.length === 0;
  const report = values.report ?? (full ? 'docs/performance.md' : undefined);
  return { quick: values.quick === true, only, seed, json: values.json, report, profile: values.profile };
}
