import { transformFileSync } from '@swc/core';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  commandLineOf,
  descendantsOf,
  endProcess,
  identityOf,
  isAlive,
  isSameProcess,
  waitForEnd,
  type ProcessIdentity,
} from './processes.js';
import { isStill, standStill } from './processes-pause.js';
import { hasSetpriv, spawnTied } from './processes-spawn.js';

const root = mkdtempSync(join(tmpdir(), 'fluxasync-proc-'));
const logFile = join(root, 'log');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const startScript = (script: string) => spawnTied(process.execPath, ['-e', script], { logFile });
const asIdentity = (pid: number): ProcessIdentity => identityOf(pid) ?? { pid, startedAt: 'ended' };

describe('a process', () => {
  it('is told from another that has its pid later', async () => {
    const { identity, ended, child } = await startScript('setInterval(() => {}, 1000)');
    expect(isSameProcess(identity)).toBe(true);
    expect(isSameProcess({ ...identity, startedAt: 'another boot:1' })).toBe(false);
    expect(commandLineOf(identity.pid)).toContain('setInterval');
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(isAlive(identity.pid)).toBe(false);
  });

  it('is left alone when only its pid is the one we knew', async () => {
    const { identity } = await startScript('setInterval(() => {}, 1000)');
    expect(await endProcess({ ...identity, startedAt: 'another boot:1' }, { graceMs: 100 })).toBe('gone');
    expect(isSameProcess(identity)).toBe(true);
    expect(await endProcess(identity, { graceMs: 2_000 })).toBe('ended');
  });

  it('that hears no request to end is killed with all below it', async () => {
    const { identity } = await startScript(
      "require('node:child_process').spawn('sleep', ['60']); process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')",
    );
    while (descendantsOf(identity.pid).length === 0 || !readFileSync(logFile, 'utf8').includes('up')) await pause(10);
    const below = descendantsOf(identity.pid).map(asIdentity);
    expect(await endProcess(identity, { graceMs: 200 })).toBe('killed');
    expect(below.filter(isSameProcess)).toEqual([]);
  });

  it('stands still as soon as it is told, however busy, and goes on afterwards', async () => {
    const file = join(root, 'beats');
    const { pid, child } = await startScript(`for (let n = 0; ; n++) require('node:fs').writeFileSync('${file}', String(n))`);
    const beats = () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);
    const beatsAfter = async (before: number) => {
      while (beats() <= before) await pause(2);
    };
    await beatsAfter(0);
    for (let round = 0; round < 20; round += 1) {
      expect(isStill(pid)).toBe(false);
      standStill(pid);
      const before = beats();
      expect(isStill(pid)).toBe(true);
      await pause(3);
      expect(beats()).toBe(before);
      child.kill('SIGCONT');
      await beatsAfter(before);
    }
    child.kill('SIGKILL');
    while (isAlive(pid)) await pause(5);
    standStill(pid);
  });

  it('ends when the one that started it is killed', async () => {
    if (!hasSetpriv()) throw new Error('This promise stands on setpriv of util-linux, which every Debian has.');
    for (const name of ['processes', 'processes-spawn']) {
      writeFileSync(join(root, `${name}.js`), transformFileSync(join(import.meta.dirname, `${name}.ts`)).code);
    }
    writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      join(root, 'parent.js'),
      `import { spawnTied } from './processes-spawn.js';
       console.log((await spawnTied('sleep', ['60'], { logFile: '/dev/null' })).pid);
       setInterval(() => {}, 1000);`,
    );
    const parent = spawn(process.execPath, [join(root, 'parent.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
    const orphan = asIdentity(Number(String(await new Promise((resolve) => parent.stdout.once('data', resolve)))));
    expect(isSameProcess(orphan)).toBe(true);
    parent.kill('SIGKILL');
    expect(await waitForEnd(orphan, 3_000)).toBe(true);
  });
});
