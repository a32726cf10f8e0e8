import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions, WrongOptions, type LauncherOptions } from './options.js';
import { platform } from './platform.js';
import { runUntilStopped } from './run.js';

const root = join(import.meta.dirname, '../../..');

function optionsOrExit(): LauncherOptions {
  try {
    return readOptions(process.argv.slice(2), process.env, root);
  } catch (error) {
    if (!(error instanceof WrongOptions)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const options = optionsOrExit();
if (options.help) process.stdout.write(readFileSync(join(import.meta.dirname, 'help.txt'), 'utf8'));
else process.exit(await runUntilStopped(root, options, platform));
