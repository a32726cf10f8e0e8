import type { FluxAsync } from './client.js';
import type { components } from './generated.js';
import { connection } from './live-connection.js';
import { ApiProblem } from './problem.js';

/** Something that happened in the shop; `type` says what `data` is. */
export type ApiEvent = components['schemas']['ApiEvent'];

/** One message of the live stream. */
export type LiveMessage =
  /** The stream is open, and whatever happens from now on is told: load the lists now, and nothing falls between. */
  | { kind: 'ready'; id: string }
  | { kind: 'event'; id: string; event: ApiEvent }
  /** The place is too old: load the lists anew. */
  | { kind: 'reset'; id: string };

export interface LiveOptions {
  /** The last id that was handled; the stream goes on after it. */
  lastEventId?: string;
  /** Only these types. */
  types?: ApiEvent['type'][];
  signal?: AbortSignal;
  /** A connection that is silent for longer, in ms, is dead; three heartbeats of the gateway (45 s) unless it was set otherwise. */
  silenceMs?: number;
}

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [500, 15_000];
const SILENCE_MS = 45_000;

/**
 * What happens in the shop, for as long as the caller listens. It reconnects by itself and goes on where it was, so nothing is missed and nothing comes twice.
 * @throws ApiProblem when the session is over or the request is refused (400, 403)
 */
export async function* listen(
  flux: FluxAsync,
  { lastEventId, types, signal, silenceMs = SILENCE_MS }: LiveOptions = {},
): AsyncGenerator<LiveMessage, void, undefined> {
  let last = lastEventId;
  let pause = FIRST_PAUSE_MS;
  while (!signal?.aborted) {
    // One that was opened is no failure when it ends, however quiet the shop was.
    const opened = () => (pause = FIRST_PAUSE_MS);
    try {
      for await (const { id, event, data } of connection(flux, { last, types, signal, silenceMs, opened })) {
        if (id) last = id;
        if (event === 'ready' || event === 'reset') yield { kind: event, id: id! };
        else if (data !== undefined && event !== 'expired') yield { kind: 'event', id: id!, event: JSON.parse(data) as ApiEvent };
        if (signal?.aborted) return;
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof ApiProblem && error.status < 500 && error.status !== 429) throw error;
    }
    await wait(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    if (signal?.aborted) done();
  });
}
