import type { OpeningSlot } from '#contracts';

const DAY_MS = 86_400_000;

/**
 * When a shop that is closed now opens next. Undefined while it is open, and where nobody said when it is.
 * @param timeZone IANA name
 */
export function opensNext(slots: readonly OpeningSlot[], timeZone: string, now: Date): Date | undefined {
  const today = wallClock(now, timeZone);
  const open = slots.some(
    ({ weekday, opens, closes }) => weekday === today.weekday && opens <= today.time && today.time < closes,
  );
  if (open) return undefined;
  // A week and a day: the only slot may be today's, over since an hour.
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = new Date(Date.parse(today.date) + ahead * DAY_MS);
    const weekday = ((day.getUTCDay() + 6) % 7) + 1;
    const starts = slots
      .filter((slot) => slot.weekday === weekday && (ahead > 0 || slot.opens > today.time))
      .map(({ opens }) => opens);
    if (starts.length > 0) return instantAt(day, starts.sort()[0]!, timeZone);
  }
  return undefined;
}

/** « à 8h00 », « demain à 8h00 », « lundi à 8h00 » */
export function opensAt(opens: Date, timeZone: string, now: Date): string {
  const [at, today] = [wallClock(opens, timeZone), wallClock(now, timeZone)];
  const time = at.time.replace(':', 'h').replace(/^0/, '');
  const days = Math.round((Date.parse(at.date) - Date.parse(today.date)) / DAY_MS);
  if (days === 0) return `à ${time}`;
  if (days === 1) return `demain à ${time}`;
  return `${new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone }).format(opens)} à ${time}`;
}

interface WallClock {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM` */
  time: string;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
}

function wallClock(at: Date, timeZone: string): WallClock {
  const [date, time] = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .split(' ');
  return { date: date!, time: time!, weekday: ((new Date(date!).getUTCDay() + 6) % 7) + 1 };
}

/** The instant at which the clocks of a time zone show this; where they are put forward over it, the moment they are. */
function instantAt(day: Date, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day.toISOString().slice(0, 10)}T${time}:00Z`);
  let guess = wanted;
  // Twice: the first guess may lie on the other side of a change of clocks.
  for (let round = 0; round < 2; round += 1) {
    const shown = wallClock(new Date(guess), timeZone);
    guess += wanted - Date.parse(`${shown.date}T${shown.time}:00Z`);
  }
  return new Date(guess);
}
