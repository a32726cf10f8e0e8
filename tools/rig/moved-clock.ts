/**
 * A `Date` whose now is `byMs` away from the real one; what is written out (`new Date(2026, 0)`, a parsed text) stays as it is. Timers and `performance.now()` are not
 * concerned: they run on the machine's steady clock, which does not jump either when an operator sets the time.
 */
export function movedClock(real: DateConstructor, byMs: () => number): DateConstructor {
  return new Proxy(real, {
    apply: () => new real(real.now() + byMs()).toString(),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [real.now() + byMs()] : args, newTarget) as Date,
    get: (target, key, receiver) => (key === 'now' ? () => real.now() + byMs() : Reflect.get(target, key, receiver)),
  });
}
