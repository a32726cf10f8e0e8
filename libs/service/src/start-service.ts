import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { Backlog, Bus, connectNats, Outbox, Requests, Workers } from '#bus';
import type { Manifest } from '#contracts';
import { assertSchemaCurrent, Database, isRestoredCopy, type MigrationClass, migrationsOf } from '#database';
import { loadEnv, type ServiceEnv } from './env.js';
import { startHealthServer } from './health.js';
import { createLogger, nestLogger } from './logging.js';
import { Retention } from './retention.js';
import { nameSourceLines } from './source-lines.js';
import { startTelemetry } from './telemetry.js';

/** What makes a process a service of the platform. */
export interface ServiceDefinition<E extends ServiceEnv = ServiceEnv> {
  module: Type;
  manifest: Manifest;
  env: new () => E;
  // TypeORM's own type for a list of entity classes.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
  entities: Function[];
  migrations: MigrationClass[];
  /** For the one service that has a public HTTP door. */
  http?: {
    adapter: (env: E) => FastifyAdapter;
    configure: (app: NestFastifyApplication, env: E) => Promise<void>;
    port: (env: E) => number;
    host: (env: E) => string;
  };
}

/** Helps type inference where a service defines itself, and gives it what every service has. */
export const defineService = <E extends ServiceEnv>(definition: ServiceDefinition<E>): ServiceDefinition<E> => ({
  ...definition,
  migrations: migrationsOf(definition.manifest.service, definition.migrations),
});

/** The service's logger, for injection. */
export const LOGGER = Symbol('logger');
/** The service's NATS connection, for injection (the live stream of the gateway). */
export const NATS = Symbol('nats');

/** True when this database is a restored copy: nothing is sent to the outside world. */
export class SafeMode {
  constructor(readonly active: boolean) {}
}

/** A service that runs, as its main and the tests hold it. */
export interface RunningService {
  db: Database;
  requests: Requests;
  workers: Workers;
  healthPort: number;
  /** Port of the public HTTP door, where there is one. */
  httpPort?: number;
  /** A provider of the service's module. */
  get<T>(token: Type<T> | symbol): T;
  stop(): Promise<void>;
}

@Module({})
class Foundation {
  static with(
    env: ServiceEnv,
    envClass: Type,
    parts: {
      db: Database;
      nats: NatsConnection;
      outbox: Outbox;
      requests: Requests;
      workers: Workers;
      backlog: Backlog;
      logger: Logger;
      safe: SafeMode;
    },
  ): DynamicModule {
    const values = [
      { provide: envClass, useValue: env },
      { provide: Database, useValue: parts.db },
      { provide: Outbox, useValue: parts.outbox },
      { provide: Requests, useValue: parts.requests },
      { provide: Workers, useValue: parts.workers },
      { provide: Backlog, useValue: parts.backlog },
      { provide: SafeMode, useValue: parts.safe },
      { provide: LOGGER, useValue: parts.logger },
      { provide: NATS, useValue: parts.nats },
    ];
    return {
      module: Foundation,
      global: true,
      imports: [DiscoveryModule],
      providers: [...values, Retention],
      exports: values.map((v) => v.provide),
    };
  }
}

/**
 * Starts a service: reads its environment, connects database and broker, checks schema and manifest, then opens its doors. Whatever fails leaves nothing open.
 * @throws EnvError, DomainError (SCHEMA_IS_OLDER, SCHEMA_IS_NEWER, DATABASE_NOT_FIT, BROKER_TOO_OLD), or the manifest's differences
 */
