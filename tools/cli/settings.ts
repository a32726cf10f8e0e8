import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { schemaNameOf, SERVICES, type ServiceName } from '#contracts';
import { REPORTS_ROLE, requestRole } from '#database';
import { CliError } from './errors.js';

type Variables = Readonly<Record<string, string | undefined>>;

const NO_DATABASE =
  'DATABASE_URL is not set, and no platform runs on this machine (there is no .fluxasync/env). ' +
  'Set it to an administrator’s connection, postgres://postgres:password@host:5432/fluxasync_bd, or run npm start.';

/** A database, and the services that keep their schema in it. */
export interface Place {
  url: string;
  services: ServiceName[];
}

/** Where the platform is: from the environment, or from what `npm start` wrote when the environment names no database. */
export class Settings {
  private constructor(
    private readonly variables: Variables,
    /** A restored copy on the same server, when the operator means that one. */
    private readonly database: string | undefined,
  ) {}

  static read(environment: Variables, root: string): Settings {
    // An empty variable is one that is not set, as in a shell's `NATS_URL= npm run …`.
    const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
    if (addresses(env).length > 0) return new Settings(env, undefined);
    // The addresses belong together: those of one installation are never mixed with those of another.
    const written = readEnvFile(join(resolve(root, env.FLUXASYNC_DIR ?? '.fluxasync'), 'env'));
    return new Settings({ ...written, ...env }, undefined);
  }

  /** The same server, another database. */
  onDatabase(name: string | undefined): Settings {
    return name === undefined ? this : new Settings(this.variables, name);
  }

  /** Connection of an administrator to the database of a service. @throws CliError when there is none */
  adminUrl(service: ServiceName): string {
    const [own, launcherOwn] = variablesOf(service);
    const url = this.value(own) ?? this.value(launcherOwn) ?? this.value('DATABASE_URL');
    if (url === undefined) throw new CliError(NO_DATABASE);
    if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
      throw new CliError('DATABASE_URL is not an address like postgres://user:password@host:5432/database.');
    return this.database === undefined ? url : withDatabase(url, this.database);
  }

  /** The databases there are: one when it holds every schema. */
  places(): Place[] {
    const places = new Map<string, Place>();
    for (const service of SERVICES) {
      const url = this.adminUrl(service);
      const place = places.get(titleOf(url)) ?? { url, services: [] };
      place.services.push(service);
      places.set(titleOf(url), place);
    }
    return [...places.values()];
  }

  /** The one database that holds every schema. @throws CliError when they are apart */
  onePlace(what: string): Place {
    const [place, ...others] = this.places();
    if (others.length > 0)
      throw new CliError(
        `${what} needs one database that holds every schema; here they are in ${others.length + 1}. Set DATABASE_URL alone, to a replica that has them all.`,
      );
    return place!;
  }

  /** The broker. @returns undefined when it is not named, or serves another database than the one that is meant */
  get natsUrl(): string | undefined {
    return this.database === undefined ? this.value('NATS_URL') : undefined;
  }

  /** @throws CliError when the broker is not named */
  requireNats(): string {
    const url = this.natsUrl;
    if (url !== undefined) return url;
    throw new CliError(
      this.database === undefined
        ? 'NATS_URL is not set. Set it to the broker, nats://user:password@host:4222, or run npm start.'
        : 'The broker serves the platform’s own database: leave --database out.',
    );
  }

  /** Password of a service's login role, if the operator gave one. @throws CliError when the seed is too short */
  rolePassword(service: ServiceName): string | undefined {
    return this.password(schemaNameOf(service), requestRole(service));
  }

  /** Password of the role that reads reports, if the operator gave one. */
  reportsPassword(): string | undefined {
    return this.password('rapports', REPORTS_ROLE);
  }

  private password(name: string, role: string): string | undefined {
    const own = this.value(`FLUXASYNC_ROLE_PASSWORD_${name.toUpperCase()}`);
    if (own !== undefined) return own;
    const seed = this.value('FLUXASYNC_ROLE_SECRET');
    if (seed === undefined) return undefined;
    if (seed.length < 16)
      throw new CliError('FLUXASYNC_ROLE_SECRET has fewer than 16 characters: the passwords of all roles come from it.');
    return createHmac('sha256', seed).update(role).digest('base64url').slice(0, 32);
  }

  private value(name: string): string | undefined {
    return this.variables[name]?.trim();
  }
}

/** `localhost:5432/fluxasync_bd`: names a database without a password. */
export function titleOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${decodeURIComponent(pathname)}`;
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${encodeURIComponent(database)}`;
  return parsed.href;
}

/** A service's own address: as operators name it, and as `npm start` does. */
function variablesOf(service: ServiceName): [string, string] {
  const name = service.toUpperCase().replaceAll('-', '_');
  return [`${name}_ADMIN_DATABASE_URL`, `${name}_DATABASE_URL`];
}

const addresses = (env: Variables) =>
  ['DATABASE_URL', ...SERVICES.flatMap(variablesOf)].filter((name) => env[name] !== undefined);

/** Reads `export NAME='value'` lines, as the launcher writes them. */
function readEnvFile(file: string): Variables {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  const lines = text.matchAll(/^export (\w+)='((?:[^']|'\\'')*)'$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value!.replaceAll(String.raw`'\''`, "'")]));
}
