import { createServer, type Server } from 'node:net';
import { freePort, isPortFree, releasePort } from './ports.js';

function listenOn(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port }, () => resolve(server));
  });
}

const close = (server: Server) => new Promise((resolve) => server.close(resolve));

describe('freePort', () => {
  it('gives the preferred port when nobody listens there', async () => {
    const port = await freePort();
    releasePort(port);
    expect(await freePort(port)).toBe(port);
  });

  it('gives the next free port when the preferred one is taken', async () => {
    const port = await freePort();
    const other = await listenOn(port, '127.0.0.1');
    releasePort(port);
    try {
      expect(await isPortFree(port)).toBe(false);
      expect(await freePort(port)).toBeGreaterThan(port);
    } finally {
      await close(other);
    }
  });

  it('sees a server that listens on every address of the machine', async () => {
    const port = await freePort();
    const other = await listenOn(port, '0.0.0.0');
    try {
      expect(await isPortFree(port)).toBe(false);
    } finally {
      await close(other);
    }
  });

  it('never hands the same port out twice', async () => {
    const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));
    expect(new Set(ports).size).toBe(20);
  });
});
