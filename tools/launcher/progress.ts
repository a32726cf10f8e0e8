const STILL_AFTER_MS = 5_000;
const WIDTH = 66;

/** What a person reads while the launcher works: one line for each step when it is done, with how long it took. */
export class Progress {
  private readonly open = new Set<{ text: string }>();
  private reminder: NodeJS.Timeout | undefined;

  constructor(private readonly write: (text: string) => void) {}

  line(text = ''): void {
    this.write(`${text}\n`);
  }

  /**
   * Runs one step and prints its line. `detail` replaces the title once more is known ("PostgreSQL" becomes "PostgreSQL 15.18
   * on 127.0.0.1:5432"). Steps that take long are named meanwhile, together. An error passes through unprinted.
   */
  async step<T>(title: string, work: (detail: (text: string) => void) => Promise<T>): Promise<T> {
    const started = performance.now();
    const step = { text: title };
    this.opened(step);
    try {
      const result = await work((detail) => (step.text = detail));
      this.closed(step);
      this.line(`  ✓ ${step.text.padEnd(WIDTH)} ${milliseconds(performance.now() - started)}`);
      return result;
    } finally {
      this.closed(step);
    }
  }

  private opened(step: { text: string }): void {
    this.open.add(step);
    this.reminder ??= setInterval(() => this.line(`  … ${[...this.open].map(({ text }) => text).join(', ')}`), STILL_AFTER_MS);
  }

  private closed(step: { text: string }): void {
    this.open.delete(step);
    if (this.open.size > 0) return;
    clearInterval(this.reminder);
    this.reminder = undefined;
  }
}

/** `1 234 ms`, in a column. */
export function milliseconds(ms: number): string {
  return `${Math.round(ms).toLocaleString('en').replaceAll(',', ' ').padStart(7)} ms`;
}
