import type { LoggerService } from '@nestjs/common';
import { destination, pino, stdTimeFunctions, type Logger } from 'pino';

/** The sandbox's log: one JSON line per entry on stdout. Identifiers only; no telephone number, message text or token. */
export function createLog(level: string): Logger {
  const stdout = destination({ dest: 1, sync: true });
  // Whoever read our output may be gone (its launcher was killed). pino's own handling of that hangs the process.
  stdout.on('error', () => undefined);
  return pino({ level, base: { service: 'sandbox' }, timestamp: stdTimeFunctions.isoTime }, stdout);
}

/** Nest's own lines, written by the same pino. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.target.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.target.warn({ context }, String(message));
  }

  error(message: unknown, stack?: unknown, context?: unknown): void {
    this.target.error({ context, stack }, message instanceof Error ? (message.stack ?? message.message) : String(message));
  }
}
