import type { ServiceName } from '#contracts';
import { requestRole } from '../../libs/database/src/names.js';
import type { DataDir, Secrets } from './data-dir.js';
import type { LauncherOptions } from './options.js';

/** What runs where in this run: everything a service's environment can be made of. */
export interface RunContext {
  /** Folder of the project. */
  readonly root: string;
  readonly options: LauncherOptions;
  readonly dir: DataDir;
  readonly secrets: Secrets;
  readonly ports: { readonly gateway: number; readonly sandbox: number };
  /** One for each process that is not asked for its health at its own door. */
  readonly healthPorts: Readonly<Record<string, number>>;
  readonly adminUrl: (service: ServiceName) => string;
  readonly natsUrl: string;
}

export const gatewayUrl = (run: RunContext) => `http://127.0.0.1:${run.ports.gateway}`;
export const sandboxUrl = (run: RunContext) => `http://127.0.0.1:${run.ports.sandbox}`;

/** Address by which a service reaches its own schema, as its login role. */
export function serviceDatabaseUrl(run: RunContext, service: ServiceName): string {
  const url = new URL(run.adminUrl(service));
  url.username = requestRole(service);
  url.password = encodeURIComponent(run.secrets.servicePasswords[service]);
  return url.href;
}

/** Address by which a service reaches the bus: as its own user on the embedded server, by NATS_URL as it stands on one of your own. */
export function serviceNatsUrl(run: RunContext, service: ServiceName): string {
  if (run.options.natsUrl !== undefined) return run.natsUrl;
  const url = new URL(run.natsUrl);
  url.username = service;
  url.password = encodeURIComponent(run.secrets.servicePasswords[service]);
  return url.href;
}
