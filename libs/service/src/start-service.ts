import type { Type } from '@nestjs/common';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Backlog, Bus, connectNats, Outbox, Requests, Workers } from '#bus';
import { assertSchemaCurrent, Database, isRestoredCopy } from '#database';
import { loadEnv, type ServiceEnv } from './env.js';
import { Foundation, SafeMode } from './foundation.js';
import { startHealthServer } from './health.js';
import { createLogger, nestLogger } from './logging.js';
import type { ServiceDefinition } from './service-definition.js';
import { startTelemetry } from './telemetry.js';

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
