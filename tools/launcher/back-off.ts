const FIRST_MS = 200;
const LONGEST_MS = 10_000;
const STEADY_MS = 30_000;

/** Pauses between restarts of one process: doubling, and short again once it has run steadily for half a minute. */
export class BackOff {
  private failures = 0;
  private startedAt = Date.now();

  started(): void {
    this.startedAt = Date.now();
  }

  /** How many times in a row it ended early. */
  get early(): number {
    return this.failures;
  }

  /** Call when it has ended; returns the pause before the next start, in ms. */
  ended(): number {
    this.failures = Date.now() - this.startedAt >= STEADY_MS ? 1 : this.failures + 1;
    return Math.min(LONGEST_MS, FIRST_MS * 2 ** (this.failures - 1));
  }
}
