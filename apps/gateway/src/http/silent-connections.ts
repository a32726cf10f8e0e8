import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Ends, when the server closes, the connections on which nothing was asked yet: browsers open some in advance, and Node would wait for as long as they are kept. */
export function endSilentConnections(fastify: FastifyInstance): void {
  const silent = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  fastify.server.on('request', ({ socket }: { socket: Socket }) => silent.delete(socket));
  fastify.addHook('preClose', (done) => {
    for (const socket of silent) socket.destroy();
    done();
  });
}
