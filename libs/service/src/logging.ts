import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { currentContext } from '#bus';

const PRIVATE = [
  'password',
  'accessToken',
  'refreshToken',
  'sealedToken',
  'token',
  'authorization',
  'phone',
  'customerPhone',
  'deliveryPhone',
  'courierPhone',
  'fromPhone',
  'email',
  'text',
  'body',
  'payload',
  'item',
];

/** Telephone numbers and addresses that slipped into a message (an error quoting its input) are blanked on the way out. */
const NUMBER = /\+\d{8,15}\b|\b225\d{8,10}\b/g;
const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.]+/g;

/**
 * A JSON logger that carries the chain's correlation id and lets no secret, telephone number, mail address or message text through: known fields are censored, and
 * what looks like a number or address is blanked in whatever text is left.
 */
export function createLogger(service: string, level: string): Logger {
  // Written at once: a killed process has said all it knew. A reader that went away (a closed pipe) must not hold the service up.
  const output = pino.destination({ dest: 1, sync: true });
  output.on('error', () => undefined);
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: PRIVATE.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[private]' },
      mixin: () => ({ correlationId: currentContext().correlationId }),
      hooks: { streamWrite: (line) => line.replace(NUMBER, '[phone]').replace(ADDRESS, '[email]') },
    },
    output,
  );
}

/** Nest's own messages through the same logger; its chatter about routes and modules is debug. */
export function nestLogger(logger: Logger): LoggerService {
  const say =
    (level: 'debug' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]) =>
      logger[level]({ event: 'nest', context: rest.at(-1) }, String(message));
  return {
    log: say('debug'),
    warn: say('warn'),
    error: say('error'),
    debug: say('debug'),
    verbose: say('debug'),
    fatal: say('error'),
  };
}
