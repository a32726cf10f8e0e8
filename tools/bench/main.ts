import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Seeded } from '../rig/seeded.js';
import { HELP, readBenchOptions } from './options.js';
import { machine, pageWith, type Run } from './report.js';
import type { Row, RowResult } from './row.js';
import { chainRow } from './rows-chain.js';
import { footprintRow } from './rows-footprint.js';
import { growthRow } from './rows-growth.js';
import { hopRow } from './rows-hop.js';
import { ingestRow } from './rows-ingest.js';
import { listsRow } from './rows-lists.js';
import { replyRow } from './rows-reply.js';
import { searchRow } from './rows-search.js';
import { validationRow } from './rows-validation.js';

const ROOT = join(import.meta.dirname, '../../..');
const ROWS: readonly Row[] = [ingestRow, replyRow, chainRow, hopRow, growthRow, listsRow, searchRow, footprintRow, validationRow];

const began = Date.now();
const say = (text: string) => process.stdout.write(`${((Date.now() - began) / 1_000).toFixed(0).padStart(5)} s  ${text}\n`);

async function play(row: Row, seed: number, quick: boolean, profileDir?: string): Promise<Run['rows'][number]> {
  say(`${row.title}`);
  const start = Date.now();
  const seconds = () => (Date.now() - start) / 1_000;
  try {
    const result: RowResult = await row.run({
      root: ROOT,
      chance: new Seeded(seed),
      quick,
      say: (line) => say(`    ${line}`),
      profileDir,
    });
    for (const cells of result.table) say(`    ${cells.map((cell) => cell.padEnd(26)).join(' ')}`);
    for (const { what, wanted, got, met } of result.bars) say(`  ${met ? '✓' : '✗'} ${what} ${wanted}: ${got}`);
    return { name: row.name, seconds: seconds(), result };
  } catch (error) {
    say(`  ✗ ${(error as Error).stack ?? String(error)}`);
    return { name: row.name, seconds: seconds(), error: (error as Error).message };
  }
}

async function main(): Promise<number> {
  const options = readBenchOptions(
    process.argv.slice(2),
    ROWS.map(({ name }) => name),
  );
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const { quick, only, seed, profile } = options;
  const rows: Run['rows'][number][] = [];
  for (const row of ROWS.filter(({ name }) => only.length === 0 || only.includes(name)))
    rows.push(await play(row, seed, quick, profile && resolve(profile)));
  const run: Run = {
    date: new Date().toISOString().slice(0, 10),
    commit: said('git', ['-C', ROOT, 'rev-parse', '--short', 'HEAD']),
    seed,
    quick,
    machine: machine(),
    versions: { 'Node.js': process.versions.node, 'nats-server': said('nats-server', ['--version']).replace(/^.*v/, '') },
    seconds: (Date.now() - began) / 1_000,
    rows,
  };
  const json = resolve(options.json ?? join(tmpdir(), 'bench.json'));
  writeFileSync(json, `${JSON.stringify(run, null, 2)}\n`);
  say(`the result as JSON: ${json}`);
  if (options.report) {
    const file = resolve(ROOT, options.report);
    writeFileSync(file, pageWith(existsSync(file) ? readFileSync(file, 'utf8') : '# Performance\n', run, ROWS));
    say(`the report: ${file}`);
  }
  // A bar that is not met is a finding, told in the report; a row that could not be measured is a failure.
  return rows.some(({ error }) => error) ? 1 : 0;
}

function said(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  process.exitCode = 2;
}
