import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import type { Patch } from './patches.js';
import { movedClock } from './moved-clock.js';

// Loaded before a service's main (node --import): applies the patches that RIG_PATCHES names while files are read, and moves the process's clock when it is told to.
const patches = JSON.parse(readFileSync(process.env['RIG_PATCHES'] ?? '', 'utf8')) as Patch[];

registerHooks({
  load(url, context, nextLoad) {
    const mine = patches.filter(({ file }) => url.endsWith(`/dist/${file}`));
    const loaded = nextLoad(url, context);
    if (mine.length === 0) return loaded;
    let source = Buffer.from(loaded.source as Uint8Array).toString('utf8');
    for (const { file, from, to } of mine) {
      if (source.split(from).length !== 2) throw new Error(`the patch of ${file} does not fit: it must find its text once`);
      source = source.replace(from, () => to);
    }
    return { ...loaded, source };
  },
});

const clock = process.env['RIG_CLOCK'];
if (clock) {
  let byMs = 0;
  const look = () => (byMs = Number(readFileSync(clock, 'utf8')));
  globalThis.Date = movedClock(Date, () => byMs);
  look();
  process.on('SIGUSR2', look);
}
