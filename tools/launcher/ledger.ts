import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { endProcess, isSameProcess, type ProcessIdentity } from '../../libs/testing/src/processes.js';

export type Kind = 'gateway' | 'service' | 'sandbox' | 'step' | 'nats' | 'postgres';

interface Entry extends ProcessIdentity {
  readonly name: string;
  readonly kind: Kind;
}

/** Doors first, then who works behind them, then what they stand on. Kinds of one line stop together. */
export const STOP_ORDER: readonly (readonly Kind[])[] = [['gateway'], ['step', 'service'], ['sandbox'], ['nats'], ['postgres']];

/** Which processes were started, by pid and start time, so that the next launcher can end what a killed one left. */
export class Ledger {
  private entries: Entry[];

  constructor(private readonly file: string) {
    this.entries = read(file);
  }

  /** Notes a process right after it was started. */
  add(name: string, kind: Kind, identity: ProcessIdentity): void {
    this.entries = [...this.entries.filter((entry) => entry.name !== name), { name, kind, ...identity }];
    this.save();
  }

  remove(name: string): void {
    this.entries = this.entries.filter((entry) => entry.name !== name);
    this.save();
  }

  /** Ends every noted process that still runs, in the order of a stop, and forgets all. Returns the names of those that ran. */
  async endAll(graceMs: number): Promise<string[]> {
    const ended: string[] = [];
    for (const kinds of STOP_ORDER) {
      const group = this.entries.filter((entry) => kinds.includes(entry.kind) && isSameProcess(entry));
      await Promise.all(
        group.map((entry) => endProcess(entry, { ask: entry.kind === 'postgres' ? 'SIGINT' : 'SIGTERM', graceMs })),
      );
      ended.push(...group.map(({ name }) => name));
    }
    this.entries = [];
    this.save();
    return ended;
  }

  private save(): void {
    const draft = `${this.file}.tmp`;
    writeFileSync(draft, JSON.stringify(this.entries, null, 2), { mode: 0o600 });
    renameSync(draft, this.file);
  }
}

function read(file: string): Entry[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entry[];
  } catch {
    return [];
  }
}
