import { CommitTogether } from './commit-together.js';

describe('what is committed together', () => {
  it('is what came while a commit ran; the first waits for nobody', async () => {
    const written: number[][] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const together = new CommitTogether<number>(async (items) => {
      written.push(items);
      if (items.includes(1)) await held;
    });
    const all = [1, 2, 3].map((n) => together.add(n));
    expect(written).toEqual([[1]]);
    release();
    await Promise.all(all);
    expect(written).toEqual([[1], [2, 3]]);
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
    const together = new CommitTogether<number>(async () => {
      calls += 1;
      await Promise.resolve();
      throw Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map((n) => together.add(n)));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(calls).toBe(2);
  });
});
