import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer, NatsServerTooOld } from '../../libs/testing/src/nats-version.js';
import { ensureNatsServer, NatsNotInstalled } from './nats-install.js';

describe('a machine without nats-server', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fluxasync-install-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const find = () => findNatsServer(root, []);
  const script = (name: string, body: string, folder = root) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    return join(folder, name);
  };
  const placesServer = () =>
    `printf '#!/bin/sh\\necho nats-server: v2.9.10\\n' > ${root}/nats-server; chmod +x ${root}/nats-server`;

  it('gets it by the package manager and says so', async () => {
    const said: string[] = [];
    const installer = { install: [script('install', placesServer())] };
    expect((await ensureNatsServer((line) => said.push(line), { find, installer })).version).toBe('2.9.10');
    expect(said).toEqual([`nats-server is missing: ${root}/install`]);
  });

  it('fetches the list of packages first when the machine has none yet', async () => {
    const install = script(
      'install',
      `test -f ${root}/list || { echo "Unable to locate package"; exit 100; }; ${placesServer()}`,
    );
    const installer = { install: [install], refresh: [script('refresh', `touch ${root}/list`)] };
    expect((await ensureNatsServer(() => undefined, { find, installer })).version).toBe('2.9.10');
  });

  it('shows why the installation failed and what to do instead', async () => {
    const installer = { install: [script('install', 'echo "E: no network"; exit 100')] };
    const attempt = ensureNatsServer(() => undefined, { find, installer });
    await expect(attempt).rejects.toThrow(NatsNotInstalled);
    await expect(attempt).rejects.toThrow(/E: no network[^]*NATS_URL/);
  });

  it('says what to do when nothing here can install without a password', async () => {
    await expect(ensureNatsServer(() => undefined, { find, installer: undefined })).rejects.toThrow(/by hand.*NATS_URL/);
  });

  it('does not replace one that is too old', async () => {
    script('nats-server', 'echo nats-server: v2.8.0');
    const installer = { install: [script('install', placesServer())] };
    await expect(ensureNatsServer(() => undefined, { find, installer })).rejects.toThrow(NatsServerTooOld);
  });
});
