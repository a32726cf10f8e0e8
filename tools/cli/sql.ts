import { Client } from 'pg';
import { schemaNameOf, type ServiceName } from '#contracts';
import { Database } from '#database';
import { CliError } from './errors.js';
import { titleOf } from './settings.js';

/** Runs `work` on one connection of its own. @throws CliError naming the address when the server does not take it */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'fluxasync-cli' });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new CannotConnect(url, error);
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** PostgreSQL did not take the connection. */
export class CannotConnect extends CliError {
  constructor(url: string, reason: unknown) {
    super(`PostgreSQL at ${titleOf(url)} does not take the connection: ${reasonOf(reason)}.`, { cause: reason });
  }

  /** The server is there; this database is not. */
  get noSuchDatabase(): boolean {
    return (this.cause as { code?: string }).code === '3D000';
  }
}

/** A service's unit of work on an administrator's connection: it sees the service's schema and takes the service's worker role. */
export async function withServiceDatabase<T>(
  adminUrl: string,
  service: ServiceName,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const db = await connectService(adminUrl, service);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Units of work of many services, each opened once. */
export class ServiceDatabases {
  private readonly open = new Map<ServiceName, Promise<Database>>();

  constructor(private readonly adminUrl: (service: ServiceName) => string) {}

  of(service: ServiceName): Promise<Database> {
    const found = this.open.get(service) ?? connectService(this.adminUrl(service), service);
    this.open.set(service, found);
    return found;
  }

  async close(): Promise<void> {
    for (const each of await Promise.allSettled(this.open.values())) if (each.status === 'fulfilled') await each.value.close();
  }
}

async function connectService(adminUrl: string, service: ServiceName): Promise<Database> {
  const url = new URL(adminUrl);
  url.searchParams.set('options', `-c search_path=${schemaNameOf(service)}`);
  return Database.connect({ service, url: url.href, poolSize: 2 }).catch((error: unknown) => {
    throw new CannotConnect(adminUrl, error);
  });
}

/** A refused connection to a name with several addresses carries its causes inside, and no message of its own. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((each: Error) => each.message).join(', ');
  return error instanceof Error ? error.message : String(error);
}