export async function startService<E extends ServiceEnv>(
  definition: ServiceDefinition<E>,
  source: NodeJS.ProcessEnv = process.env,
): Promise<RunningService> {
  const { manifest } = definition;
  const env = loadEnv(definition.env, source);
  const logger = createLogger(manifest.service, env.logLevel);
  const undo: (() => Promise<unknown> | unknown)[] = [];
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    undo.push(await startTelemetry(manifest.service, source));
    const db = await Database.connect({
      service: manifest.service,
      url: env.databaseUrl,
      entities: definition.entities,
      poolSize: env.databasePoolSize,
    });
    undo.push(() => db.close());
    await assertSchemaCurrent(db.dataSource, manifest.service, definition.migrations);
    const safe = new SafeMode(await isRestoredCopy(db));
    if (safe.active)
      logger.warn(
        { event: 'safe-mode' },
        'this database is a restored copy: nothing is sent until it is armed (npm run fluxasync -- arm)',
      );
    const nats = await connectNats({ url: env.natsUrl, name: manifest.service, logger });
    undo.push(() => nats.drain().catch(() => undefined));
    const [outbox, requests, workers] = [new Outbox(db), new Requests(nats, manifest.service), new Workers()];
    const backlog = new Backlog();
    const bus = new Bus(nats, db, outbox, requests, workers, manifest, logger, safe.active, backlog);

    const root = {
      module: class Root {},
      imports: [
        Foundation.with(env, definition.env, { db, nats, outbox, requests, workers, backlog, logger, safe }),
        definition.module,
      ],
    };
    const options = { logger: nestLogger(logger), abortOnError: false };
    const { http } = definition;
    const app = http
      ? await NestFactory.create<NestFastifyApplication>(root, http.adapter(env), { ...options, rawBody: true })
      : await NestFactory.createApplicationContext(root, options);
    undo.push(() => app.close());
    for (const { instance } of app.get(DiscoveryService, { strict: false }).getProviders()) {
      if (instance && typeof instance === 'object') bus.register(instance as object);
    }
    bus.verifyManifest();
    bus.start();
    undo.push(() => bus.stop());
    // Ready means that whoever asks now is answered: the broker must know of the responders.
    await nats.flush();
    let httpPort: number | undefined;
    if (http) {
      const web = app as NestFastifyApplication;
      await http.configure(web, env);
      await web.listen(http.port(env), http.host(env));
      httpPort = (web.getHttpServer().address() as { port: number }).port;
    }
    const health = await startHealthServer(env.healthHost, env.healthPort, {
      ready: async () => void (await Promise.all([db.ping(), bus.ping()])),
      measure: () => bus.measure(),
      facts: () => ({ service: manifest.service, pid: process.pid, safeMode: safe.active }),
    });
    undo.push(() => new Promise((resolve) => health.close(resolve)));
    logger.info({ event: 'service.ready', healthPort: health.port, httpPort }, 'ready');
    return { db, requests, workers, healthPort: health.port, httpPort, get: (token) => app.get(token, { strict: false }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The whole of a service's main: starts it, stops it gracefully at SIGTERM or SIGINT, and ends with a clear message when it cannot start. */
export async function runService<E extends ServiceEnv>(definition: ServiceDefinition<E>): Promise<void> {
  nameSourceLines();
  const logger = createLogger(definition.manifest.service, process.env.LOG_LEVEL === 'silent' ? 'silent' : 'info');
  process.on('unhandledRejection', (error) => {
    logger.fatal(
      { event: 'unhandled', error: (error as Error)?.stack ?? String(error) },
      'an error nobody handled; ending so that a fresh process takes over',
    );
    process.exit(1);
  });
  try {
    const service = await startService(definition);
    const { shutdownMs } = loadEnv(definition.env);
    let stopping = false;
    const end = (signal: string) => {
      if (stopping) return;
      stopping = true;
      logger.info({ event: 'service.stopping', signal }, 'stopping');
      // Crash-only: what is not done by then is as safe as after a kill.
      setTimeout(() => process.exit(1), shutdownMs).unref();
      void service.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ event: 'service.stop-failed', error: String(error) }, 'stop failed');
          process.exit(1);
        },
      );
    };
    process.once('SIGTERM', () => end('SIGTERM'));
    process.once('SIGINT', () => end('SIGINT'));
  } catch (error) {
    logger.fatal({ event: 'service.not-started', error: (error as Error).message }, 'cannot start');
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 1_000).unref();
  }
}
