/** Sleep that can be cut short: work that arrives while its worker is busy, or asleep, is not slept over. */
export class AlarmClock {
  private rung = false;
  private rouse: () => void = () => undefined;

  /** There is work: ends a nap, or keeps the next one from beginning. */
  ring(): void {
    this.rung = true;
    this.rouse();
  }

  /** From here on a ring means new work. */
  reset(): void {
    this.rung = false;
  }

  /** Sleeps `ms`, or until it rings; not at all when it has rung since the last reset. @returns whether it rang */
  nap(ms: number): Promise<boolean> {
    if (this.rung) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms);
      this.rouse = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }
}

/** How long to wait before the next try, in ms: 500 after the first failure, doubling to 5 s. */
export const backOffMs = (failures: number): number => Math.min(250 * 2 ** Math.min(failures, 5), 5_000);

/** Plain sleep. */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
