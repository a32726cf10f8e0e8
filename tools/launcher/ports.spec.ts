import { createServer, type Server } from 'node:net';
import { freePort, releasePort } from '../../libs/testing/src/ports.js';
import { choosePorts, PortGivenByHandIsTaken } from './ports.js';

describe('the ports of the platform', () => {
  let other: Server;
  let taken: number;
  beforeAll(async () => {
    taken = await freePort();
    other = createServer();
    await new Promise<void>((resolve) => other.listen(taken, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => other.close(resolve)));

  const givenPort = (port: number) => ({ port, from: '--gateway-port' });

  it('are those of the previous run while they are free', async () => {
    const previous = await freePort();
    releasePort(previous);
    expect((await choosePorts(['gateway', 'sandbox'], {}, { gateway: previous })).gateway).toBe(previous);
  });

  it('give way when another program has taken that of the previous run', async () => {
    expect((await choosePorts(['gateway', 'sandbox'], {}, { gateway: taken })).gateway).not.toBe(taken);
  });

  it('do not give way when given by hand', async () => {
    await expect(choosePorts(['gateway', 'sandbox'], { gateway: givenPort(taken) }, {})).rejects.toThrow(PortGivenByHandIsTaken);
  });

  it('give way to one given by hand, whichever is asked for first', async () => {
    const wish = await freePort();
    releasePort(wish);
    const chosen = await choosePorts(['sandbox', 'gateway'], { gateway: givenPort(wish) }, { sandbox: wish });
    expect(chosen.gateway).toBe(wish);
    expect(chosen.sandbox).toBeGreaterThan(wish);
  });

  it('are none for a server that is not ours', async () => {
    expect((await choosePorts(['gateway', 'sandbox'], {}, {})).postgres).toBeUndefined();
  });
});
