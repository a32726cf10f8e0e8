import { connect, type NatsConnection } from '@nats-io/transport-node';
import { DomainError } from '#contracts';
import type { BusLogger } from './logger.js';

export interface NatsOptions {
  /** nats://user:password@host:port */
  url: string;
  /** Name of the client, and of its inbox, so that the broker's permissions can be told apart. */
  name: string;
  logger: BusLogger;
  /** How long to wait for the first connection, in ms (10 s). */
  timeoutMs?: number;
}

const FLOOR = [2, 9, 10] as const;

const asToken = (name: string) => name.replaceAll(/[^A-Za-z0-9_-]/g, '_');

/** Inbox prefix of a client; its permissions are granted on it. */
export const inboxPrefix = (name: string) => `_INBOX_${asToken(name)}`;

/** Where answers to a client's questions come; who answers them may publish under it. */
export const answersPrefix = (name: string) => `_ANSWERS_${asToken(name)}`;

/** Compares a server version such as `2.10.27` with the oldest that does what we need. */
export function isServerTooOld(version: string): boolean {
  const parts = version.replace(/^v/, '').split(/[.-]/).map(Number);
  for (const [i, floor] of FLOOR.entries()) if ((parts[i] ?? 0) !== floor) return (parts[i] ?? 0) < floor;
  return false;
}

/**
 * Connects to NATS for good: it never gives up reconnecting, and notices a paused broker within 15 s (the library's own settings give up after 20 s and
 * notice after minutes).
 * @throws DomainError BROKER_TOO_OLD
 */
export async function connectNats({ url, name, logger, timeoutMs = 10_000 }: NatsOptions): Promise<NatsConnection> {
  const parsed = new URL(url);
  const connection = await connect({
    servers: [parsed.host],
    ...(parsed.username ? { user: decodeURIComponent(parsed.username), pass: decodeURIComponent(parsed.password) } : {}),
    name,
    inboxPrefix: inboxPrefix(name),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    pingInterval: 5_000,
    maxPingOut: 2,
    timeout: timeoutMs,
    ignoreAuthErrorAbort: true,
    // Else each request takes a stack trace, in case it should fail.
    noAsyncTraces: true,
  });
  const version = connection.info?.version ?? '0.0.0';
  if (isServerTooOld(version)) {
    await connection.close();
    throw new DomainError('BROKER_TOO_OLD', 'internal', { version, needed: FLOOR.join('.') });
  }
  void watch(connection, logger);
  return connection;
}

async function watch(connection: NatsConnection, logger: BusLogger): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === 'disconnect') logger.warn({ event: 'nats.disconnected' }, 'broker connection lost, reconnecting');
    if (status.type === 'reconnect') logger.info({ event: 'nats.reconnected' }, 'broker connection is back');
    if (status.type === 'error')
      logger.error({ event: 'nats.error', error: String(status.error) }, 'broker refused an operation');
  }
}
