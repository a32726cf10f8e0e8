/** When a seller's couriers deliver, in the hours of his own day. */
export interface SlotRules {
  firstHour: number;
  lastHour: number;
  /** Deliveries one courier takes in an hour. */
  perHour: number;
}

/** Whose day it is. */
export interface SellerDays {
  /** IANA name. */
  timeZone: string;
  /** 1 Monday to 7 Sunday; null: every day. Never empty. */
  openDays: readonly number[] | null;
}

/**
 * The first hour, from the day after `now` on, in which a courier has room, on a day on which the shop is open.
 * @param taken how many deliveries he has in the slot that begins then
 */
export function nextFreeSlot(
  now: Date,
  { timeZone, openDays }: SellerDays,
  rules: SlotRules,
  taken: (slot: Date) => number,
): Date {
  for (let daysAhead = 1; ; daysAhead += 1) {
    if (openDays && !openDays.includes(weekdayIn(now, timeZone, daysAhead))) continue;
    for (let hour = rules.firstHour; hour <= rules.lastHour; hour += 1) {
      const slot = atLocalHour(now, timeZone, daysAhead, hour);
      if (taken(slot) < rules.perHour) return slot;
    }
  }
}

/** 1 Monday to 7 Sunday, so many days after the local day of `now`. */
function weekdayIn(now: Date, timeZone: string, daysAhead: number): number {
  return ((localClock(now, timeZone).getUTCDay() + daysAhead + 6) % 7) + 1;
}

/** The instant at which it is `hour` o'clock in `timeZone`, so many days after the local day of `now`. */
export function atLocalHour(now: Date, timeZone: string, daysAhead: number, hour: number): Date {
  const today = localClock(now, timeZone);
  const wanted = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + daysAhead, hour);
  // Twice, because the offset at the first guess may be that of the other side of a clock change.
  const guess = wanted - offsetAt(new Date(wanted), timeZone);
  return new Date(wanted - offsetAt(new Date(guess), timeZone));
}

/** How far local clocks are ahead of UTC, in ms. */
const offsetAt = (instant: Date, timeZone: string) =>
  localClock(instant, timeZone).getTime() - Math.floor(instant.getTime() / 1_000) * 1_000;

/** What clocks in `timeZone` show at `instant`, held in the UTC fields of a date. */
function localClock(instant: Date, timeZone: string): Date {
  const parts = clockIn(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)!.value);
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')));
}

/** By time zone: each takes longer to make than everything else here together. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}
