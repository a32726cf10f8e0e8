import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** A port someone asked for by number is in use. */
export class PortTaken extends Error {
  constructor(readonly port: number) {
    super(`Port ${port} on 127.0.0.1 is already in use.`);
    this.name = 'PortTaken';
  }
}

const handedOut = new Set<number>();
const HIGHEST_PORT = 65_535;

/** True when a server could listen on this TCP port of the loopback, in IPv4 and (where the machine has it) in IPv6. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await whyPortIsNotFree(port)) === undefined;
}

/** Undefined for a free port; `EADDRINUSE` when another program has it, `EACCES` when only root may use it. */
export async function whyPortIsNotFree(port: number): Promise<'EADDRINUSE' | 'EACCES' | undefined> {
  return (await tryToListen('127.0.0.1', port)) ?? (await tryToListen('::1', port));
}

/**
 * A TCP port on the loopback to listen on: `preferred`, else the next free one above it; without `preferred` any free port.
 * A port is handed out once per process, so two servers that start together do not meet on it.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred === undefined) return anyFreePort();
  for (let port = preferred; port <= HIGHEST_PORT; port += 1) {
    if (handedOut.has(port) || !(await isPortFree(port))) continue;
    handedOut.add(port);
    return port;
  }
  throw new PortTaken(preferred);
}

/** Gives a port back that `freePort` handed out, once its server has stopped. */
export function releasePort(port: number): void {
  handedOut.delete(port);
}

/**
 * Below the range from which systems take the near end of outgoing connections (32768 and up on Linux): a client that keeps
 * trying to reach a stopped server there would sooner or later be connected to itself and keep the server from coming back.
 */
const [LOWEST_TEST_PORT, HIGHEST_TEST_PORT] = [15_000, 32_000];

async function anyFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const port = randomInt(LOWEST_TEST_PORT, HIGHEST_TEST_PORT);
    if (handedOut.has(port) || !(await isPortFree(port))) continue;
    handedOut.add(port);
    return port;
  }
  throw new Error(`No free port between ${LOWEST_TEST_PORT} and ${HIGHEST_TEST_PORT}.`);
}

function tryToListen(host: string, port: number): Promise<'EADDRINUSE' | 'EACCES' | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 says so with another code: nobody can be listening there, so the port is free.
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'EADDRINUSE' || code === 'EACCES' ? code : undefined),
    );
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
