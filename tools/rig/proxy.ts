import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a line does to what goes over it. */
export interface Weather {
  /** Each piece arrives this much later, in ms. */
  readonly delayMs?: number;
  /** Bytes a second, in each direction. */
  readonly bytesPerSecond?: number;
  /** Nothing arrives and nothing ends: the other side went away without a word. */
  readonly silent?: boolean;
}

/**
 * A line between two programs on this machine that can be slow, narrow, silent or cut. With more than one target it is also what stands before replicas: each
 * connection goes to the next of them, and past one that does not answer.
 */
export class Proxy {
  private weather: Weather = {};
  private turn = 0;
  private readonly pairs = new Set<readonly [Socket, Socket]>();

  private constructor(
    private readonly server: Server,
    private targets: readonly number[],
  ) {
    server.on('connection', (socket) => void this.join(socket));
  }

  /** @param targets ports on 127.0.0.1 */
  static async open(targets: readonly number[], port = 0): Promise<Proxy> {
    const server = createServer();
    const proxy = new Proxy(server, targets);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** For connections that are open and those to come. */
  become(weather: Weather): void {
    this.weather = weather;
  }

  aimAt(targets: readonly number[]): void {
    this.targets = targets;
  }

  /** Every open connection ends with a reset. @returns how many */
  cut(): number {
    const cut = this.pairs.size;
    for (const sockets of this.pairs) for (const socket of sockets) socket.resetAndDestroy();
    return cut;
  }

  async close(): Promise<void> {
    for (const sockets of this.pairs) for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async join(near: Socket): Promise<void> {
    near.on('error', () => undefined);
    const far = await this.reach();
    if (!far) {
      near.resetAndDestroy();
      return;
    }
    near.setNoDelay(true);
    far.setNoDelay(true);
    const pair = [near, far] as const;
    this.pairs.add(pair);
    const over = () => {
      this.pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on('close', over);
    this.carry(near, far);
    this.carry(far, near);
  }

  /** The next target that takes a connection; undefined when none does. */
  private async reach(): Promise<Socket | undefined> {
    for (let tries = 0; tries < this.targets.length; tries += 1) {
      const socket = connect({ host: '127.0.0.1', port: this.targets[this.turn++ % this.targets.length]! });
      socket.on('error', () => undefined);
      const reached = await Promise.race([
        once(socket, 'connect').then(
          () => true,
          () => false,
        ),
        pause(2_000, false, { ref: false }),
      ]);
      if (reached) return socket;
      socket.destroy();
    }
    return undefined;
  }

  private carry(from: Socket, to: Socket): void {
    let line = Promise.resolve();
    from.on('data', (piece: Buffer) => {
      const { delayMs = 0, bytesPerSecond, silent } = this.weather;
      if (silent) return;
      const takesMs = bytesPerSecond ? (piece.length * 1_000) / bytesPerSecond : 0;
      if (delayMs === 0 && takesMs === 0) {
        line = line.then(() => void to.write(piece));
        return;
      }
      const due = Date.now() + delayMs;
      if (takesMs > 0) from.pause();
      line = line.then(async () => {
        await pause(Math.max(takesMs, due - Date.now()));
        if (!to.destroyed) to.write(piece);
        if (takesMs > 0) from.resume();
      });
    });
    from.on('end', () => void line.then(() => to.end()));
  }
}
