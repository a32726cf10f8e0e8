import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CallContext } from '#bus';

declare module 'fastify' {
  interface FastifyRequest {
    /** The chain that this request begins or goes on. */
    chain: CallContext;
  }
}

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** Gives each request its chain before anything else looks at it. */
export function beginChains(fastify: FastifyInstance): void {
  fastify.decorateRequest('chain', null as never);
  fastify.addHook('onRequest', (request, reply, done) => {
    beginChain(request, reply);
    done();
  });
}

/** The caller's ids when they are well formed, else new ones; they go back in the answer's headers and along with whatever follows. */
export function beginChain(request: FastifyRequest, reply: FastifyReply): void {
  request.chain = chainOf(request.headers);
  const { correlationId, traceparent } = request.chain;
  void reply.headers({ 'x-request-id': correlationId, 'x-correlation-id': correlationId, traceparent });
}

/** The chain that a request's headers name (W3C traceparent; X-Correlation-Id before X-Request-Id). */
function chainOf(headers: FastifyRequest['headers']): CallContext {
  const given = [headers['x-correlation-id'], headers['x-request-id']].find(
    (id) => typeof id === 'string' && REQUEST_ID.test(id),
  );
  const { traceparent } = headers;
  return {
    correlationId: (given as string | undefined) ?? randomUUID(),
    actor: 'system',
    traceparent: typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : newTraceparent(),
  };
}

/** A chain that begins here. */
export const newChain = (): CallContext => ({ correlationId: randomUUID(), actor: 'system', traceparent: newTraceparent() });

const newTraceparent = () => `00-${randomHex(16)}-${randomHex(8)}-01`;

/** Drawn from the system many at a time: each draw costs a call, and these name things and guard nothing. */
let drawn = Buffer.alloc(0);
let used = 0;

function randomHex(bytes: number): string {
  if (used + bytes > drawn.length) [drawn, used] = [randomBytes(4_096), 0];
  return drawn.toString('hex', used, (used += bytes));
}
