/** Seconds that something takes on a quiet machine with two cores. */
interface Planned {
  /** While it strikes: at its everyday strength, in the full run. */
  readonly quick: number;
  readonly full: number;
}

/** How long each row strikes. The full run is to end within 35 min, the everyday run within 5. */
export const STRIKES: Readonly<Record<string, Planned>> = {
  calm: { quick: 7, full: 17 },
  burst: { quick: 5, full: 15 },
  'third-party': { quick: 14, full: 45 },
  'third-party-gone': { quick: 8, full: 15 },
  poison: { quick: 6, full: 6 },
  failpoints: { quick: 35, full: 200 },
  'random-kills': { quick: 14, full: 45 },
  zombies: { quick: 15, full: 28 },
  'two-relays': { quick: 18, full: 26 },
  scaling: { quick: 45, full: 95 },
  'clock-jumps': { quick: 28, full: 52 },
  'broker-kill': { quick: 8, full: 45 },
  'broker-down': { quick: 13, full: 48 },
  'broker-wiped': { quick: 6, full: 8 },
  'broker-rolled-back': { quick: 9, full: 20 },
  'broker-paused': { quick: 11, full: 23 },
  'broker-disk-full': { quick: 12, full: 24 },
  'database-kill': { quick: 6, full: 35 },
  'database-paused': { quick: 11, full: 20 },
  'database-crowded': { quick: 8, full: 16 },
  'lines-reset': { quick: 8, full: 24 },
  'lines-slow': { quick: 14, full: 28 },
  'lines-narrow': { quick: 14, full: 28 },
  'lines-half-open': { quick: 16, full: 34 },
  partition: { quick: 30, full: 75 },
  gemini: { quick: 45, full: 70 },
  gmail: { quick: 45, full: 65 },
  'noisy-tenant': { quick: 30, full: 45 },
  migration: { quick: 45, full: 55 },
  'backup-behind-broker': { quick: 50, full: 70 },
};

/** What each row takes besides: the crowd's last answers, the drain and the verdict. */
const AFTER: Planned = { quick: 8, full: 11 };
/** A platform with its shops and customers. */
const SETTING: Planned = { quick: 18, full: 25 };
/** One mutant, with a small platform of its own; it waits for what does not come. */
const MUTANT = 48;
/** A strike is over in its time on a quiet machine; on a busy one it is only ended when it hangs. */
const BUSY_MACHINE = 4;
const LEAST_PATIENCE = 60;

const strengthOf = (quick: boolean): keyof Planned => (quick ? 'quick' : 'full');

/** When a row's strike hangs, in seconds. */
export const patienceOf = (row: string, quick: boolean): number =>
  LEAST_PATIENCE + BUSY_MACHINE * STRIKES[row]![strengthOf(quick)];

interface Programme {
  readonly acts: readonly (readonly { readonly name: string }[])[];
  readonly mutants: number;
  readonly quick: boolean;
}

/** What a run takes on a quiet machine when everything holds, in minutes. */
export function plannedMinutes({ acts, mutants, quick }: Programme): number {
  const strength = strengthOf(quick);
  const rows = acts.flat().reduce((sum, { name }) => sum + STRIKES[name]![strength] + AFTER[strength], 0);
  return (rows + acts.length * SETTING[strength] + mutants * MUTANT) / 60;
}
