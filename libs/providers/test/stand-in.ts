import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the stand-in received it. */
export interface Seen {
  method: string;
  /** Path with its query. */
  url: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  /** The body as it came, for what is not text. */
  bytes: Buffer;
  /** Connection's number, to see keep-alive at work. */
  connection: number;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** An object goes out as JSON, text and bytes as they are. */
  body?: unknown;
}

/** What the stand-in does with a request: answer, cut the connection after reading it, or never answer. */
export type Behaviour = Reply | 'reset' | 'hang';

export interface StandIn {
  url: string;
  seen: Seen[];
  /** The next requests are played by this. */
  play(behaviour: (request: Seen) => Behaviour): void;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that plays a provider's wire. */
export async function standIn(
  first: (request: Seen) => Behaviour = () => ({ status: 500, body: 'nothing to play' }),
): Promise<StandIn> {
  let behaviour = first;
  const seen: Seen[] = [];
  const connections = new Map<unknown, number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://stand.in');
      if (!connections.has(request.socket)) connections.set(request.socket, connections.size + 1);
      const entry: Seen = {
        method: request.method ?? '',
        url: request.url ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
        bytes: Buffer.concat(chunks),
        connection: connections.get(request.socket)!,
      };
      seen.push(entry);
      answer(response, behaviour(entry));
    });
  });
  // A test that fails before closing it must not keep the run alive.
  server.unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    play: (next) => (behaviour = next),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(response: ServerResponse, reply: Behaviour): void {
  if (reply === 'hang') return;
  if (reply === 'reset') return void response.socket?.resetAndDestroy();
  const plain = typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
  const type = plain ? 'text/html; charset=UTF-8' : 'application/json; charset=UTF-8';
  response.writeHead(reply.status ?? 200, { 'content-type': type, ...reply.headers });
  response.end(plain ? reply.body : JSON.stringify(reply.body ?? {}));
}

/** The error a promise ends with; fails the test when it ends well. */
export async function failure<E extends Error>(
  promise: Promise<unknown>,
  type: abstract new (...args: never[]) => E,
): Promise<E> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome)) throw new Error(`expected ${type.name}, got ${JSON.stringify(outcome.value)}`);
  expect(outcome.error).toBeInstanceOf(type);
  return outcome.error as E;
}
