import { freePort, isPortFree, whyPortIsNotFree } from '../../libs/testing/src/ports.js';
import { DEFAULT_PORTS, type Door, type LauncherOptions } from './options.js';

/** A port was given by hand and cannot be had. */
export class PortGivenByHandIsTaken extends Error {
  override readonly name = 'PortGivenByHandIsTaken';
  constructor(from: string, port: number, cause: 'EADDRINUSE' | 'EACCES') {
    const why = cause === 'EACCES' ? 'is kept for root' : 'is already in use on 127.0.0.1';
    super(`${from} asks for port ${port}, which ${why}. Choose another, or leave it out and the next free port is taken.`);
  }
}

/** PostgreSQL and nats-server have one only when they are embedded. */
export type ChosenPorts = { readonly gateway: number; readonly sandbox: number } & Partial<Record<Door, number>>;

/**
 * A port for each of the doors: the one given by hand or none, else that of the previous run, else the default, else the next
 * free one above it. Throws PortGivenByHandIsTaken.
 */
export async function choosePorts(
  doors: readonly Door[],
  given: LauncherOptions['ports'],
  remembered: Partial<Record<Door, number>>,
): Promise<ChosenPorts> {
  const chosen: Partial<Record<Door, number>> = {};
  for (const door of doors) {
    const wish = given[door];
    if (wish === undefined) continue;
    const cause = await whyPortIsNotFree(wish.port);
    if (cause !== undefined) throw new PortGivenByHandIsTaken(wish.from, wish.port, cause);
    chosen[door] = await freePort(wish.port);
  }
  for (const door of doors) {
    if (chosen[door] !== undefined) continue;
    const previous = remembered[door];
    chosen[door] = await freePort(previous !== undefined && (await isPortFree(previous)) ? previous : DEFAULT_PORTS[door]);
  }
  return { ...chosen, gateway: chosen.gateway ?? DEFAULT_PORTS.gateway, sandbox: chosen.sandbox ?? DEFAULT_PORTS.sandbox };
}

/**
 * A free port for what only the launcher asks: is the service ready? Taken at random: seconds pass before the service listens,
 * and a second platform that starts meanwhile would find the same first free one.
 */
export function healthPort(): Promise<number> {
  return freePort();
}
