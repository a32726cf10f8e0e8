import { CsvError, parse } from 'csv-parse/sync';
import { DomainError, fold, type ImportProblem } from '#contracts';
import { aliases, price, type Reading, units, words, yesNo } from './cells.js';

export const MOST_LINES = 2_000;

/** Columns by the names people give them, whatever their accents, capitals and underscores; and how a cell of each is read. */
const COLUMNS = {
  nom: words(200),
  prix: price,
  prix_plancher: price,
  stock: units,
  description: words(2_000),
  alias: aliases,
  taille: words(40),
  couleur: words(40),
  reference: words(100),
  seuil_alerte: units,
  actif: yesNo,
} satisfies Record<string, (cell: string) => Reading<unknown>>;
const REQUIRED = ['nom', 'prix', 'stock'] as const;
const ALSO_CALLED: Record<string, Column> = {
  plancher: 'prix_plancher',
  'seuil d alerte': 'seuil_alerte',
  sku: 'reference',
  ref: 'reference',
};

export type Column = keyof typeof COLUMNS;
type Value<C extends Column> = (typeof COLUMNS)[C] extends (cell: string) => Reading<infer T> ? T : never;

/** One line of the file; a cell that is empty, or whose column is not there, says nothing. */
export type Line = { line: number } & { [C in 'nom' | 'prix' | 'stock']: Value<C> } & { [C in Column]?: Value<C> };

/** What a file says: lines that can be read, how many there are in all, and what is wrong with the others. */
export interface ReadFile {
  lines: Line[];
  count: number;
  problems: ImportProblem[];
}

/** Reads a catalogue written as CSV, with commas or semicolons. @throws DomainError IMPORT_TOO_LONG */
export function readFile(csv: string): ReadFile {
  // What a file in another encoding turns into on its way here; saving it like that would spoil the names.
  if (/[\0\uFFFD]/.test(csv)) return unreadable(1, "le fichier n'est pas en UTF-8");
  let records: Numbered[];
  try {
    records = recordsOf(csv);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return unreadable(lineOf(error), misread(error));
  }
  const [header, ...body] = records;
  if (!header) return unreadable(1, 'le fichier est vide');
  if (body.length > MOST_LINES) throw new DomainError('IMPORT_TOO_LONG', 'invalid', { lines: body.length, most: MOST_LINES });
  const { columns, problems } = columnsOf(header);
  if (problems.length > 0) return { lines: [], count: body.length, problems };
  const lines = body.flatMap((record) => lineFrom(record, columns, problems) ?? []);
  return { lines, count: body.length, problems };
}

interface Numbered {
  line: number;
  cells: string[];
}

function recordsOf(csv: string): Numbered[] {
  const parsed = parse(csv, {
    bom: true,
    delimiter: separatorOf(csv),
    info: true,
    trim: true,
    relax_column_count: true,
    // An inch sign inside a name is no quotation mark.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  // The parser says where a record ends; one with a quoted line break began above.
  return parsed.map(({ record, info }) => ({ line: info.lines - record.join('').split('\n').length + 1, cells: record }));
}

/** What the header is separated by: a semicolon when it has more of them than commas (spreadsheets that speak French write those). */
function separatorOf(csv: string): ',' | ';' {
  const header = csv.trimStart().split(/\r?\n/, 1)[0]!;
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

function columnsOf({ line, cells }: Numbered): { columns: (Column | undefined)[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const columns = cells.map((written, i) => {
    const name = fold(written);
    if (name === '') return undefined;
    const column = (Object.keys(COLUMNS) as Column[]).find((known) => fold(known) === name) ?? ALSO_CALLED[name];
    const problem = !column ? 'colonne inconnue' : cells.findIndex((other) => fold(other) === name) < i && 'colonne en double';
    if (problem) problems.push({ line, column: written.slice(0, 60), problem });
    return column;
  });
  for (const column of REQUIRED) if (!columns.includes(column)) problems.push({ line, column, problem: 'colonne absente' });
  return { columns, problems };
}

/** @returns undefined when something of the line cannot be read; `problems` then says what */
function lineFrom({ line, cells }: Numbered, columns: (Column | undefined)[], problems: ImportProblem[]): Line | undefined {
  const found: Partial<Record<Column, unknown>> = {};
  const before = problems.length;
  for (const [i, cell] of cells.entries()) {
    const column = columns[i];
    if (cell === '') continue;
    if (!column) {
      problems.push({ line, column: `colonne ${i + 1}`, problem: 'cette cellule est sous aucune colonne connue' });
      continue;
    }
    const reading = COLUMNS[column](cell);
    if ('problem' in reading) problems.push({ line, column, problem: reading.problem });
    else found[column] = reading.value;
  }
  for (const column of REQUIRED) {
    const unread = found[column] === undefined || (column === 'nom' && fold(found.nom as string) === '');
    if (unread && !problems.slice(before).some((problem) => problem.column === column))
      problems.push({ line, column, problem: 'cette cellule est obligatoire' });
  }
  return problems.length > before ? undefined : ({ ...found, line } as Line);
}

const lineOf = (error: CsvError) => Math.max(1, Number((error as { lines?: number }).lines) || 1);

const misread = ({ code }: CsvError) =>
  code === 'CSV_QUOTE_NOT_CLOSED' ? "un guillemet ouvert n'est jamais fermé" : "le fichier n'est pas un CSV que l'on peut lire";

const unreadable = (line: number, problem: string): ReadFile => ({
  lines: [],
  count: 0,
  problems: [{ line, column: 'fichier', problem }],
});
