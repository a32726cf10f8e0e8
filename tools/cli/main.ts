import 'reflect-metadata';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Output } from './output.js';
import { runCli } from './run.js';

/** Asks at the terminal; a script has nobody to answer. */
async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

// A reader that goes away (… | head) is no reason to fail.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  root: join(import.meta.dirname, '../../..'),
  out: new Output(
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  ),
  platform: async () => (await import('./platform.js')).platform,
  ask,
});
