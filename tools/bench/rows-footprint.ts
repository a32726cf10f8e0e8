import { execFileSync } from 'node:child_process';
import { descendantsOf } from '#testing';
import { Chains } from './chain.js';
import { memoryOf } from './cpu.js';
import type { Row } from './row.js';
import { Stage } from './stage.js';
import { startUp } from './start-up.js';
import { figure, quantile } from './statistics.js';

const IDLE_MS = 15_000;

export const footprintRow: Row = {
  name: 'footprint',
  title: 'Footprint',
  says: 'Memory of each process that is its own (proportional set size), after a quarter of a minute of rest and under the load of the chain; and the seconds from `npm start` until everything is ready, on an installed tree.',
  async run({ root, chance, quick, say }) {
    const { first, later } = await startUp(root, quick ? 1 : 5);
    const start = quantile(later, 0.5);
    say(`npm start: ${figure(first)} s on a new folder, then ${later.map(figure).join(', ')} s`);
    const stage = await Stage.open({ root });
    try {
      await new Promise((resolve) => setTimeout(resolve, quick ? 3_000 : IDLE_MS));
      const idle = memory(stage);
      say(`idle: ${figure(sum(idle))} MB`);
      const chains = await Chains.prepare(stage, chance, { shops: quick ? 40 : 300, customersEach: 20 });
      const load = chains.play(quick ? 6 : 30, 400, say);
      await new Promise((resolve) => setTimeout(resolve, quick ? 4_000 : 25_000));
      const loaded = memory(stage);
      await load;
      const services = [...idle].filter(([name]) => !SERVERS.includes(name));
      const greediest = Math.max(...services.map(([, mb]) => mb));
      return {
        table: [
          ['process', 'idle, MB', 'loaded, MB'],
          ...[...idle].map(([name, mb]) => [name, figure(mb), figure(loaded.get(name) ?? NaN)]),
          ['all', figure(sum(idle)), figure(sum(loaded))],
        ],
        notes: [
          `From \`npm start\` to ready: ${figure(first)} s on a new folder (servers, schemas and streams are made), later ${later.map(figure).join(', ')} s.`,
          `Images: ${images()}`,
        ],
        facts: { idle: Object.fromEntries(idle), loaded: Object.fromEntries(loaded), startSeconds: { first, later } },
        bars: [
          { what: 'idle memory of a service', wanted: '≤ 120 MB', got: `${figure(greediest)} MB at most`, met: greediest <= 120 },
          {
            what: 'the whole platform with servers, idle',
            wanted: '≤ 1,200 MB',
            got: `${figure(sum(idle))} MB`,
            met: sum(idle) <= 1_200,
          },
          { what: '`npm start` to ready', wanted: '≤ 12 s', got: `${figure(start)} s`, met: start <= 12 },
        ],
      };
    } finally {
      await stage.close();
    }
  },
};

const SERVERS = ['PostgreSQL', 'nats-server'];

function memory({ rig }: Stage): Map<string, number> {
  const book = new Map(rig.members.map(({ name, pid }) => [name.replace(/-1$/, ''), memoryOf(pid)]));
  book.set(
    'PostgreSQL',
    [rig.postgres.pid, ...descendantsOf(rig.postgres.pid)].reduce((all, pid) => all + memoryOf(pid), 0),
  );
  book.set('nats-server', memoryOf(rig.nats.pid));
  return book;
}

const sum = (book: ReadonlyMap<string, number>) => [...book.values()].reduce((all, mb) => all + mb, 0);

/** Sizes of images that were built here, where there is a Docker. */
function images(): string {
  try {
    const list = execFileSync('docker', ['images', '--format', '{{.Repository}} {{.Size}}'], {
      encoding: 'utf8',
      timeout: 10_000,
    });
    const ours = list.split('\n').filter((line) => line.startsWith('fluxasync'));
    return ours.length > 0 ? ours.join(', ') : 'none are built on this machine.';
  } catch {
    return 'no Docker answers on this machine.';
  }
}
