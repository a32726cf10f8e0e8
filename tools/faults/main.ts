import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { plannedMinutes } from './budget.js';
import { MUTANTS, type Mutant } from './mutants.js';
import { helpText, readFaultOptions } from './options.js';
import { interrupt, type Played, type Playing, playMutant, Theatre } from './play.js';
import { machine, reportOf, type Run } from './report.js';
import { ACTS } from './rows.js';
import type { Row } from './stage.js';

const ROOT = join(import.meta.dirname, '../../..');
const ROWS = ACTS.flat();
/** What was begun last ends in this time even when it fails in every way it can. */
const HANGS_MS = 15 * 60_000;
const ENDING_MS = 60_000;

const began = Date.now();
const elapsed = () => (Date.now() - began) / 1_000;
const say = (text: string) => process.stdout.write(`${elapsed().toFixed(0).padStart(5)} s  ${text}\n`);
const aside = (line: string) => say(`      ${line}`);

function tell(kind: string, { name, ok, facts, breaches, seconds, drainSeconds }: Played): void {
  const what = Object.entries(facts)
    .map(([fact, value]) => `${fact} ${value}`)
    .join(', ');
  say(`${ok ? '✓' : '✗'} ${kind}${name.padEnd(26)} ${seconds.toFixed(0)} + ${drainSeconds.toFixed(0)} s  ${what}`);
  for (const { invariant, what: breach, count, examples } of breaches)
    say(`    ${invariant} ${breach}: ${count}, e.g. ${examples.join(' | ').slice(0, 600)}`);
}

/** What could not even be begun has not held. */
const unplayed = (name: string, strikes: string, seed: number, error: unknown): Played => ({
  name,
  strikes,
  seed,
  ok: false,
  platform: 0,
  facts: {},
  breaches: [{ invariant: 'I8', what: 'could not be played', count: 1, examples: [String(error)] }],
  totals: undefined,
  webhooks: 0,
  unanswered: 0,
  seconds: 0,
  drainSeconds: 0,
});

/** A platform that did not come up is no finding about the rows: it is tried once more. */
const onceMore = <T>(begin: () => Promise<T>): Promise<T> =>
  begin().catch((error: unknown) => {
    say(`once more, for there was no platform: ${String(error).slice(0, 600)}`);
    return begin();
  });

/** Plays rows on as few platforms as there can be: a new one after a row that broke something. @param more whether there is time for another */
async function playAct(rows: readonly Row[], playing: Playing, run: Running, more: () => boolean): Promise<void> {
  const left = [...rows];
  while (left.length > 0 && more()) {
    const theatre = await onceMore(() => Theatre.open(ROOT, left, playing)).catch((error: unknown) => {
      say(`✗ no platform to play ${left.length} rows on: ${String(error)}`);
      for (const { name, strikes } of left.splice(0)) run.rows.push(unplayed(name, strikes, playing.seed, error));
    });
    if (!theatre) return;
    try {
      Object.assign(run.versions, await theatre.versions());
      say('the platform is ready');
      while (left[0] && theatre.whole && more()) {
        const row = left.shift()!;
        say(`… ${row.name}: ${row.strikes}`);
        const result = await theatre.play(row, playing.seed);
        tell('', result);
        run.rows.push(result);
      }
    } finally {
      await theatre.close().catch((error: unknown) => say(`a platform could not be ended: ${String(error)}`));
    }
  }
  run.notPlayed.push(...left.map(({ name }) => name));
}

async function playMutants(mutants: readonly Mutant[], playing: Playing, run: Running, more: () => boolean): Promise<void> {
  for (const mutant of mutants) {
    if (!more()) {
      run.notPlayed.push(mutant.name);
      continue;
    }
    say(`… ${mutant.name}: ${mutant.lacks}`);
    const result = await onceMore(() => playMutant(ROOT, mutant, playing)).catch((error: unknown) =>
      unplayed(mutant.name, mutant.lacks, playing.seed, error),
    );
    tell(result.ok ? 'caught: ' : 'PASSED: ', result);
    run.mutants.push(result);
  }
}

