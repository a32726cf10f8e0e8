import { DomainError } from '#contracts';

export interface GroupCommitOptions<T> {
  /** Makes the items durable, all or none. */
  commit: (items: T[]) => Promise<void>;
  /** True when the failure lies with the database and not with the items. */
  isOutage: (error: unknown) => boolean;
  /** Milliseconds the first item waits for company. */
  waitMs?: number;
  /** Items that are enough company. */
  enough?: number;
  /** Commits at once. Two: one gathers while the other is written; more would only make the groups smaller. */
  concurrency?: number;
  /** Items that may wait altogether; more are refused. */
  mostWaiting?: number;
  /** Milliseconds after which whoever waits is told that it did not work (it may still). */
  deadlineMs?: number;
}

interface Group<T> {
  items: T[];
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * Gathers the items of concurrent requests into one transaction: one commit costs a disk flush, whoever shares it shares the cost. An idle gate commits at once; a busy one
 * collects for at most `waitMs` or until `enough`. When a shared commit fails for a reason of its items, each request's items are tried alone.
 */
export class GroupCommit<T> {
  private groups: Group<T>[] = [];
  private waiting = 0;
  private running = 0;
  private timer?: NodeJS.Timeout;
  private soon?: NodeJS.Immediate;
  private readonly options: Required<GroupCommitOptions<T>>;

  constructor(options: GroupCommitOptions<T>) {
    this.options = { waitMs: 5, enough: 200, concurrency: 2, mostWaiting: 20_000, deadlineMs: 5_000, ...options };
  }

  /** Resolves once the items are committed. @throws DomainError INGRESS_BUSY (too many wait, or the deadline passed), or what the commit failed with */
  async add(items: T[]): Promise<void> {
    const { mostWaiting, deadlineMs } = this.options;
    if (this.waiting > 0 && this.waiting + items.length > mostWaiting)
      throw new DomainError('INGRESS_BUSY', 'unavailable', { waiting: this.waiting });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new DomainError('INGRESS_BUSY', 'unavailable', { deadlineMs })), deadlineMs);
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
    // Even an idle gate lets the current turn of the event loop end: requests that were read together commit together.
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
      await this.options.commit(groups.flatMap((group) => group.items));
      for (const group of groups) group.done();
    } catch (error) {
      if (groups.length === 1 || this.options.isOutage(error)) for (const group of groups) group.failed(error);
      else for (const group of groups) await this.commit([group]);
    }
  }
}
