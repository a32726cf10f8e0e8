import type { Type } from '@nestjs/common';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Manifest } from '#contracts';
import { type MigrationClass, migrationsOf } from '#database';
import type { ServiceEnv } from './env.js';

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
