import { nextTry } from './back-off.js';

const since = new Date('2026-11-22T10:00:00Z');
const seconds = (tries: number, askedMs = 0, chance = 0.5) =>
  (nextTry({ tries, since, askedMs }, since, chance)!.getTime() - since.getTime()) / 1_000;

describe('a delivery that failed', () => {
  it('is tried again after 5 s, 1 min, 5 min, 30 min, 2 h, 6 h, 12 h, 24 h, 24 h', () =>
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((tries) => seconds(tries))).toEqual([
      5, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400, 86_400,
    ]));

  it('a tenth sooner or later, so that what failed together does not come back together', () =>
    expect([seconds(2, 0, 0), seconds(2, 0, 1)]).toEqual([54, 66]));

  it('waits longer when the receiver asks, up to a day', () =>
    expect([seconds(1, 90_000), seconds(3, 1_000), seconds(1, 1e9)]).toEqual([90, 300, 86_400]));

  it('is given up when the next try would come after 3 days, which is after the tenth', () => {
    let now = since;
    for (let tries = 1; ; tries++) {
      const next = nextTry({ tries, since }, now, 0.5);
      if (!next) {
        expect(tries).toBe(10);
        break;
      }
      now = next;
    }
  });
});
