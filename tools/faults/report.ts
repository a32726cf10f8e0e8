import { cpus, loadavg, totalmem } from 'node:os';
import { INVARIANTS } from '../rig/verdict.js';
import { MUTANTS } from './mutants.js';
import type { Played } from './play.js';
import { ACTS } from './rows.js';

export interface Run {
  readonly date: string;
  readonly seed: number;
  readonly quick: boolean;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly rows: readonly Played[];
  readonly mutants: readonly Played[];
  /** Rows and mutants for which there was no time left. */
  readonly notPlayed: readonly string[];
  /** Errors of the rig itself that belong to no row. */
  readonly strays: readonly string[];
  /** Minutes that it was to take on a quiet machine. */
  readonly planned: number;
}

/** What it was played on. The load of the last minutes is its own and whatever else was going on. */
export const machine = () =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB; load ${loadavg()[2]!.toFixed(1)} in the last quarter of an hour`;

/** The result as a page for people. */
export function reportOf(run: Run): string {
  const failed = [...run.rows, ...run.mutants].filter(({ ok }) => !ok);
  return [
    '# Reliability',
    '',
    'What the platform was made to endure, and what was found afterwards. Written by `npm run faults`, which starts it as real processes, two of each service, with a PostgreSQL, a',
    'nats-server and a stand-in for WhatsApp of its own, lets sellers and customers at it through signed webhooks and the API, strikes, heals, waits until all queues are empty,',
    'and compares: webhooks that were acknowledged, rows, events, and what the stand-in for WhatsApp has in its own books.',
    '',
    `- ${run.date}, ${run.quick ? 'strikes at their everyday strength (`-- --quick`)' : 'the full run'}, seed ${run.seed}, ${(run.seconds / 60).toFixed(1)} min (planned: ${run.planned.toFixed(0)})`,
    `- ${run.machine}`,
    `- ${Object.entries(run.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    `- ${failed.length === 0 && run.rows.length + run.mutants.length > 0 ? 'Everything that was played held, and every mutant was caught.' : `Not so: ${failed.map(({ name }) => name).join(', ')}.`}`,
    ...(run.notPlayed.length > 0 ? [`- Not played, for the time was over: ${run.notPlayed.join(', ')}.`] : []),
    ...(run.strays.length > 0
      ? [
          `- Errors of the rig that belong to no row: ${run.strays.slice(0, 3).join(' | ').replaceAll(/\s+/g, ' ').slice(0, 400)}.`,
        ]
      : []),
    '',
    'One row again: `npm run faults -- --only ROW --seed N`. What is written and where it strikes follows from the seed; how the machine shares its time does not.',
    `The everyday run, \`npm run faults -- --quick\`, plays the core at a smaller strength on one platform: ${core(ACTS.flat())}; and the mutants ${core(MUTANTS)}.`,
    '',
    '## What must hold',
    '',
    ...Object.entries(INVARIANTS).map(([name, says]) => `- **${name}** ${says}`),
    '',
    'Each row is judged by all of them, over everything since its platform was started; a row that broke something is followed by a new platform.',
    '',
    'Patience is shortened so that a row takes seconds: a lease of a send ends 3 s after its call could have, an answer that does not come is waited for 1.5 s and reconciled after 2 s,',
    'a mailbox that could not be read is tried again after half a second, Gemini has 2 s for an answer, and one person may be written to every 0.1 s instead of every 6 s, for a few',
    'people here get what is written to hundreds.',
    'Readers book each event they work on in a table without a unique key, in the transaction of their work: two rows there are two effects, whatever their own keys forgive.',
    '',
    '## Row by row',
    '',
    '| row | what strikes | | seed | what was done | webhooks taken (attempts in vain) | strike + drain |',
    '|---|---|---|---|---|---|---|',
    ...run.rows.map(line),
    '',
    ...breaches(run.rows),
    ...totals(run.rows),
    '## Mutants',
    '',
    'One safeguard taken out while the files are read; the same strikes. Each must be noticed.',
    '',
    '| mutant | what it lacks | | noticed by | seed |',
    '|---|---|---|---|---|',
    ...run.mutants.map(
      ({ name, strikes, ok, platform, breaches: found, seed }) =>
        `| ${name} | ${strikes} | ${ok ? 'caught' : platform === 0 ? '**could not be played**' : '**passed**'} | ${found.map(({ invariant, what, count }) => `${invariant}: ${what} (${count})`).join('; ')} | ${seed} |`,
    ),
    '',
    '## What this does not show',
    '',
    'A killed process leaves the page cache: loss of power is played by older copies of the store of the broker and by commits that were not synchronous, not by cutting power. Clocks jump as',
    'far as a process sees its own and as the database compares stored times with its own; that of the machine stays. Several machines, and replicas of the broker, are not played.',
    '',
  ].join('\n');
}

const core = (list: readonly { name: string; quick?: true }[]) =>
  list
    .filter(({ quick }) => quick)
    .map(({ name }) => name)
    .join(', ');

const line = ({ name, strikes, ok, seed, facts, webhooks, unanswered, seconds, drainSeconds }: Played) =>
  `| ${name} | ${strikes} | ${ok ? 'held' : '**broken**'} | ${seed} | ${Object.entries(facts)
    .map(([what, value]) => `${what}: ${value}`)
    .join('; ')} | ${webhooks} (${unanswered}) | ${seconds.toFixed(0)} + ${drainSeconds.toFixed(0)} s |`;

function breaches(rows: readonly Played[]): string[] {
  const broken = rows.filter(({ ok }) => !ok);
  if (broken.length === 0) return [];
  return [
    '### What broke',
    '',
    ...broken.flatMap(({ name, breaches: found }) =>
      found.map(
        ({ invariant, what, count, examples }) =>
          `- ${name}: **${invariant}** ${what}: ${count}, e.g. ${examples.join(' | ').replaceAll(/\s+/g, ' ').slice(0, 400)}`,
      ),
    ),
    '',
  ];
}

function totals(rows: readonly Played[]): string[] {
  const judged = rows.filter(({ totals: t }) => t !== undefined);
  if (judged.length === 0) return [];
  // The last row of a platform tells of all that were played on it.
  const each = [...Map.groupBy(judged, ({ platform }) => platform).values()].map((played) => played.at(-1)!.totals!);
  const all = (of: 'messages' | 'orders' | 'sends' | 'resent') => each.reduce((sum, one) => sum + one[of], 0);
  return [
    `In all: ${all('messages')} messages stored, ${all('orders')} orders, ${all('sends')} sends that WhatsApp took, ${all('resent')} of them of a message it had taken before (each counted in our row:` +
      ' a send without an answer and without a status is repeated once, since there is no way to ask).',
    '',
  ];
}
