import { isDatabaseDown } from './database-errors.js';

export interface CommitTogetherOptions {
  /** Milliseconds that what comes beside a commit waits for company (none). */
  waitMs?: number;
  /** Items that are enough company, and that share a commit at most (100); what one caller brought is never torn apart. */
  enough?: number;
  /** Commits at once (1). With two, one gathers while the other is written; more would only make the groups smaller. */
  concurrency?: number;
  /** Who is told that it did not work, and how. */
  limits?: {
    /** Items that may wait altogether; more are refused. */
    mostWaiting: number;
    /** Milliseconds after which whoever waits is told so, though it may still work. */
    deadlineMs: number;
    /** What he is told. */
    refusal: (facts: { waiting: number } | { deadlineMs: number }) => Error;
  };
}

interface Group<T> {
  items: T[];
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * Gathers what concurrent work brings into one transaction: a commit costs a flush to disk, whoever shares it shares the cost. When nothing is being committed, what
 * comes in one turn of the event loop is committed at once; beside a commit it gathers until that one is over, `waitMs` have passed or it is `enough`. What makes a shared commit
 * fail keeps nothing else from being written: then each caller's items go alone. A database that is away fails for all at once.
 */
export class CommitTogether<T> {
  private groups: Group<T>[] = [];
  private waiting = 0;
  private running = 0;
  private timer?: NodeJS.Timeout;
  private soon?: NodeJS.Immediate;
  private readonly options: CommitTogetherOptions & { waitMs: number; enough: number; concurrency: number };

  /** @param write makes the items durable, all or none, in a transaction of its own */
  constructor(
    private readonly write: (items: T[]) => Promise<unknown>,
    options: CommitTogetherOptions = {},
  ) {
    this.options = { waitMs: 0, enough: 100, concurrency: 1, ...options };
  }

  /** Resolves once the items are committed. @throws what they cannot be written for, or the refusal of the limits */
  async add(...items: T[]): Promise<void> {
    const { limits } = this.options;
    if (limits && this.waiting > 0 && this.waiting + items.length > limits.mostWaiting)
      throw limits.refusal({ waiting: this.waiting });
    await new Promise<void>((resolve, reject) => {
      const late = limits && (() => reject(limits.refusal({ deadlineMs: limits.deadlineMs })));
      const timer = late && setTimeout(late, limits.deadlineMs);
      const settle = (act: () => void) => {
        clearTimeout(timer);
        act();
      };
      this.groups.push({ items, done: () => settle(resolve), failed: (error) => settle(() => reject(error as Error)) });
      this.waiting += items.length;
      this.schedule();
    });
  }

  private schedule(): void {
    const { concurrency, enough, waitMs } = this.options;
    if (this.groups.length === 0 || this.running >= concurrency) return;
    if (this.waiting >= enough) return this.flush();
    // Even an idle gate lets the current turn of the event loop end: what was read together commits together.
    if (this.running === 0) this.soon ??= setImmediate(() => this.flush());
    else this.timer ??= setTimeout(() => this.flush(), waitMs);
  }

  private flush(): void {
    clearTimeout(this.timer);
    clearImmediate(this.soon);
    [this.timer, this.soon] = [undefined, undefined];
    if (this.groups.length === 0 || this.running >= this.options.concurrency) return;
    const groups = this.take();
    this.running += 1;
    void this.commit(groups).finally(() => {
      this.running -= 1;
      this.schedule();
    });
    this.schedule();
  }

  /** The oldest groups, up to `enough` items; a single group may be larger. */
  private take(): Group<T>[] {
    let size = 0;
    let count = 0;
    while (count < this.groups.length && (count === 0 || size + this.groups[count]!.items.length <= this.options.enough))
      size += this.groups[count++]!.items.length;
    this.waiting -= size;
    return this.groups.splice(0, count);
  }

  private async commit(groups: Group<T>[]): Promise<void> {
    try {
      await this.write(groups.flatMap((group) => group.items));
      for (const group of groups) group.done();
    } catch (error) {
      if (groups.length === 1 || isDatabaseDown(error)) for (const group of groups) group.failed(error);
      else for (const group of groups) await this.commit([group]);
    }
  }
}
