import { createParser, type EventSourceParser } from 'eventsource-parser';
import type { FluxAsync } from './client.js';
import { ApiProblem, isProblem } from './problem.js';

/** What one block of the stream says; without `data` it only moves the place on, over events that were not asked for. */
export interface Block {
  id?: string;
  event?: string;
  data?: string;
}

interface Listening {
  last: string | undefined;
  types: string[] | undefined;
  signal: AbortSignal | undefined;
  silenceMs: number;
  /** Called when the gateway has let us in. */
  opened: () => void;
}

/** The blocks of one connection to the live stream, until it breaks or is silent for too long. @throws ApiProblem when it is refused */
export async function* connection(flux: FluxAsync, { last, types, signal, silenceMs, opened }: Listening): AsyncGenerator<Block> {
  const url = new URL(`${flux.baseUrl}/v1/stream`);
  if (types) url.searchParams.set('types', types.join(','));
  const ended = new AbortController();
  const stop = () => ended.abort();
  signal?.addEventListener('abort', stop, { once: true });
  let watchdog = setTimeout(stop, silenceMs);
  try {
    const headers = { accept: 'text/event-stream', ...(last ? { 'last-event-id': last } : {}) };
    const response = await flux.request(new Request(url, { headers, signal: ended.signal }));
    if (!response.ok || !response.body) {
      const said: unknown = await response.json().catch(() => undefined);
      throw new ApiProblem(response.status, isProblem(said) ? said : undefined);
    }
    opened();
    const alive = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        clearTimeout(watchdog);
        watchdog = setTimeout(stop, silenceMs);
        controller.enqueue(chunk);
      },
    });
    yield* response.body.pipeThrough(alive).pipeThrough(new TextDecoderStream()).pipeThrough(blocks());
  } finally {
    clearTimeout(watchdog);
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

function blocks(): TransformStream<string, Block> {
  let parser: EventSourceParser;
  let place: string | undefined;
  return new TransformStream({
    start: (controller) => {
      parser = createParser({
        onId: (id) => (place = id),
        onEvent: (event) => {
          place = undefined;
          controller.enqueue(event);
        },
      });
    },
    transform: (text, controller) => {
      parser.feed(text);
      // After the events before it: who is cut off in between must not come back behind them.
      if (place !== undefined) controller.enqueue({ id: place });
      place = undefined;
    },
  });
}
