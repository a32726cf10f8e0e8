import { readRunOptions, type RunOptions } from '../rig/run-options.js';

/** What `npm run bench` was asked for. */
export interface BenchOptions extends RunOptions {
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
  const options = readRunOptions(argv, {
    names,
    seed: () => 1,
    page: 'docs/performance.md',
    own: { profile: { type: 'string' } },
  });
  return options === 'help' ? options : { ...options, profile: options.own.profile };
}
