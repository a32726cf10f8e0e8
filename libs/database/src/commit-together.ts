import { isDatabaseDown } from './database.js';

interface Waiting<T> {
  item: T;
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * Writes down what comes in one by one, many at a time. While one transaction is being committed, what comes waits and shares the next: under load a commit serves
 * many, and nobody waits when there is nobody else.
 */
export class CommitTogether<T> {
  private waiting: Waiting<T>[] = [];
  private running = false;

  /**
   * @param write writes all of them in one transaction of its own
   * @param most how many share one
   */
  constructor(
    private readonly write: (items: T[]) => Promise<void>,
    private readonly most = 100,
  ) {}

  /** Resolves once it is committed. @throws what it cannot be written for; it keeps no other of its group from being written, which then go one by one */
  add(item: T): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let group = this.next(); group.length > 0; group = this.next()) await this.settle(group);
    this.running = false;
  }

  private next(): Waiting<T>[] {
    return this.waiting.splice(0, this.most);
  }

  private async settle(group: Waiting<T>[]): Promise<void> {
    try {
      await this.write(group.map(({ item }) => item));
      for (const { done } of group) done();
    } catch (error) {
      if (group.length > 1 && !isDatabaseDown(error)) for (const one of group) await this.settle([one]);
      else for (const { failed } of group) failed(error);
    }
  }
}
