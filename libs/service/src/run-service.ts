import { loadEnv, type ServiceEnv } from './env.js';
import { createLogger } from './logging.js';
import type { ServiceDefinition } from './service-definition.js';
import { nameSourceLines } from './source-lines.js';
import { startService } from './start-service.js';

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
