import { Agent, fetch as undiciFetch } from 'undici';
import { noting, type Trip } from './transport-error.js';

/** A pool for client libraries that call through `fetch`: kept-alive connections, deadlines left to `withDeadline`. */
export function fetchAgent(timeoutMs: number, maxResponseBytes: number): Agent {
  return new Agent({
    connections: 32,
    connectTimeout: timeoutMs,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: maxResponseBytes,
  });
}

/** `fetch` over our pool, noting when the request leaves; stops with `signal` whatever signal the library sets itself. */
export function trackedFetch(agent: Agent, trip: Trip, signal: AbortSignal): typeof globalThis.fetch {
  const dispatcher = noting(trip, agent);
  const tracked = (input: string | URL, init: RequestInit = {}) =>
    undiciFetch(input, {
      // Only what a request is made of: libraries hand over their whole configuration.
      method: init.method,
      headers: init.headers as Record<string, string>,
      body: init.body as string,
      redirect: 'error',
      signal: init.signal ? AbortSignal.any([signal, init.signal]) : signal,
      dispatcher,
    });
  return tracked as unknown as typeof globalThis.fetch;
}
