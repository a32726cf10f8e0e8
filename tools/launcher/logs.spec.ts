import { jest } from '@jest/globals';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackOff } from './back-off.js';
import { rotate } from './logs.js';
import { milliseconds, Progress } from './progress.js';

describe('the logs', () => {
  it('are cut when they are too large, and keep one older part', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fluxasync-logs-'));
    const log = join(folder, 'orders.log');
    try {
      writeFileSync(log, 'first '.repeat(10));
      rotate(folder, 100);
      expect(readFileSync(log, 'utf8')).toHaveLength(60);
      appendFileSync(log, 'second '.repeat(10));
      rotate(folder, 100);
      expect(readFileSync(log, 'utf8')).toBe('');
      expect(readFileSync(`${log}.1`, 'utf8')).toHaveLength(130);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a process that keeps ending', () => {
  it('is started again after 0.2 s, then ever later, at most after 10 s', () => {
    const backOff = new BackOff();
    const pauses = Array.from({ length: 8 }, () => {
      backOff.started();
      return backOff.ended();
    });
    expect(pauses).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
  });

  it('is started at once again when it had run for half a minute', () => {
    jest.useFakeTimers({ now: 0 });
    const backOff = new BackOff();
    backOff.started();
    backOff.ended();
    backOff.started();
    jest.setSystemTime(30_000);
    expect(backOff.ended()).toBe(200);
    jest.useRealTimers();
  });
});

describe('progress', () => {
  it('prints one line for a step that is done, with what became known and the time', async () => {
    const lines: string[] = [];
    const progress = new Progress((text) => lines.push(text));
    expect(await progress.step('PostgreSQL', (detail) => Promise.resolve(detail('PostgreSQL 15.18')).then(() => 7))).toBe(7);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^ {2}✓ PostgreSQL 15\.18 +\d+ ms\n$/);
    expect(milliseconds(1_234.4).trim()).toBe('1 234 ms');
  });

  it('names what still runs, in one line', async () => {
    jest.useFakeTimers();
    const lines: string[] = [];
    const progress = new Progress((text) => lines.push(text));
    let finish: (() => void) | undefined;
    const steps = ['orders', 'gateway'].map((name) =>
      progress.step(name, () => new Promise<void>((resolve) => (finish = resolve))),
    );
    jest.advanceTimersByTime(5_000);
    expect(lines).toEqual(['  … orders, gateway\n']);
    finish?.();
    await steps[1];
    jest.advanceTimersByTime(5_000);
    expect(lines.at(-1)).toBe('  … orders\n');
    jest.useRealTimers();
  });

  it('prints no success for a step that failed', async () => {
    const lines: string[] = [];
    await expect(
      new Progress((text) => lines.push(text)).step('orders', () => Promise.reject(new Error('broken'))),
    ).rejects.toThrow('broken');
    expect(lines).toEqual([]);
  });
});
