import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { PushIdentity } from './dispatch/push-identity.js';
import { registerBodyParsers } from './http/body-parsers.js';
import { ProviderErrorFilter } from './http/provider-error.js';
import { NestLog } from './log.js';
import type { SandboxEnv } from './sandbox.env.js';
import { SandboxModule } from './sandbox.module.js';
import { SandboxState } from './state/sandbox-state.js';

/** A sandbox that listens. */
export interface RunningSandbox {
  /** `http://127.0.0.1:8090`, without a slash at the end. */
  readonly url: string;
  /** Stops taking calls, lets go of pending callbacks (they are in the journal) and closes the journal. */
  close(): Promise<void>;
}

/** Reads the journal, starts to listen and takes up the callbacks the last run left. @throws when the port is taken */
export async function startSandbox(env: SandboxEnv, log: Logger): Promise<RunningSandbox> {
  const state = new SandboxState(env.stateDir);
  const identity = PushIdentity.load(env.stateDir);
  // Connections left hanging by a fault or held by the page would keep the process alive for ever.
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
  });
  registerBodyParsers(adapter.getInstance() as unknown as FastifyInstance);
  const module = SandboxModule.with({ env, state, identity, log });
  const options = { bodyParser: false, logger: new NestLog(log), abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, options);
  app.useGlobalFilters(new ProviderErrorFilter());
  try {
    await app.listen(env.port, env.host);
  } catch (error) {
    await app.close();
    state.close();
    throw error;
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`;
  log.info(
    { url, stateDir: env.stateDir ?? null, webhook: env.whatsapp.webhookUrl, push: env.gmail.pushUrl },
    'sandbox is ready',
  );
  return {
    url,
    close: async () => {
      await app.close();
      state.close();
    },
  };
}
