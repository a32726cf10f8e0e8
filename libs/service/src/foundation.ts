import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Logger } from 'pino';
import { Backlog, Outbox, Requests, Workers } from '#bus';
import { Database } from '#database';
import type { ServiceEnv } from './env.js';
import { Retention } from './retention.js';

/** The service's logger, for injection. */
export const LOGGER = Symbol('logger');
/** The service's NATS connection, for injection (the live stream of the gateway). */
export const NATS = Symbol('nats');

/** True when this database is a restored copy: nothing is sent to the outside world. */
export class SafeMode {
  constructor(readonly active: boolean) {}
}

/** What every service finds beneath its own module. */
@Module({})
export class Foundation {
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
