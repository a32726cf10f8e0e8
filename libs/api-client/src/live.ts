import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { FluxAsync } from './client.js';
import type { components } from './generated.js';
import { ApiProblem } from './problem.js';

/** Something that happened in the shop; `type` says what `data` is. */
export type ApiEvent = components['schemas']['ApiEvent'];

/** One message of the live stream. */
export type LiveMessage =
  | { kind: 'event'; id: string; event: ApiEvent }
  /** The place is too old: load the lists anew. */
  | { kind: 'reset'; id: string };

export interface LiveOptions {
  /** The last id that was handled; the stream goes on after it. */
  lastEventId?: string;
  /** Only these types. */
  types?: ApiEvent['type'][];
  signal?: AbortSignal;
}

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [500, 15_000];
/** Three heartbeats of the gateway: a connection that is silent for longer is dead. */
const SILENCE_MS = 45_000;

/**
 * What happens in the shop, for as long as the caller listens. It reconnects by itself and goes on where it was, so nothing is missed and nothing comes twice.
 * @throws ApiProblem when the session is over or the request is refused (400, 403)
 */
export async function* listen(flux: FluxAsync, { lastEventId, types, signal }: LiveOptions = {}): AsyncGenerator<LiveMessage> {
  let last = lastEventId;
  let pause = FIRST_PAUSE_MS;
  while (!signal?.aborted) {
    try {
      for await (const message of connection(flux, last, types, signal)) {
        pause = FIRST_PAUSE_MS;
        if (message.id) last = message.id;
        if (message.event === 'reset') yield { kind: 'reset', id: message.id! };
        else if (message.event !== 'ready' && message.event !== 'expired')
          yield { kind: 'event', id: message.id!, event: JSON.parse(message.data) as ApiEvent };
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof ApiProblem && error.status < 500 && error.status !== 429) throw error;
    }
    await wait(pause, signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

interface Message {
  id?: string;
  event?: string;
  data: string;
}

/** The messages of one connection, until it breaks. */
async function* connection(
  flux: FluxAsync,
  last: string | undefined,
  types: string[] | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Message> {
  const url = new URL(`${flux.baseUrl}/v1/stream`);
  if (types) url.searchParams.set('types', types.join(','));
  const ended = new AbortController();
  const stop = () => ended.abort();
  signal?.addEventListener('abort', stop, { once: true });
  let watchdog = setTimeout(stop, SILENCE_MS);
  try {
    const headers = { accept: 'text/event-stream', ...(last ? { 'last-event-id': last } : {}) };
    const response = await flux.request(new Request(url, { headers, signal: ended.signal }));
    if (!response.ok || !response.body) {
      const problem = (await response.json().catch(() => undefined)) as components['schemas']['Problem'] | undefined;
      throw new ApiProblem(response.status, problem);
    }
    const alive = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        clearTimeout(watchdog);
        watchdog = setTimeout(stop, SILENCE_MS);
        controller.enqueue(chunk);
      },
    });
    const messages = response.body
      .pipeThrough(alive)
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream());
    for await (const message of messages) yield message;
  } finally {
    clearTimeout(watchdog);
    signal?.removeEventListener('abort', stop);
    stop();
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
  });
}
