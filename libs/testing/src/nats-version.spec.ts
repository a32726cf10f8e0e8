import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { natsConfig } from './nats-config.js';
import { findNatsServer, isAtLeast, NatsServerMissing, NatsServerTooOld } from './nats-version.js';

describe('finding nats-server', () => {
  const root = mkdtempSync(join(tmpdir(), 'fluxasync-find-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const folderWith = (version: string) => {
    const folder = join(root, version);
    mkdirSync(folder);
    writeFileSync(join(folder, 'nats-server'), `#!/bin/sh\necho "nats-server: v${version}"\n`, { mode: 0o755 });
    return folder;
  };

  it('passes over one that is too old for one that is not', () => {
    const [old, good] = [folderWith('2.8.4'), folderWith('2.10.27')];
    expect(findNatsServer([old, good].join(delimiter), [])).toEqual({ path: join(good, 'nats-server'), version: '2.10.27' });
  });

  it('says which one is too old', () => {
    const old = folderWith('2.9.9');
    expect(() => findNatsServer(old, [])).toThrow(NatsServerTooOld);
    expect(() => findNatsServer(old, [])).toThrow(/2\.9\.9.*needs 2\.9\.10/);
  });

  it('says how to install it when there is none', () => {
    expect(() => findNatsServer(root, [])).toThrow(NatsServerMissing);
  });

  it('finds the one of the system although its folder is not on PATH', () => {
    expect(findNatsServer('', [folderWith('2.15.1')]).version).toBe('2.15.1');
  });
});

describe('isAtLeast', () => {
  it.each([
    ['2.9.10', '2.9.10', true],
    ['2.9.9', '2.9.10', false],
    ['2.10.0', '2.9.10', true],
    ['2.15.1-RC.1', '2.12.0', true],
    ['unknown', '2.9.10', false],
  ])('%s against %s: %s', (version, floor, expected) => {
    expect(isAtLeast(version, floor)).toBe(expected);
  });
});

describe('natsConfig', () => {
  const options = { port: 4222, storeDir: '/data', name: 'local' };

  it('leaves out sync_interval for 2.9, which would refuse to start', () => {
    expect(natsConfig({ ...options, version: '2.9.10' })).not.toContain('sync_interval');
    expect(natsConfig({ ...options, version: '2.10.0' })).toContain('sync_interval: "100ms"');
  });
});
