import { FastifyAdapter } from '@nestjs/platform-fastify';
import { defineService } from '#service';
import { GatewayEnv } from './gateway.env.js';
import { gatewayManifest } from './gateway.manifest.js';
import { GatewayModule } from './gateway.module.js';
import { openDoors, serverOptions } from './http/open-doors.js';
import { gatewayMigrations } from './migrations/index.js';

/** The service `gateway`, for its main and for tests. */
export const gatewayService = defineService({
  module: GatewayModule,
  manifest: gatewayManifest,
  env: GatewayEnv,
  entities: [],
  migrations: gatewayMigrations,
  http: {
    adapter: (env) => new FastifyAdapter(serverOptions(env)),
    configure: openDoors,
    port: (env) => env.port,
    host: (env) => env.host,
  },
});
