import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MUTANTS } from './mutants.js';
import { HELP, readFaultOptions } from './options.js';
import { interrupt, type Played, playMutant, Theatre } from './play.js';
import { machine, reportOf } from './report.js';
import { backupRows } from './rows-backup.js';
import { edgeRows } from './rows-edges.js';
import { lineRows } from './rows-lines.js';
import { processRows } from './rows-processes.js';
import { serverRows } from './rows-servers.js';

const ROOT = join(import.meta.dirname, '../../..');
/** Rows that are played on one rig; a new one begins with empty tables. */
const ACTS = [[...edgeRows, ...processRows], serverRows, lineRows, backupRows];
const ROWS = ACTS.flat();

const began = Date.now();
const say = (text: string) => process.stdout.write(`${((Date.now() - began) / 1_000).toFixed(0).padStart(5)} s  ${text}\n`);

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
  facts: {},
  breaches: [{ invariant: 'I8', what: 'could not be played', count: 1, examples: [String(error)] }],
  totals: undefined,
  webhooks: 0,
  unanswered: 0,
  seconds: 0,
  drainSeconds: 0,
});

async function main(): Promise<number> {
  const options = readFaultOptions(
    process.argv.slice(2),
    [...ROWS, ...MUTANTS].map(({ name }) => name),
  );
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const { quick, only, seed } = options;
  const wanted = ({ name, quick: core }: { name: string; quick?: true }) =>
    only.length > 0 ? only.includes(name) : !quick || core === true;
  const [rows, mutants] = [ROWS.filter(wanted), MUTANTS.filter(wanted)];
  say(`seed ${seed}; ${rows.length} rows, ${mutants.length} mutants`);
  const versions: Record<string, string> = { 'Node.js': process.versions.node };
  const played: Played[] = [];
  for (const act of ACTS) {
    const mine = rows.filter((row) => act.includes(row));
    if (mine.length === 0) continue;
    const theatre = await Theatre.open(ROOT, seed, quick, (line) => say(`      ${line}`)).catch((error: unknown) => {
      for (const { name, strikes } of mine) played.push(unplayed(name, strikes, seed, error));
      say(`✗ no platform to play ${mine.length} rows on: ${String(error)}`);
    });
    if (!theatre) continue;
    try {
      Object.assign(versions, await theatre.versions());
      say('the platform is ready');
      for (const row of mine) {
        const result = await theatre.play(row, seed);
        tell('', result);
        played.push(result);
      }
    } finally {
      await theatre.close();
    }
  }
  const caught: Played[] = [];
  for (const mutant of mutants) {
    const result = await playMutant(ROOT, mutant, seed, (line) => say(`      ${line}`)).catch((error: unknown) =>
      unplayed(mutant.name, mutant.lacks, seed, error),
    );
    tell(result.ok ? 'caught: ' : 'PASSED: ', result);
    caught.push(result);
  }
  const run = {
    date: new Date().toISOString().slice(0, 10),
    seed,
    quick,
    machine: machine(),
    versions,
    seconds: (Date.now() - began) / 1_000,
    rows: played,
    mutants: caught,
  };
  if (options.json) writeFileSync(resolve(options.json), `${JSON.stringify(run, null, 2)}\n`);
  if (options.report) writeFileSync(resolve(ROOT, options.report), reportOf(run));
  const bad = [...played, ...caught].filter(({ ok }) => !ok);
  say(bad.length === 0 ? 'everything held' : `NOT held: ${bad.map(({ name }) => name).join(', ')}`);
  return bad.length === 0 ? 0 : 1;
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
