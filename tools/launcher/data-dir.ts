import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '#contracts';
import { Ledger } from './ledger.js';
import { giveLock, takeLock } from './lock.js';
import { DOORS, type Door } from './options.js';

/** The folder cannot be used; the message says why and what to do. */
export class DataDirUnusable extends Error {
  override readonly name = 'DataDirUnusable';
}

/** Made once for a folder and kept with its data. */
export interface Secrets {
  readonly postgresPassword: string;
  readonly reportsPassword: string;
  /** The operator's on the embedded nats-server. */
  readonly natsPassword: string;
  /** Passwords of the services, as login roles of the database and as users of the embedded nats-server. */
  readonly servicePasswords: Readonly<Record<ServiceName, string>>;
  /** Signs the sellers' sessions: an Ed25519 key, PKCS #8 PEM in base64. */
  readonly jwtKey: string;
  /** Seals the sellers' tokens: 32 bytes in base64. */
  readonly encryptionKey: string;
  readonly whatsappAppSecret: string;
  readonly whatsappVerifyToken: string;
  /** Kouadio's, to sign in with. */
  readonly sellerPassword: string;
}

/** `.fluxasync/`: data, logs, secrets and what is running, for one launcher at a time. */
export class DataDir {
  readonly logs: string;
  readonly postgres: string;
  readonly nats: string;
  /** Photos, voice notes and documents. */
  readonly media: string;
  readonly envFile: string;
  readonly pgpassFile: string;
  /** There once the story has been played to its end. */
  readonly storyFile: string;
  readonly ledger: Ledger;

  private constructor(readonly root: string) {
    this.logs = join(root, 'logs');
    this.postgres = join(root, 'postgres');
    this.nats = join(root, 'nats');
    this.media = join(root, 'media');
    this.envFile = join(root, 'env');
    this.pgpassFile = join(root, 'pgpass');
    this.storyFile = join(root, 'story.json');
    this.ledger = new Ledger(join(root, 'processes.json'));
  }

  /** Makes the folder if need be and locks it for this process. Throws DataDirUnusable or AlreadyRunning. */
  static open(root: string): DataDir {
    try {
      // Others may pass (PostgreSQL's own user has to) but not look around; what is secret is closed file by file.
      mkdirSync(join(root, 'logs'), { recursive: true, mode: 0o711 });
      accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (error) {
      throw new DataDirUnusable(
        `${root} cannot be written (${(error as NodeJS.ErrnoException).code}). Set FLUXASYNC_DIR to a folder of your own.`,
      );
    }
    takeLock(root, join(root, 'lock'));
    const dir = new DataDir(root);
    dir.forgetRunning();
    return dir;
  }

  close(): void {
    this.forgetRunning();
    giveLock(join(this.root, 'lock'));
  }

  /** Removes all data, logs and secrets. Nothing may run. */
  reset(): void {
    const all = [
      this.postgres,
      this.nats,
      this.media,
      this.logs,
      this.storyFile,
      join(this.root, 'sandbox'),
      this.pgpassFile,
      join(this.root, 'secrets.json'),
      join(this.root, 'ports.json'),
    ];
    for (const path of all) rmSync(path, { recursive: true, force: true });
    mkdirSync(this.logs, { mode: 0o711 });
  }

  /** The folder's secrets, made on first use; one that a later version asks for is added. */
  secrets(): Secrets {
    const file = join(this.root, 'secrets.json');
    const kept = readJson<Partial<Secrets>>(file);
    if (kept === undefined && existsSync(join(this.postgres, 'data'))) {
      throw new DataDirUnusable(
        `${file} is missing or broken, and without it the data in ${this.postgres} cannot be opened. Put it back, or start anew with --reset.`,
      );
    }
    const secrets = { ...newSecrets(), ...kept };
    secrets.servicePasswords = { ...newSecrets().servicePasswords, ...kept?.servicePasswords };
    writePrivate(file, JSON.stringify(secrets, null, 2));
    return secrets;
  }

  /** Ports of the previous run. */
  rememberedPorts(): Partial<Record<Door, number>> {
    const kept = readJson<Record<string, unknown>>(join(this.root, 'ports.json')) ?? {};
    return Object.fromEntries(DOORS.filter((door) => Number.isInteger(kept[door])).map((door) => [door, kept[door] as number]));
  }

  rememberPorts(ports: Partial<Record<Door, number>>): void {
    writePrivate(join(this.root, 'ports.json'), JSON.stringify({ ...this.rememberedPorts(), ...ports }));
  }

  /** A file to source in a shell, saying what is running and how to reach it. */
  writeEnv(variables: Readonly<Record<string, string>>): void {
    const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${shellQuoted(value)}`);
    writePrivate(this.envFile, `${lines.join('\n')}\n`);
  }

  /** Passwords for psql and pg_dump (PGPASSFILE). */
  writePgpass(logins: readonly { hosts: readonly string[]; port: number; user: string; password: string }[]): void {
    const field = (text: string) => text.replaceAll('\\', '\\\\').replaceAll(':', '\\:');
    const lines = logins.flatMap(({ hosts, port, user, password }) =>
      hosts.map((host) => `${field(host)}:${port}:*:${field(user)}:${field(password)}`),
    );
    writePrivate(this.pgpassFile, `${lines.join('\n')}\n`);
  }

  /** Nothing runs any more: whoever sources the file then is told so by its absence. */
  private forgetRunning(): void {
    rmSync(this.envFile, { force: true });
  }
}

/** Quoted for every shell: nothing in it is expanded. */
export function shellQuoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

function newSecrets(): { -readonly [Name in keyof Secrets]: Secrets[Name] } {
  const password = () => randomBytes(18).toString('base64url');
  return {
    postgresPassword: password(),
    reportsPassword: password(),
    natsPassword: password(),
    servicePasswords: Object.fromEntries(SERVICES.map((service) => [service, password()])) as Record<ServiceName, string>,
    jwtKey: newSigningKey(),
    encryptionKey: randomBytes(32).toString('base64'),
    whatsappAppSecret: randomBytes(16).toString('hex'),
    whatsappVerifyToken: password(),
    sellerPassword: password(),
  };
}

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })).toString('base64');
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

function writePrivate(file: string, text: string): void {
  const draft = `${file}.tmp`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}