/** What has been played so far. */
interface Running {
  readonly rows: Played[];
  readonly mutants: Played[];
  readonly notPlayed: string[];
  readonly strays: string[];
  readonly versions: Record<string, string>;
}

async function main(): Promise<number> {
  const names = [...ROWS, ...MUTANTS].map(({ name }) => name);
  const options = readFaultOptions(process.argv.slice(2), names);
  if (options === 'help') {
    process.stdout.write(helpText(ROWS, MUTANTS));
    return 0;
  }
  const { quick, only, seed, minutes } = options;
  const wanted = ({ name, quick: core }: { name: string; quick?: true }) =>
    only.length > 0 ? only.includes(name) : !quick || core === true;
  const mutants = MUTANTS.filter(wanted);
  // Everything of an everyday run fits on one platform; of a full one each act has its own, or asking a long history would take longer than the strikes.
  const acts = (quick ? [ROWS] : ACTS).map((act) => act.filter(wanted)).filter((act) => act.length > 0);
  const planned = plannedMinutes({ acts, mutants: mutants.length, quick });
  say(
    `seed ${seed}; ${acts.flat().length} rows, ${mutants.length} mutants; about ${Math.ceil(planned)} min on a quiet machine, nothing is begun after ${minutes}`,
  );
  const run: Running = { rows: [], mutants: [], notPlayed: [], strays: [], versions: { 'Node.js': process.versions.node } };
  // What a strike that was given up does later must not end the run, and must not be passed over either.
  const astray = (error: unknown) => {
    run.strays.push(String(error));
    say(`an error that nobody waited for: ${(error as Error).stack ?? String(error)}`);
  };
  // Whoever read along may have gone.
  process.stdout.on('error', () => undefined);
  process.on('unhandledRejection', astray);
  process.on('uncaughtException', astray);
  const told = () =>
    conclude(
      { ...run, date: new Date().toISOString().slice(0, 10), seed, quick, machine: machine(), seconds: elapsed(), planned },
      options,
    );
  const tooLate = setTimeout(
    () => {
      const played = new Set([...run.rows, ...run.mutants].map(({ name }) => name));
      const all = [...acts.flat(), ...mutants].map(({ name }) => name);
      run.notPlayed.splice(0, Infinity, ...all.filter((name) => !played.has(name)));
      say('the run hangs: ending everything');
      told();
      void Promise.race([interrupt(), pause(ENDING_MS)]).finally(() => process.exit(1));
    },
    minutes * 60_000 + HANGS_MS,
  );
  const more = () => elapsed() < minutes * 60;
  const playing = { seed, quick, say: aside };
  for (const act of acts) await playAct(act, playing, run, more);
  await playMutants(mutants, playing, run, more);
  clearTimeout(tooLate);
  return told();
}

/** Writes down how it went. @returns the process's exit code */
function conclude(run: Run, { json, report }: { json?: string; report?: string }): number {
  if (json) writeFileSync(resolve(json), `${JSON.stringify(run, null, 2)}\n`);
  if (report) writeFileSync(resolve(ROOT, report), reportOf(run));
  const bad = [...run.rows, ...run.mutants].filter(({ ok }) => !ok).map(({ name }) => name);
  if (run.notPlayed.length > 0) say(`not played, the time was over: ${run.notPlayed.join(', ')}`);
  if (bad.length > 0) say(`NOT held: ${bad.join(', ')}`);
  if (run.strays.length > 0) say(`errors that nobody waited for: ${run.strays.length}`);
  if (bad.length + run.notPlayed.length + run.strays.length > 0) return 1;
  say('everything held');
  return 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    say(`${signal}: ending everything`);
    void interrupt().finally(() => process.exit(130));
  });

const code = await main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  return 2;
});
// Connections of clients to servers that are gone are not waited for.
process.exit(code);
