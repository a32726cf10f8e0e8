import { movedClock } from './moved-clock.js';

const HOUR_MS = 3_600_000;
const near = (got: number, wanted: number) => expect(Math.abs(got - wanted)).toBeLessThan(1_000);

describe('a clock that was moved', () => {
  let byMs = 0;
  const Moved = movedClock(Date, () => byMs);

  it('is as far away as it is told, also after it was told again', () => {
    byMs = HOUR_MS;
    near(Moved.now(), Date.now() + HOUR_MS);
    near(new Moved().getTime(), Date.now() + HOUR_MS);
    byMs = -HOUR_MS;
    near(new Moved().getTime(), Date.now() - HOUR_MS);
    near(Date.parse((Moved as unknown as () => string)()), Date.now() - HOUR_MS);
  });

  it('leaves alone a time that is written out, and what a date is', () => {
    byMs = HOUR_MS;
    expect(new Moved('2026-01-01T00:00:00Z').getTime()).toBe(Date.parse('2026-01-01T00:00:00Z'));
    expect(new Moved(2026, 0, 2).getDate()).toBe(2);
    expect(new Moved(0)).toBeInstanceOf(Date);
    expect(new Date() instanceof Moved).toBe(true);
    expect(Moved.UTC(2026, 0)).toBe(Date.UTC(2026, 0));
  });
});
