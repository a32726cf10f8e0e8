import type { Client } from 'pg';
import type { ServiceName } from '#contracts';
import type { Interest } from '../broker.js';
import type { BrokerView } from './broker-view.js';

/** What the doctor examines: one database, its schemas, and what the broker said a moment ago. */
export interface Patient {
  client: Client;
  /** Services whose schema is meant to be here. */
  services: readonly ServiceName[];
  /** Schemas that are here. */
  schemas: ReadonlySet<string>;
  interests: readonly Interest[];
  /** Undefined when no broker is named. */
  broker: BrokerView | undefined;
  /** Moment, by the database’s clock, before the broker was looked at. */
  asOf: Date;
  /** How far back events are followed, in hours. */
  hours: number;
}

/** What a check found. */
export interface Finding {
  /** How many things are wrong; 0 is healthy. */
  problems: number;
  /** How much was looked at, for the reader: "57 columns". */
  examined: string;
  /** One line for each kind of thing that is wrong. Ids, no personal data. */
  details: string[];
  /** What could not be looked at, and why. */
  unchecked: string[];
  /** Not wrong, and not done yet: events on their way. */
  waiting?: number;
}

/** One question with a number for an answer. */
export interface Check {
  /** Short and stable: the key of the JSON answer. */
  key: string;
  title: string;
  run: (patient: Patient) => Promise<Finding>;
}

/** Rows of a query on the patient's connection. */
export async function rowsOf<T extends object>({ client }: Patient, sql: string, values: unknown[] = []): Promise<T[]> {
  return (await client.query<T>(sql, values)).rows;
}

/** A finding from lines with a number each; lines with 0 are left out. */
export function findingOf(examined: string, lines: readonly { n: number; text: string }[], unchecked: string[] = []): Finding {
  const wrong = lines.filter(({ n }) => n > 0);
  return {
    problems: wrong.reduce((sum, { n }) => sum + n, 0),
    examined,
    details: wrong.map(({ n, text }) => `${n} × ${text}`),
    unchecked,
  };
}

/** What a check examined that could not look at anything. */
export const NOTHING = 'nothing';

/** `1 day`, `2 days`. */
export const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** Says which of the schemas a check needs are elsewhere. @returns undefined when all are here */
export function absent({ schemas }: Patient, ...needed: string[]): string | undefined {
  const missing = needed.filter((schema) => !schemas.has(schema));
  return missing.length > 0 ? `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in this database` : undefined;
}
