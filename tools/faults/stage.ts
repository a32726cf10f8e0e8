import { setTimeout as pause } from 'node:timers/promises';
import { SERVICES, type ServiceName } from '#contracts';
import type { Crowd } from '../rig/crowd.js';
import type { Member } from '../rig/member.js';
import type { Rig } from '../rig/rig.js';
import type { Seeded } from '../rig/seeded.js';
import type { RigShop } from '../rig/shops.js';
import type { Invariant } from '../rig/verdict.js';

/** What a row is played on. */
export interface Stage {
  readonly rig: Rig;
  readonly shops: readonly RigShop[];
  readonly crowd: Crowd;
  readonly chance: Seeded;
  /** The everyday run: shorter and fewer strikes. */
  readonly quick: boolean;
  readonly say: (line: string) => void;
  /** Tells of something that only the row can see; the row has not held then. */
  readonly broken: (invariant: Invariant, what: string, examples: readonly string[]) => void;
}

/** What was done, by name, for the report. */
export type Facts = Readonly<Record<string, string | number>>;

/** One line of the matrix: what strikes while the crowd goes on, healed by the row itself. */
export interface Row {
  readonly name: string;
  /** What strikes, for a person. */
  readonly strikes: string;
  /** It is part of the everyday run. */
  readonly quick?: true;
  /** Services that have to run for it, also in the everyday run. */
  readonly needs?: readonly ServiceName[];
  /** Parts of dead letters that the row plants. */
  readonly planted?: readonly string[];
  /** Breaches that what strikes makes unavoidable, by their words. */
  readonly beyond?: readonly string[];
  /** How lively the crowd is meanwhile, in webhooks a second. */
  readonly perSecond?: number;
  readonly strike: (stage: Stage) => Promise<Facts>;
}

export const sleep = (seconds: number) => pause(seconds * 1_000);

/** Services that run in this rig. */
export const running = (rig: Rig): ServiceName[] => SERVICES.filter((service) => rig.of(service).length > 0);

/** A replica of a service, by chance. */
export const anyOf = ({ rig, chance }: Stage, service: ServiceName): Member => chance.pick(rig.of(service));

/** The value below which this share of a list lies, 0 to 1; 0 of an empty one. */
export const quantile = (list: readonly number[], share: number): number =>
  list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;

/** @returns true once it holds, false when it did not in time */
export async function until(holds: () => boolean | Promise<boolean>, withinSeconds: number): Promise<boolean> {
  for (const end = Date.now() + withinSeconds * 1_000; ;) {
    if (await holds()) return true;
    if (Date.now() > end) return false;
    await pause(100);
  }
}

/** How long it takes from now until a message that is written now is stored, in ms. */
export async function firstEffect({ rig }: Stage, withinSeconds = 60): Promise<number> {
  const began = Date.now();
  const stored = async () =>
    (await rig.sql<{ n: number }>(`select count(*)::int as n from rig.handled where at > to_timestamp($1)`, [began / 1_000]))[0]!
      .n > 0;
  await until(() => stored().catch(() => false), withinSeconds);
  return Date.now() - began;
}
