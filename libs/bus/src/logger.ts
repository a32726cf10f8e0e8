/** The few words a library needs of a logger; the service gives its own (pino). */
export interface BusLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** For tools that speak to people themselves. */
export const silentLogger: BusLogger = { info: () => undefined, warn: () => undefined, error: () => undefined };
