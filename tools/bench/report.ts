import { cpus, totalmem } from 'node:os';
import type { Row, RowResult } from './row.js';

export interface Run {
  readonly date: string;
  readonly commit: string;
  readonly seed: number;
  readonly quick: boolean;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly rows: readonly {
    readonly name: string;
    readonly seconds: number;
    readonly result?: RowResult;
    readonly error?: string;
  }[];
}

const BEGIN = '<!-- bench: what follows is written by the command -->';
const END = '<!-- bench: end -->';

export const machine = () => `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`;

/** The page with its marked part written anew; what people wrote around it stays. */
export function pageWith(page: string, run: Run, rows: readonly Row[]): string {
  const part = `${BEGIN}\n\n${generated(run, rows)}\n${END}`;
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  return from < 0 || to < from ? `${page.trimEnd()}\n\n${part}\n` : `${page.slice(0, from)}${part}${page.slice(to + END.length)}`;
}

function generated(run: Run, rows: readonly Row[]): string {
  const versions = Object.entries(run.versions).map(([name, version]) => `${name} ${version}`);
  const done = run.rows.flatMap(({ name, result, error }) => {
    const row = rows.find((one) => one.name === name)!;
    const head = [`### ${row.title}`, '', row.says, ''];
    return result ? [...head, ...tableOf(result), ...barsOf(result)] : [...head, `It could not be measured: ${error}`, ''];
  });
  return [
    `- ${run.date}, ${run.quick ? 'a quick run: it shows that everything runs, its numbers say little' : 'the full run'}, seed ${run.seed}, ${Math.round(run.seconds / 60)} min, commit ${run.commit}`,
    `- ${run.machine}`,
    `- ${versions.join(', ')}`,
    '- Medians of the rounds, least and most in brackets; ratios are of numbers of the same run.',
    '',
    ...done,
  ].join('\n');
}

function tableOf({ table, notes = [] }: RowResult): string[] {
  const [head = [], ...body] = table;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line), '', ...notes.flatMap((note) => [note, ''])];
}

function barsOf({ bars }: RowResult): string[] {
  return bars.length === 0
    ? []
    : [...bars.map(({ what, wanted, got, met }) => `- ${met ? 'met' : '**not met**'}: ${what} ${wanted}, got ${got}`), ''];
}
