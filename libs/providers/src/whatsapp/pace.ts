/**
 * How fast WhatsApp may be written with, as SQL: the rule is here, each service that sends keeps the slots of its own numbers and people. A number `n` and a
 * person `k` each have one instant (`creneau`), until which the sends are spoken for; a send moves it on by its share of the rate, and may run ahead of the clock
 * by the burst. A number also has `lot` (how many were let through last), `debit` (messages a second) and `ralenti_le` (when WhatsApp last said that it was too
 * much). Kept in a database, so that all replicas share it.
 */

/** To one person one message in 6 s, with some at once. Meta allows 45 at once; one fewer, because messages may reach Meta closer together than they left here. */
const PAIR_EVERY_MS = 6_000;
const PAIR_BURST = 44;

/**
 * A number may send 80 messages in any second (1,000 once Meta has raised it): a fifth of them at once, seven tenths as the second goes by, and the rest is left because they may reach Meta closer
 * together than they left here. Half as many each time WhatsApp says that it was too much.
 */
const FULL_RATE = 80;
const LEAST_RATE = 5;
const STEADY = 0.7;
const AT_ONCE = 0.2;

const burst = `interval '${Math.round((AT_ONCE / STEADY) * 1_000_000)} microseconds'`;
const pairBurst = `interval '${(PAIR_BURST - 1) * PAIR_EVERY_MS} milliseconds'`;
const pairStep = `interval '${PAIR_EVERY_MS} milliseconds'`;

/** Codes of Meta's that speak of the pace: too many to one person; too many from one number. */
export const PACE_CODES = { person: '131056', number: '130429' } as const;

/** The rule for numbers of which Meta takes so many messages a second. */
export function paceAt(fullRate: number) {
  /** Messages a second of number `n` now: after it was slowed down, one more with each second until the full rate. */
  const rate = `least(${fullRate}, n.debit + coalesce(extract(epoch from now() - n.ralenti_le), ${fullRate}))`;
  /** The share of one of its sends. */
  const step = `(interval '1 second' / (${STEADY} * ${rate}))`;
  const fits = `least(excluded.lot, greatest(0, floor(extract(epoch from now() + ${burst} - greatest(n.creneau, now())) / extract(epoch from ${step}) + 0.01)))::int`;
  return {
    /** Most messages that a number is let send at once. */
    mostOfNumber: AT_ONCE * fullRate,
    /** Number `n` may send at least one message now; without a row it may. */
    numberHasRoom: `coalesce(n.creneau <= now() + ${burst} - ${step}, true)`,
    /** Person `k` may receive one. */
    personHasRoom: `coalesce(k.creneau <= now() + ${pairBurst}, true)`,
    fullRate: String(fullRate),
    /** Slot of a number that sends `lot` messages and has no row; and what an upsert of its row sets, of `excluded.lot` wanted: `lot` is what it may send. */
    firstOfNumber: (lot: string) => `now() + ${lot} * (interval '1 second' / ${STEADY * fullRate})`,
    nextOfNumber: `lot = ${fits}, creneau = greatest(n.creneau, now()) + ${fits} * ${step}`,
    /** Slot of a person without a row who is sent one message; and of one who has a row. */
    firstOfPerson: `now() + ${pairStep}`,
    nextOfPerson: `creneau = greatest(k.creneau, now()) + ${pairStep}`,
    /** Slot of a person whose burst is spent, whatever was thought, until `ms` (SQL) from now. */
    spentOfPerson: (ms: string) => `now() + ${pairBurst} + ${ms} * interval '1 ms'`,
    /** Rate of a number without a row that was too fast; and what an upsert sets: half as fast, once for the many answers of one moment. */
    firstSlowed: String(fullRate / 2),
    slowed: `debit = greatest(${LEAST_RATE}, ${rate} / 2), ralenti_le = now() where n.ralenti_le is null or n.ralenti_le < now() - interval '1 second'`,
  } as const;
}

/** The rule for a number that Meta has not raised. */
export const paceSql = paceAt(FULL_RATE);
export const MOST_OF_NUMBER = paceSql.mostOfNumber;
