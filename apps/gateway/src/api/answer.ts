import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StoredAnswer } from './idempotency-keys.js';
import { etagOf, isKnown } from './preconditions.js';
import type { Route, TextFile } from './route.js';

/** Sends what an operation came to: JSON with its ETag, a file, or nothing but the status; a problem that was stored goes out as it was. */
export function sendAnswer(
  route: Pick<Route, 'method' | 'produces' | 'versioned' | 'answers'>,
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  { status, body }: StoredAnswer,
): FastifyReply {
  if (status >= 400) {
    // As bytes: Fastify would add a charset to a text, and this media type has none.
    const problem = Buffer.from(JSON.stringify(body));
    return reply.code(status).header('content-type', 'application/problem+json').send(problem);
  }
  if (route.produces) return sendFile(reply, route.produces, body as TextFile);
  if (status === 204 || !route.answers) return reply.code(status).send();
  const etag = etagOf(route, body);
  if (etag) void reply.header('etag', etag);
  if (etag && route.method === 'GET' && isKnown(etag, request.headers['if-none-match'])) return reply.code(304).send();
  return reply.code(status).send(body);
}

/** The name is ours and plain: it needs no escaping. */
const sendFile = (reply: FastifyReply, type: string, { name, text }: TextFile) =>
  reply
    .header('content-type', `${type}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text);
