import { cpSync, rmSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { SERVICES } from '#contracts';
import { type Facts, firstEffect, type Row, running, sleep, type Stage } from './stage.js';

/** Messages in all streams, as the broker counts them. */
const archived = async ({ rig }: Stage): Promise<number> => {
  const [row] = await rig.sql<{ n: number }>('select count(*)::int as n from rig.handled');
  return row!.n;
};

async function killBroker(stage: Stage): Promise<Facts> {
  const { rig, quick, chance } = stage;
  const times = quick ? 2 : 12;
  const effects: number[] = [];
  for (let n = 0; n < times; n += 1) {
    await rig.nats.kill9();
    await sleep(chance.next());
    await rig.nats.start();
    effects.push(await firstEffect(stage));
    await sleep(0.5 + chance.next());
  }
  return { kills: times, 'first effect after (ms, median)': median(effects) };
}

async function brokerDown(stage: Stage): Promise<Facts> {
  const { rig, quick } = stage;
  const seconds = quick ? 10 : 45;
  const before = rig.edge.answers['200'] ?? 0;
  await rig.nats.kill9();
  await sleep(seconds);
  const taken = (rig.edge.answers['200'] ?? 0) - before;
  const [outbox] = await rig.sql<{ n: number }>('select count(*)::int as n from gateway.outbox');
  await rig.nats.start();
  const back = await firstEffect(stage);
  if (taken === 0) throw new Error('the gateways took no webhook while the broker was away');
  return {
    'seconds away': seconds,
    'webhooks taken meanwhile': taken,
    'events that waited': outbox!.n,
    'first effect after (ms)': back,
  };
}

async function wipe(stage: Stage): Promise<Facts> {
  const { rig } = stage;
  const before = await archived(stage);
  await rig.nats.wipeStore();
  // Services make their own streams again; that of a service which does not run here an operator has to make.
  if (running(rig).length < SERVICES.length) await rig.operate('infra');
  const back = await firstEffect(stage);
  return { 'effects before': before, 'first effect after (ms)': back };
}

/** The disk of the broker is put back to what it was some seconds ago: what it had acknowledged since is gone. */
async function rollBack(stage: Stage): Promise<Facts> {
  const { rig, quick } = stage;
  const store = join(rig.nats.dir, 'store');
  const copy = join(rig.dir.root, 'older-store');
  rmSync(copy, { recursive: true, force: true });
  rig.nats.pause();
  cpSync(store, copy, { recursive: true });
  rig.nats.resume();
  const before = await archived(stage);
  const seconds = quick ? 4 : 15;
  await sleep(seconds);
  await rig.nats.kill9();
  const after = await archived(stage);
  rmSync(store, { recursive: true, force: true });
  cpSync(copy, store, { recursive: true });
  await rig.nats.start();
  const back = await firstEffect(stage);
  return { 'seconds back': seconds, 'effects in between': after - before, 'first effect after (ms)': back };
}

async function pauseBroker(stage: Stage): Promise<Facts> {
  const { rig, quick } = stage;
  const seconds = quick ? 8 : 20;
  rig.nats.pause();
  await sleep(seconds);
  rig.nats.resume();
  return { seconds, 'first effect after (ms)': await firstEffect(stage) };
}

/** A real full disk where the rig has one of its own, which needs root; broker 2.9 has to be started again after it. */
async function fillDisk(stage: Stage): Promise<Facts> {
  const { rig, quick } = stage;
  if (rig.options.natsDir === undefined) return { 'not played': 'no small disk could be mounted' };
  const filler = join(rig.options.natsDir, 'filler');
  const seconds = quick ? 8 : 20;
  const { bavail, bsize } = statfsSync(rig.options.natsDir);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 16 * 1024)));
  await sleep(seconds);
  unlinkSync(filler);
  await rig.nats.restart();
  return { 'full for (s)': seconds, 'first effect after (ms)': await firstEffect(stage) };
}

async function killPostgres(stage: Stage): Promise<Facts> {
  const { rig, quick, chance } = stage;
  const times = quick ? 1 : 8;
  const effects: number[] = [];
  for (let n = 0; n < times; n += 1) {
    await rig.postgres.kill9();
    await rig.postgres.start();
    effects.push(await firstEffect(stage));
    await sleep(1 + chance.next() * 2);
  }
  return { kills: times, 'first effect after (ms, median)': median(effects) };
}

async function pausePostgres(stage: Stage): Promise<Facts> {
  const { rig, quick } = stage;
  const seconds = quick ? 6 : 15;
  rig.postgres.pause();
  await sleep(seconds);
  rig.postgres.resume();
  await sleep(2);
  const [ended] = await rig.sql<{ n: number }>(
    `select count(pg_terminate_backend(pid))::int as n from pg_stat_activity where application_name like 'fluxasync%'`,
  );
  return { seconds, 'sessions ended': ended!.n, 'first effect after (ms)': await firstEffect(stage) };
}

/** Others take every connection the server has. */
async function crowdOut(stage: Stage): Promise<Facts> {
  const { rig, quick } = stage;
  const hogs: Client[] = [];
  for (let n = 0; n < 400; n += 1) {
    const hog = new Client({ connectionString: rig.adminUrl, connectionTimeoutMillis: 3_000 });
    hog.on('error', () => undefined);
    const in_ = await hog.connect().then(
      () => true,
      () => false,
    );
    if (!in_) break;
    hogs.push(hog);
  }
  await rig.sql(`select 1`).catch(() => undefined);
  await hogs[0]?.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'fluxasync%'`);
  await sleep(quick ? 4 : 10);
  await Promise.all(hogs.map((hog) => hog.end().catch(() => undefined)));
  return { 'connections taken': hogs.length, 'first effect after (ms)': await firstEffect(stage) };
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

export const serverRows: readonly Row[] = [
  {
    name: 'broker-kill',
    strikes: 'nats-server killed and started again',
    quick: true,
    strike: killBroker,
  },
  {
    name: 'broker-down',
    strikes: 'nats-server away; webhooks are still taken',
    strike: brokerDown,
  },
  {
    name: 'broker-wiped',
    strikes: 'the store of the broker lost with all streams and consumers',
    quick: true,
    strike: wipe,
  },
  {
    name: 'broker-rolled-back',
    strikes: 'the store of the broker put back to an older copy',
    strike: rollBack,
  },
  {
    name: 'broker-paused',
    strikes: 'nats-server stands still, its connections open',
    strike: pauseBroker,
  },
  {
    name: 'broker-disk-full',
    strikes: 'no byte left on the disk of the broker',
    strike: fillDisk,
  },
  {
    name: 'database-kill',
    strikes: 'PostgreSQL killed, postmaster and all sessions',
    quick: true,
    strike: killPostgres,
  },
  {
    name: 'database-paused',
    strikes: 'PostgreSQL stands still, then every session of the services is ended',
    strike: pausePostgres,
  },
  {
    name: 'database-crowded',
    strikes: 'others take all connections of PostgreSQL, and the services’ own are ended',
    strike: crowdOut,
  },
];
