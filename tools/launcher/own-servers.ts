import { connect } from '@nats-io/transport-node';
import { Client } from 'pg';
import { isAtLeast, NATS_FLOOR } from '../../libs/testing/src/nats-version.js';

/** A server given by address cannot be used; the message says which, why, and what to do, without its password. */
export class ServerUnfit extends Error {
  override readonly name = 'ServerUnfit';
}

const POSTGRES_FLOOR = 15;
const ANSWER_WITHIN_MS = 5_000;

/** Looks at a PostgreSQL of the user's own; returns its version. Throws ServerUnfit when it does not answer or is older than 15. */
export async function checkPostgres(variable: string, url: string, floor = POSTGRES_FLOOR): Promise<string> {
  const where = `${variable} (${withoutPassword(url)})`;
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; version: string }>(
      "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
    );
    const { number, version } = rows[0] ?? { number: 0, version: 'unknown' };
    if (number >= floor * 10_000) return version;
    throw new ServerUnfit(`${where} is PostgreSQL ${version}; FluxAsync needs ${floor} or newer.`);
  } catch (error) {
    if (error instanceof ServerUnfit) throw error;
    throw new ServerUnfit(`${where} does not answer: ${reasonOf(error)}. Is it running, and is the address right?`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Looks at a nats-server of the user's own; returns its version. Throws ServerUnfit when it does not answer, is too old or has no JetStream. */
export async function checkNats(url: string): Promise<string> {
  const where = `NATS_URL (${withoutPassword(url)})`;
  const { host, username, password, protocol } = new URL(url);
  const login = username === '' ? {} : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const tls = protocol === 'tls:' ? { tls: {} } : {};
  try {
    const client = await connect({ servers: [host], ...login, ...tls, timeout: ANSWER_WITHIN_MS, reconnect: false });
    const { version = '0.0.0', jetstream = false } = client.info ?? {};
    await client.close();
    if (!isAtLeast(version, NATS_FLOOR))
      throw new ServerUnfit(`${where} is nats-server ${version}; FluxAsync needs ${NATS_FLOOR} or newer.`);
    if (!jetstream)
      throw new ServerUnfit(
        `${where} runs without JetStream. Start it with -js, or with a jetstream block in its configuration.`,
      );
    return version;
  } catch (error) {
    if (error instanceof ServerUnfit) throw error;
    throw new ServerUnfit(`${where} does not answer: ${reasonOf(error)}. Is it running, and is the address right?`);
  }
}

export function withoutPassword(url: string): string {
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

/** A refused connection to a name with several addresses carries its causes inside, and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((each: Error) => each.message).join(', ');
  return error instanceof Error ? error.message : String(error);
}
