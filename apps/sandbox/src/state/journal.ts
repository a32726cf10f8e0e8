import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = 1;

/**
 * The sandbox's memory on disk: one JSON line per fact, appended before the caller is answered. What was appended
 * survives `kill -9`; it is not flushed to the platter for each line, so a power cut may take the last moments.
 */
export class Journal {
  private constructor(
    private readonly file: number | undefined,
    private readonly path: string,
  ) {}

  /** A journal that forgets: for a sandbox without a state folder. */
  static inMemory(): Journal {
    return new Journal(undefined, '');
  }

  /**
   * Opens or creates `journal.jsonl` in the folder and hands each fact in it to `replay`, oldest first.
   * A last line cut short by a kill is removed: its caller was never answered.
   * @throws Error when a line before the last cannot be read, or when the file has another version
   */
  static open(folder: string, replay: (fact: unknown) => void): Journal {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, 'journal.jsonl');
    const content = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const whole = content.lastIndexOf('\n') + 1;
    const file = openSync(path, whole === 0 ? 'w' : 'r+', 0o600);
    ftruncateSync(file, whole);
    // 'r+' does not append by itself: without this the first fact would overwrite the oldest one.
    const journal = new Journal(file, path);
    journal.end = whole;
    if (whole === 0) journal.append({ type: 'journal', version: VERSION });
    else journal.readLines(content.subarray(0, whole), replay);
    return journal;
  }

  private end = 0;

  /** Writes one fact; when it returns, the fact outlives the process. */
  append(fact: unknown): void {
    if (this.file === undefined) return;
    const line = Buffer.from(`${JSON.stringify(fact)}\n`);
    for (let written = 0; written < line.length;)
      written += writeSync(this.file, line, written, line.length - written, this.end + written);
    this.end += line.length;
  }

  /** Forgets every fact. */
  clear(): void {
    if (this.file === undefined) return;
    ftruncateSync(this.file, 0);
    this.end = 0;
    this.append({ type: 'journal', version: VERSION });
  }

  /** Flushes to the disk and closes; nothing may be appended afterwards. */
  close(): void {
    if (this.file === undefined) return;
    fsyncSync(this.file);
    closeSync(this.file);
  }

  private readLines(content: Buffer, replay: (fact: unknown) => void): void {
    let number = 0;
    for (let start = 0; start < content.length;) {
      const stop = content.indexOf('\n', start);
      number++;
      const fact = this.parse(content.toString('utf8', start, stop), number);
      start = stop + 1;
      if (number > 1) replay(fact);
      else if (fact.type !== 'journal' || fact.version !== VERSION)
        throw new Error(`${this.path} is not a sandbox journal of version ${VERSION}; move it away to start afresh`);
    }
  }

  private parse(line: string, number: number): { type?: unknown; version?: unknown } {
    try {
      return JSON.parse(line) as { type?: unknown; version?: unknown };
    } catch {
      throw new Error(`${this.path} cannot be read at line ${number}; move it away to start afresh`);
    }
  }
}
