import type { FastifyInstance, FastifyRequest } from 'fastify';

const timers = new WeakMap<object, NodeJS.Timeout>();

/** Every body must be here within `ms`; those who take files ask for more with {@link waitForBody}. */
export function limitBodies(fastify: FastifyInstance, ms: number): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    waitForBody(request, ms);
    done();
  });
}

/** Gives this request's body so long from now on; then the connection is cut, however slowly it drips. */
export function waitForBody({ raw }: Pick<FastifyRequest, 'raw'>, ms: number): void {
  clearTimeout(timers.get(raw));
  if (raw.complete) return;
  const timer = setTimeout(() => raw.complete || raw.socket.destroy(), ms).unref();
  if (!timers.has(raw)) raw.once('close', () => clearTimeout(timers.get(raw)));
  timers.set(raw, timer);
}
