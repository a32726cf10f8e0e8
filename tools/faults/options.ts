import { readRunOptions, type RunOptions, wholeNumber } from '../rig/run-options.js';

/** What `npm run faults` was asked for. */
export interface FaultOptions extends RunOptions {
  /** When nothing more is begun, in minutes from the start. */
  readonly minutes: number;
}

interface Named {
  readonly name: string;
  readonly quick?: true;
}

const MINUTES = { quick: 12, full: 45 };

/** A line for each option, for whoever asks. */
export const helpText = (rows: readonly Named[], mutants: readonly Named[]): string => `npm run faults [-- options]

Starts the platform as real processes, lets sellers and customers at it, and hurts it in every way of the matrix; then checks that nothing was lost, nothing happened
twice and nothing is stuck. Then takes one safeguard out at a time and checks that it notices. Everything on the loopback, in a temporary folder, gone at the end.

  --quick         the core rows and mutants, at their everyday strength
  --only NAME     this row or mutant; may be repeated; with --quick at its everyday strength
  --seed N        decides what is written and where it strikes; printed at the beginning
  --minutes N     begin nothing more after so many minutes, and say what was not played (${MINUTES.full}; ${MINUTES.quick} with --quick)
  --json FILE     the result as JSON
  --report FILE   the report; docs/reliability.md for the full run unless said

core rows         ${namesOf(rows.filter(({ quick }) => quick))}
other rows        ${namesOf(rows.filter(({ quick }) => !quick))}
core mutants      ${namesOf(mutants.filter(({ quick }) => quick))}
other mutants     ${namesOf(mutants.filter(({ quick }) => !quick))}
`;

const namesOf = (list: readonly Named[]) => list.map(({ name }) => name).join(', ');

/** @throws Error with what is wrong */
export function readFaultOptions(argv: readonly string[], names: readonly string[]): FaultOptions | 'help' {
  const options = readRunOptions(argv, {
    names,
    seed: () => Math.floor(Math.random() * 1_000_000),
    page: 'docs/reliability.md',
    own: { minutes: { type: 'string' } },
  });
  if (options === 'help') return options;
  const { minutes } = options.own;
  const unless = options.quick ? MINUTES.quick : MINUTES.full;
  return { ...options, minutes: minutes === undefined ? unless : wholeNumber('--minutes', minutes) };
}
