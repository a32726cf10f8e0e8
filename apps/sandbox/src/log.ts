import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** The sandbox's log: one JSON line per entry on stdout. Identifiers only; no telephone number, message text or token. */
export function createLog(level: string): Logger {
  return pino({ level, base: { service: 'sandbox' }, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Nest's own lines, written by the same pino. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.log_.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.log_.warn({ context }, String(message));
  }

  error(message: unknown, stack?: unknown, context?: unknown): void {
    this.log_.error({ context, stack }, message instanceof Error ? (message.stack ?? message.message) : String(message));
  }
}
