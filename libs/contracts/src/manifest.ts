import type { EventClass, RequestClass, ServiceName } from './message.js';

/**
 * A service's place in the system on one screen. Compared with the code when the service starts: a handler that is not listed, a listed event
 * without handler, or a publish that is not listed stops it. docs/events.md and the broker's permissions are generated from it.
 */
export interface Manifest {
  service: ServiceName;
  /** One sentence: what this service is for. */
  says: string;
  publishes: EventClass[];
  /** Events handled one by one or in batches; `'every'` for a service that reads all streams. */
  consumes: EventClass[] | 'every';
  /** Questions and commands it answers. */
  answers: RequestClass[];
  /** Questions it asks others. */
  asks: RequestClass[];
  /** Subjects on which its replicas tell one another that there is something to look at (core NATS: heard now or not at all). */
  signals?: string[];
}
