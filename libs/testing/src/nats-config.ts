import { isAtLeast } from './nats-version.js';

export interface NatsConfigOptions {
  readonly version: string;
  readonly port: number;
  readonly monitorPort?: number;
  readonly storeDir: string;
  readonly name: string;
  /** Further lines of the server's configuration, for example its users and permissions. */
  readonly include?: string;
}

/**
 * Configuration for a single local server of this version. A server refuses to start over a field it does not know, and
 * 2.9 does not know `sync_interval`: it writes to disk every 2 min, which is why PostgreSQL stays the truth.
 */
export function natsConfig(options: NatsConfigOptions): string {
  const sync = isAtLeast(options.version, '2.10.0') ? ['  sync_interval: "100ms"'] : [];
  return [
    `server_name: ${quoted(options.name)}`,
    'host: "127.0.0.1"',
    `port: ${options.port}`,
    ...(options.monitorPort === undefined ? [] : [`http: "127.0.0.1:${options.monitorPort}"`]),
    // No event is larger: what is big stays in the database and is named by its id.
    'max_payload: 512KB',
    'jetstream {',
    `  store_dir: ${quoted(options.storeDir)}`,
    ...sync,
    '}',
    ...(options.include === undefined ? [] : [options.include]),
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
