import { setTimeout as pause } from 'node:timers/promises';
import { GroupCommit } from './group-commit.js';

const never = () => false;

describe('a group commit', () => {
  it('commits what comes together in one go, each caller hearing of it after the commit', async () => {
    const commits: number[][] = [];
    let committed = false;
    const gate = new GroupCommit<number>({
      commit: async (items) => {
        commits.push(items);
        await pause(10);
        committed = true;
      },
      isOutage: never,
    });
    await Promise.all([1, 2, 3].map((n) => gate.add([n]).then(() => expect(committed).toBe(true))));
    expect(commits).toEqual([[1, 2, 3]]);
  });

  it('goes in portions, but never tears one request apart', async () => {
    const sizes: number[] = [];
    const gate = new GroupCommit<number>({ commit: async (items) => void sizes.push(items.length), isOutage: never, enough: 10 });
    const list = (length: number) => Array.from({ length }, (_, i) => i);
    await Promise.all([gate.add(list(4)), gate.add(list(4)), gate.add(list(25)), gate.add(list(4))]);
    expect(sizes.reduce((a, b) => a + b)).toBe(37);
    expect(sizes).toContain(25);
    expect(Math.max(...sizes.filter((n) => n !== 25))).toBeLessThanOrEqual(10);
  });

  it('fails for the one request whose items are bad, not for those beside it', async () => {
    const commit = (items: number[]) => (items.includes(13) ? Promise.reject(new Error('bad')) : Promise.resolve());
    const gate = new GroupCommit<number>({ commit, isOutage: never });
    const results = await Promise.allSettled([gate.add([1]), gate.add([13]), gate.add([2])]);
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails for all at once when the database is away', async () => {
    let attempts = 0;
    const commit = () => Promise.reject(new Error(`away ${++attempts}`));
    const gate = new GroupCommit<number>({ commit, isOutage: () => true });
    const results = await Promise.allSettled([gate.add([1]), gate.add([2])]);
    expect(results.map((r) => r.status)).toEqual(['rejected', 'rejected']);
    expect(attempts).toBe(1);
  });

  it('tells who waits too long, and refuses more than it can hold', async () => {
    const gate = new GroupCommit<number>({
      commit: () => pause(300),
      isOutage: never,
      concurrency: 1,
      deadlineMs: 100,
      mostWaiting: 2,
    });
    const first = gate.add([1]);
    await pause(10);
    const waiting = gate.add([2, 3]);
    const refused = await Promise.allSettled([first, waiting, gate.add([4])]);
    expect(refused.map((r) => (r as PromiseRejectedResult).reason)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ code: 'INGRESS_BUSY', kind: 'unavailable' })),
    );
  });
});
