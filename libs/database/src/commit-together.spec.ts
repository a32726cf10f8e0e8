import { setTimeout as pause } from 'node:timers/promises';
import { CommitTogether } from './commit-together.js';

const away = () => Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });

describe('what is committed together', () => {
  it('is what comes together, each caller hearing of it after the commit', async () => {
    const commits: number[][] = [];
    let committed = false;
    const together = new CommitTogether<number>(async (items) => {
      commits.push(items);
      await pause(10);
      committed = true;
    });
    await Promise.all([1, 2, 3].map((n) => together.add(n).then(() => expect(committed).toBe(true))));
    expect(commits).toEqual([[1, 2, 3]]);
  });

  it('is what came while a commit ran', async () => {
    const written: number[][] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const together = new CommitTogether<number>(async (items) => {
      written.push(items);
      if (items.includes(1)) await held;
    });
    const first = together.add(1);
    await pause(10);
    const others = [2, 3].map((n) => together.add(n));
    await pause(10);
    expect(written).toEqual([[1]]);
    release();
    await Promise.all([first, ...others]);
    expect(written).toEqual([[1], [2, 3]]);
  });

  it('gathers beside a commit for as long as it was told, and no longer when it is enough', async () => {
    const written: number[][] = [];
    const together = new CommitTogether<number>(
      async (items) => {
        written.push(items);
        await pause(items.includes(1) ? 300 : 0);
      },
      { concurrency: 2, waitMs: 50, enough: 3 },
    );
    const first = together.add(1);
    await pause(10);
    const few = [2, 3].map((n) => together.add(n));
    await pause(10);
    expect(written).toEqual([[1]]);
    await Promise.all(few);
    expect(written).toEqual([[1], [2, 3]]);
    await Promise.all([4, 5, 6].map((n) => together.add(n)));
    expect(written).toEqual([[1], [2, 3], [4, 5, 6]]);
    await first;
  });

  it('goes in portions, but what one caller brings is never torn apart', async () => {
    const sizes: number[] = [];
    const together = new CommitTogether<number>(async (items) => void sizes.push(items.length), { enough: 10 });
    const list = (length: number) => Array.from({ length }, (_, i) => i);
    await Promise.all([4, 4, 25, 4].map((length) => together.add(...list(length))));
    expect(sizes.reduce((a, b) => a + b)).toBe(37);
    expect(sizes).toContain(25);
    expect(Math.max(...sizes.filter((n) => n !== 25))).toBeLessThanOrEqual(10);
  });

  it('fails alone when it cannot be written', async () => {
    const written: number[] = [];
    const together = new CommitTogether<number>(async (items) => {
      await Promise.resolve();
      if (items.includes(3)) throw new Error('three cannot be written');
      written.push(...items);
    });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((n) => together.add(n)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(written).toEqual([1, 2, 4]);
  });

  it('fails at once, all of it, when the database is away', async () => {
    let calls = 0;
    const together = new CommitTogether<number>(() => {
      calls += 1;
      return Promise.reject(away());
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map((n) => together.add(n)));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(calls).toBe(1);
  });

  it('is refused when it waits too long or more waits than may', async () => {
    const refusal = (facts: object) => Object.assign(new Error('refused'), facts);
    const together = new CommitTogether<number>(() => pause(300), {
      limits: { deadlineMs: 100, mostWaiting: 2, refusal },
    });
    const first = together.add(1);
    await pause(10);
    const refused = await Promise.allSettled([first, together.add(2, 3), together.add(4)]);
    expect(refused.map((r) => (r as PromiseRejectedResult).reason as object)).toEqual([
      expect.objectContaining({ deadlineMs: 100 }),
      expect.objectContaining({ deadlineMs: 100 }),
      expect.objectContaining({ waiting: 2 }),
    ]);
  });
});
