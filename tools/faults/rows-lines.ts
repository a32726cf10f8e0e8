import type { Lines } from '../rig/lines.js';
import type { Weather } from '../rig/proxy.js';
import { type Facts, firstEffect, type Row, sleep, type Stage } from './stage.js';

/** Both lines to the servers, one after the other. */
async function each(stage: Stage, act: (line: Lines) => Promise<void>): Promise<void> {
  for (const line of [stage.rig.lines.nats, stage.rig.lines.postgres]) await act(line);
}

const weather =
  (bad: Weather, seconds: { quick: number; full: number }) =>
  async (stage: Stage): Promise<Facts> => {
    const lasts = stage.quick ? seconds.quick : seconds.full;
    await each(stage, async (line) => {
      line.become(bad);
      await sleep(lasts);
      line.become({});
      // What was swallowed will never be answered: such connections are as good as cut, and some day somebody cuts them.
      if (bad.silent) line.cut();
      await sleep(1);
    });
    return { 'seconds each': lasts, 'first effect after (ms)': await firstEffect(stage) };
  };

async function cuts(stage: Stage): Promise<Facts> {
  let cut = 0;
  for (let n = 0; n < (stage.quick ? 3 : 12); n += 1) {
    await each(stage, async (line) => {
      cut += line.cut();
      await sleep(0.3 + stage.chance.next());
    });
  }
  return { 'connections reset': cut, 'first effect after (ms)': await firstEffect(stage) };
}

export const lineRows: readonly Row[] = [
  {
    name: 'lines-reset',
    strikes: 'every connection to broker and database reset, again and again',
    strike: cuts,
  },
  {
    name: 'lines-slow',
    strikes: '150 ms more in each direction on the lines to broker and database',
    perSecond: 15,
    strike: weather({ delayMs: 150 }, { quick: 5, full: 12 }),
  },
  {
    name: 'lines-narrow',
    strikes: '64 KB a second for each connection to broker and database',
    perSecond: 15,
    strike: weather({ bytesPerSecond: 65_536 }, { quick: 5, full: 12 }),
  },
  {
    name: 'lines-half-open',
    strikes: 'the lines to broker and database fall silent, without an end',
    strike: weather({ silent: true }, { quick: 6, full: 15 }),
  },
];
