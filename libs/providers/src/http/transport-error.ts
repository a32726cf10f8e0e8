import type { Dispatcher } from 'undici';
import { nameFr, ProviderError, type ProviderName } from '../provider-error.js';

/** One request's way: `left` once its first byte was handed to a connection. */
export interface Trip {
  left: boolean;
  /** True when asking twice does no harm (reads, a refresh): such a request is never `unknown`. */
  repeatable: boolean;
}

/**
 * The same pool, noting when the request leaves. Time spent waiting for a free connection or for the handshake is before that
 * moment, so a request that fails there was certainly not received.
 */
export function noting(trip: Trip, pool: Dispatcher): Dispatcher {
  return pool.compose((dispatch) => (options, handler) => {
    const onRequestStart: Dispatcher.DispatchHandler['onRequestStart'] = (controller, context) => {
      trip.left = true;
      handler.onRequestStart?.(controller, context as unknown);
    };
    return dispatch(options, passingOn(handler, onRequestStart));
  });
}

/** Copies the handler's methods one by one: they live on its prototype. */
function passingOn(
  handler: Dispatcher.DispatchHandler,
  onRequestStart: Dispatcher.DispatchHandler['onRequestStart'],
): Dispatcher.DispatchHandler {
  return {
    onRequestStart,
    onRequestUpgrade: handler.onRequestUpgrade?.bind(handler),
    onResponseStart: handler.onResponseStart?.bind(handler),
    onResponseData: handler.onResponseData?.bind(handler),
    onResponseEnd: handler.onResponseEnd?.bind(handler),
    onResponseError: handler.onResponseError?.bind(handler),
  };
}

/** Classifies a failure below HTTP: nothing answered, or not to the end. */
export function transportError(provider: ProviderName, error: unknown, trip: Trip): ProviderError {
  const reason = innermost(error);
  if (reason.code === 'UND_ERR_INVALID_ARG') return invalidRequest(provider, reason);
  const timeout = reason.name === 'TimeoutError' || reason.name === 'AbortError' || /TIMEOUT|TIMEDOUT/.test(String(reason.code));
  const code = timeout ? 'timeout' : trip.left ? 'connection_lost' : 'connect_failed';
  const accepted = trip.left && !trip.repeatable;
  return new ProviderError({
    provider,
    code,
    action: accepted ? 'unknown' : 'retry',
    outage: true,
    message: `${provider}: ${code} ${trip.left ? 'after' : 'before'} the request left (${typeof reason.code === 'string' ? reason.code : reason.name})`,
    explanationFr: accepted
      ? `${nameFr(provider)} n'a pas répondu : nous vérifions si la demande est passée avant de recommencer.`
      : `${nameFr(provider)} est injoignable : nous réessayons automatiquement.`,
    // Only the innermost error goes on: the ones around it carry the request, headers and token included, into the logs.
    cause: reason,
  });
}

/** A header or an address that cannot be written on the wire, a token with a line break for instance. */
function invalidRequest(provider: ProviderName, reason: Reason): ProviderError {
  return new ProviderError({
    provider,
    code: 'invalid_request',
    action: 'reject',
    message: `${provider}: the request cannot be written (${reason.message})`,
    explanationFr: `La demande à ${nameFr(provider)} est mal formée.`,
    cause: reason,
  });
}

interface Reason {
  name: string;
  message: string;
  code?: unknown;
}

/** fetch wraps the socket's error in a TypeError, and client libraries wrap that again: the deepest one tells the truth. */
function innermost(error: unknown): Reason {
  let current = error as Partial<Reason> & { cause?: unknown };
  for (let depth = 0; depth < 5 && isObject(current.cause); depth++) current = current.cause as typeof current;
  if (!isObject(current)) return { name: 'Error', message: String(current) };
  return current as Reason;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
