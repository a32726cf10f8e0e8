import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SERVICES, type ServiceName } from '#contracts';
import { DATABASE_NAME } from '../../libs/database/src/names.js';
import { LocalNats } from '../../libs/testing/src/nats.js';
import { LocalPostgres } from '../../libs/testing/src/postgres.js';
import { manifests } from '../generate/manifests.js';
import { NATS_OPERATOR, natsAuthorization } from '../generate/nats-authorization.js';
import { BackOff } from './back-off.js';
import type { DataDir, Secrets } from './data-dir.js';
import { ensureNatsServer } from './nats-install.js';
import { databaseVariable, type LauncherOptions } from './options.js';
import { checkNats, checkPostgres } from './own-servers.js';
import type { Progress } from './progress.js';

/** The embedded PostgreSQL and nats-server, or those given by address. */
export class Servers {
  postgres: LocalPostgres | undefined;
  nats: LocalNats | undefined;
  private readonly stopping = new AbortController();

  constructor(
    private readonly options: LauncherOptions,
    private readonly dir: DataDir,
    private readonly progress: Progress,
  ) {}

  /** Address with an administrator's role, by which a service's schema and roles are made. */
  adminUrl(service: ServiceName): string {
    const url = this.options.serviceDatabaseUrls[service] ?? this.options.databaseUrl ?? this.postgres?.urlOf(DATABASE_NAME);
    if (url === undefined) throw new Error(`No database for ${service}: the servers have not been started.`);
    return url;
  }

  get natsUrl(): string {
    const url = this.options.natsUrl ?? this.nats?.url;
    if (url === undefined) throw new Error('No nats-server: the servers have not been started.');
    return url;
  }

  /** Starts what is embedded (has a port) and looks at what is not, both servers at the same time. */
  async start(ports: { postgres?: number; nats?: number }, secrets: Secrets, aborted: AbortSignal): Promise<void> {
    const work: Promise<void>[] = [];
    work.push(ports.postgres === undefined ? this.checkDatabases() : this.startPostgres(ports.postgres, secrets));
    work.push(ports.nats === undefined ? this.checkBus() : this.startNats(ports.nats, secrets, aborted));
    // Both are waited for also when one fails: a stop must not overtake a start.
    const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason as Error;
  }

  async stopNats(graceMs: number): Promise<void> {
    this.stopping.abort();
    await this.nats?.stop(graceMs);
  }

  async stopPostgres(graceMs: number): Promise<void> {
    this.stopping.abort();
    await this.postgres?.stop('fast', graceMs);
  }

  private async startPostgres(port: number, secrets: Secrets): Promise<void> {
    await this.progress.step('PostgreSQL', async (detail) => {
      const server = new LocalPostgres(
        {
          dir: this.dir.postgres,
          password: secrets.postgresPassword,
          logFile: join(this.dir.logs, 'postgres.log'),
          onSpawn: (identity) => this.dir.ledger.add('postgres', 'postgres', identity),
        },
        port,
      );
      this.postgres = server;
      await server.start();
      const [found] = await server.query<{ version: string; known: boolean }>(
        "SELECT current_setting('server_version') AS version, EXISTS (SELECT FROM pg_database WHERE datname = $1) AS known",
        [DATABASE_NAME],
      );
      if (found?.known !== true) await server.createDatabase(DATABASE_NAME);
      detail(`PostgreSQL ${found?.version} on 127.0.0.1:${port}`);
      void this.keepAlive('PostgreSQL', server);
    });
  }

  private async startNats(port: number, secrets: Secrets, aborted: AbortSignal): Promise<void> {
    await this.progress.step('nats-server', async (detail) => {
      const program = await ensureNatsServer((line) => this.progress.line(`  … ${line}`), { signal: aborted });
      aborted.throwIfAborted();
      const server = new LocalNats(
        {
          dir: this.dir.nats,
          logFile: join(this.dir.logs, 'nats.log'),
          // The same permissions as in the containers: what a manifest does not list, the broker refuses here too.
          config: natsAuthorization(manifests, (user) =>
            JSON.stringify(user === NATS_OPERATOR ? secrets.natsPassword : secrets.servicePasswords[user as ServiceName]),
          ),
          credentials: { user: NATS_OPERATOR, password: secrets.natsPassword },
          onSpawn: (identity) => this.dir.ledger.add('nats', 'nats', identity),
        },
        program,
        port,
      );
      this.nats = server;
      await server.start();
      detail(`nats-server ${program.version} on 127.0.0.1:${port}`);
      void this.keepAlive('nats-server', server);
    });
  }

  private async checkDatabases(): Promise<void> {
    const urls = new Map<string, string>();
    if (this.options.databaseUrl !== undefined) urls.set(this.options.databaseUrl, 'DATABASE_URL');
    for (const service of SERVICES)
      urls.set(this.adminUrl(service), urls.get(this.adminUrl(service)) ?? databaseVariable(service));
    for (const [url, variable] of urls) {
      await this.progress.step(variable, async (detail) =>
        detail(`PostgreSQL ${await checkPostgres(variable, url)} by ${variable}`),
      );
    }
  }

  private async checkBus(): Promise<void> {
    await this.progress.step('NATS_URL', async (detail) => detail(`nats-server ${await checkNats(this.natsUrl)} by NATS_URL`));
  }

  /** A server that ends by itself, or is killed, comes back on its port with its data; the services wait for it meanwhile. */
  private async keepAlive(name: string, server: LocalPostgres | LocalNats): Promise<void> {
    const backOff = new BackOff();
    const { signal } = this.stopping;
    for (;;) {
      const how = await server.ended;
      if (signal.aborted) return;
      const waitMs = backOff.ended();
      this.progress.line(`  ! ${name} ended (${how}); starting it again in ${waitMs / 1000} s`);
      try {
        await pause(waitMs, undefined, { signal });
        backOff.started();
        await server.restart();
        this.progress.line(`  ✓ ${name} is back`);
      } catch (error) {
        if (signal.aborted) return;
        this.progress.line(`  ! ${(error as Error).message}`);
      }
    }
  }
}
