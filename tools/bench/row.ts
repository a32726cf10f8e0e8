import type { Seeded } from '../rig/seeded.js';

/** What a row was asked for. */
export interface RowWishes {
  readonly root: string;
  readonly chance: Seeded;
  /** Small and short: to see that it runs, not to publish. */
  readonly quick: boolean;
  /** Tells how it goes. */
  readonly say: (line: string) => void;
  /** Write CPU profiles and the most expensive statements there. */
  readonly profileDir?: string;
}

/** One promise and what became of it. */
export interface Bar {
  readonly what: string;
  readonly wanted: string;
  readonly got: string;
  readonly met: boolean;
}

/** What a row found: a table for people, everything as JSON, and its bars. */
export interface RowResult {
  readonly table: readonly (readonly string[])[];
  readonly notes?: readonly string[];
  readonly facts: object;
  readonly bars: readonly Bar[];
}

export interface Row {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly run: (wishes: RowWishes) => Promise<RowResult>;
}
