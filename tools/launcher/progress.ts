const STILL_AFTER_MS = 5_000;
const WIDTH = 66;

/** What a person reads while the launcher works: one line for each step when it is done, with how long it took. */
export class Progress {
  constructor(private readonly write: (text: string) => void) {}

  line(text = ''): void {
    this.write(`${text}\n`);
  }

  /**
   * Runs one step and prints its line. `detail` replaces the title once more is known ("PostgreSQL" becomes "PostgreSQL 15.18
   * on 127.0.0.1:5432"). A step that takes long says so meanwhile. An error passes through unprinted.
   */
  async step<T>(title: string, work: (detail: (text: string) => void) => Promise<T>): Promise<T> {
    const started = performance.now();
    let text = title;
    const still = setInterval(
      () => this.line(`  … ${text} (${Math.round((performance.now() - started) / 1000)} s so far)`),
      STILL_AFTER_MS,
    );
    try {
      const result = await work((detail) => (text = detail));
      this.line(`  ✓ ${text.padEnd(WIDTH)} ${milliseconds(performance.now() - started)}`);
      return result;
    } finally {
      clearInterval(still);
    }
  }
}

/** `1 234 ms`, in a column. */
export function milliseconds(ms: number): string {
  return `${Math.round(ms).toLocaleString('en').replaceAll(',', ' ').padStart(7)} ms`;
}
