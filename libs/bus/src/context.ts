import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#contracts';

/** What goes along a chain of calls and events: who started it, and the id that ties its steps together. */
export interface CallContext {
  correlationId: string;
  actor: Actor;
  traceparent?: string;
}

const storage = new AsyncLocalStorage<CallContext>();

/** The context of the current call or event; a new chain of the platform's own when there is none (a sweeper, a start-up step). */
export const currentContext = (): CallContext => storage.getStore() ?? { correlationId: randomUUID(), actor: 'system' };

/** Runs `work` as part of the chain `context`. */
export const inContext = <T>(context: CallContext, work: () => T): T => storage.run(context, work);
