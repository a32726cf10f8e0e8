const STILL_AFTER_MS = 5_000;

/** Speaks to the operator: results on stdout, so that they can be piped, and the rest on stderr. */
export class Output {
  constructor(
    private readonly result: (text: string) => void,
    private readonly aside: (text: string) => void,
  ) {}

  /** A line of the result. */
  line(text = ''): void {
    this.result(`${text}\n`);
  }

  /** A line about the work. */
  note(text: string): void {
    this.aside(`${text}\n`);
  }

  /** Columns as wide as their widest value; numbers to the right. Line breaks inside a value are shown as ↵. */
  table(columns: readonly string[], rows: readonly (readonly unknown[])[]): void {
    const cells = rows.map((row) => row.map(shown));
    const widths = columns.map((column, i) => Math.max(column.length, ...cells.map((row) => row[i]!.length)));
    const right = columns.map((_, i) => rows.length > 0 && rows.every((row) => row[i] === null || isNumber(row[i])));
    const line = (values: readonly string[]) =>
      values
        .map((value, i) => (right[i] ? value.padStart(widths[i]!) : value.padEnd(widths[i]!)))
        .join('  ')
        .trimEnd();
    this.line(line(columns));
    this.line(widths.map((width) => '─'.repeat(width)).join('  '));
    for (const row of cells) this.line(line(row));
    this.line(`(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`);
  }

  /** Runs long work and says every 5 s that it goes on. @param detail what is known so far */
  async during<T>(title: string, work: () => Promise<T>, detail: () => Promise<string> | string = () => ''): Promise<T> {
    const started = performance.now();
    const say = async () => {
      const known = await Promise.resolve(detail()).catch(() => '');
      this.note(`  … ${title} (${Math.round((performance.now() - started) / 1_000)} s so far${known && `, ${known}`})`);
    };
    const still = setInterval(() => void say(), STILL_AFTER_MS);
    try {
      return await work();
    } finally {
      clearInterval(still);
    }
  }
}

const isNumber = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value));

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace('T', ' ').slice(0, 19);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return String(value).replaceAll(/\r?\n/g, '↵');
}
