import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '#testing';

const MOST_SECONDS = 120;

export interface StartUp {
  /** On a folder that does not exist yet: servers, schemas and streams are made. Seconds. */
  readonly first: number;
  /** On a folder of an earlier start. Seconds. */
  readonly later: readonly number[];
}

/** Seconds from `npm start` to its word that everything is ready, as a newcomer runs it on an installed tree, without the story. @throws when it ends or takes too long */
export async function startUp(root: string, laterStarts: number): Promise<StartUp> {
  const folder = mkdtempSync(join(tmpdir(), 'fluxasync-start-'));
  try {
    const first = await startOnce(root, folder);
    const later: number[] = [];
    for (let n = 0; n < laterStarts; n += 1) later.push(await startOnce(root, folder));
    return { first, later };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(root: string, folder: string): Promise<number> {
  const ports = await Promise.all(
    ['gateway', 'sandbox', 'pg', 'nats'].map(async (door) => [`--${door}-port`, String(await freePort())]),
  );
  const began = performance.now();
  const npm = spawn('npm', ['start', '--', '--no-story', ...ports.flat()], {
    cwd: root,
    env: { ...process.env, FLUXASYNC_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(npm, 'exit');
  try {
    await saysReady(npm);
    return (performance.now() - began) / 1_000;
  } finally {
    npm.kill('SIGTERM');
    await ended;
  }
}

async function saysReady(npm: ChildProcess): Promise<void> {
  const lines = createInterface({ input: npm.stdout! });
  const said: string[] = [];
  const late = setTimeout(() => lines.close(), MOST_SECONDS * 1_000);
  try {
    for await (const line of lines) {
      if (/^\s*Ready after /.test(line)) return;
      said.push(line);
    }
  } finally {
    clearTimeout(late);
    npm.stdout!.resume();
  }
  throw new Error(`npm start did not get ready within ${MOST_SECONDS} s:\n${said.slice(-15).join('\n')}`);
}
