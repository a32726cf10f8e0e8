import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Proxy } from './proxy.js';

/** Says its name, then repeats what it hears. */
async function echo(name: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(name);
    socket.on('data', (piece) => socket.write(piece));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const heard = async (socket: Socket) => ((await once(socket, 'data')) as [Buffer])[0].toString();

describe('a line that can be bad', () => {
  let servers: Server[];
  let proxy: Proxy;
  let sockets: Socket[];
  const call = () => {
    const socket = connect(proxy.port, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    return socket;
  };

  beforeEach(async () => {
    sockets = [];
    servers = [await echo('a'), await echo('b')];
    proxy = await Proxy.open(servers.map(portOf));
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await proxy.close();
    for (const server of servers) server.close();
  });

  it('leads to one target after the other, and past one that is gone', async () => {
    expect([await heard(call()), await heard(call())]).toEqual(['a', 'b']);
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => servers[0]!.close(closed));
    expect([await heard(call()), await heard(call())]).toEqual(['b', 'b']);
  });

  it('is slow', async () => {
    const socket = call();
    await heard(socket);
    proxy.become({ delayMs: 150 });
    const began = Date.now();
    socket.write('late');
    expect(await heard(socket)).toBe('late');
    expect(Date.now() - began).toBeGreaterThanOrEqual(290);
  });

  it('falls silent without an end, and is cut with a reset', async () => {
    const socket = call();
    await heard(socket);
    proxy.become({ silent: true });
    let said = '';
    socket.on('data', (piece: Buffer) => (said += piece.toString()));
    socket.write('lost');
    await pause(50);
    expect([said, socket.destroyed]).toEqual(['', false]);
    const failed = once(socket, 'error');
    expect(proxy.cut()).toBe(1);
    expect(((await failed) as [NodeJS.ErrnoException])[0].code).toBe('ECONNRESET');
  });
});
