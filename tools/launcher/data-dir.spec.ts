import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '../../libs/testing/src/processes.js';
import { DataDir, DataDirUnusable } from './data-dir.js';
import { AlreadyRunning } from './lock.js';

describe('the data folder', () => {
  let root: string;
  beforeEach(() => {
    root = join(mkdtempSync(join(tmpdir(), 'fluxasync-dir-')), '.fluxasync');
  });
  afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }));

  const mode = (path: string) => statSync(path).mode & 0o777;

  it('makes its secrets once, for the owner alone', () => {
    const dir = DataDir.open(root);
    const first = dir.secrets();
    expect(dir.secrets()).toEqual(first);
    expect(Buffer.from(first.encryptionKey, 'base64')).toHaveLength(32);
    expect(new Set(Object.values(first.servicePasswords)).size).toBe(8);
    expect(mode(join(root, 'secrets.json'))).toBe(0o600);
  });

  it('adds a secret that an earlier version did not know', () => {
    const dir = DataDir.open(root);
    const { jwtKey, ...earlier } = dir.secrets();
    writeFileSync(join(root, 'secrets.json'), JSON.stringify(earlier));
    expect(dir.secrets()).toMatchObject(earlier);
    expect(dir.secrets().jwtKey).not.toBe(jwtKey);
  });

  it('does not invent a new password for a database that has one', () => {
    const dir = DataDir.open(root);
    mkdirSync(join(dir.postgres, 'data'), { recursive: true });
    expect(() => dir.secrets()).toThrow(DataDirUnusable);
  });

  it('keeps the secrets and forgets the rest only when told to reset', () => {
    const dir = DataDir.open(root);
    const before = dir.secrets();
    dir.rememberPorts({ gateway: 8081 });
    dir.reset();
    expect(dir.rememberedPorts()).toEqual({});
    expect(dir.secrets()).not.toEqual(before);
  });

  it('remembers the ports of the previous run', () => {
    const dir = DataDir.open(root);
    dir.rememberPorts({ gateway: 8081 });
    dir.rememberPorts({ nats: 4223 });
    expect(dir.rememberedPorts()).toEqual({ gateway: 8081, nats: 4223 });
  });

  it('writes an env file that a shell reads back as it was', () => {
    const dir = DataDir.open(root);
    const nasty = `it's "$HOME" \`id\` \\ and é`;
    dir.writeEnv({ NASTY: nasty, GATEWAY_URL: 'http://127.0.0.1:8080' });
    expect(mode(dir.envFile)).toBe(0o600);
    const heard = execFileSync(
      'sh',
      ['-c', `. ${dir.envFile}; printf '%s\\n' "$NASTY" "$GATEWAY_URL"; env | grep -c ^GATEWAY_URL=`],
      { encoding: 'utf8' },
    );
    expect(heard.split('\n')).toEqual([nasty, 'http://127.0.0.1:8080', '1', '']);
  });

  it('writes passwords with the signs that pgpass reads otherwise', () => {
    const dir = DataDir.open(root);
    dir.writePgpass([{ hosts: ['localhost', '127.0.0.1'], port: 5433, user: 'postgres', password: 'a:b\\c' }]);
    expect(readFileSync(dir.pgpassFile, 'utf8')).toBe(
      'localhost:5433:*:postgres:a\\:b\\\\c\n127.0.0.1:5433:*:postgres:a\\:b\\\\c\n',
    );
    expect(mode(dir.pgpassFile)).toBe(0o600);
  });

  it('takes its env file away when nothing runs any more', () => {
    const dir = DataDir.open(root);
    dir.writeEnv({ A: 'b' });
    dir.close();
    expect(existsSync(dir.envFile)).toBe(false);
  });

  describe('its lock', () => {
    const holder = () => readFileSync(join(root, 'lock'), 'utf8');

    it('turns a second launcher away with the process that holds it', () => {
      const other = spawn('sleep', ['30']);
      mkdirSync(root, { recursive: true });
      writeFileSync(join(root, 'lock'), JSON.stringify(identityOf(other.pid ?? 0)));
      try {
        expect(() => DataDir.open(root)).toThrow(AlreadyRunning);
        expect(() => DataDir.open(root)).toThrow(new RegExp(`process ${other.pid}`));
      } finally {
        other.kill('SIGKILL');
      }
    });

    it.each([
      ['of a launcher that was killed', JSON.stringify({ pid: 4_194_300, startedAt: 'long ago' })],
      ['whose pid now belongs to another program', JSON.stringify({ pid: process.pid, startedAt: 'long ago' })],
      ['that was written half', '{"pid":'],
    ])('is taken over from one %s', (_, content) => {
      mkdirSync(root, { recursive: true });
      writeFileSync(join(root, 'lock'), content);
      const dir = DataDir.open(root);
      expect(JSON.parse(holder())).toEqual(identityOf(process.pid));
      dir.close();
      expect(existsSync(join(root, 'lock'))).toBe(false);
    });
  });
});
