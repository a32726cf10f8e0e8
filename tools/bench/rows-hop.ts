import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jetstream } from '@nats-io/jetstream';
import { insertIntoOutbox, outboxColumns, toHeaders, toRow } from '#bus';
import { newId } from '#database';
import { freePort, startWorld, type World } from '#testing';
import { Member } from '../rig/member.js';
import { agreedFact, agreement, receiverService, senderService } from './hop-services.js';
import type { Row } from './row.js';
import { figure, quantile, spreadOf, told } from './statistics.js';

const PACED = 200;
const IN_FLIGHT = 256;

export const hopRow: Row = {
  name: 'hop',
  title: 'Bus hop',
  says: 'Two services as processes: events committed to the outbox of one, until inbox and effect are committed by the other. Beside it, in the same run and with the same payload, processes that write nothing: (a) JetStream, published 256 at a time with ids and acknowledged one by one; (b) core NATS with an envelope and a queue group, as Nest’s NATS transport speaks (its package is not installed here), which loses what nobody hears.',
  async run({ root, quick, say }) {
    const world = await startWorld();
    const members: Member[] = [];
    try {
      await world.migrate('conversations', senderService.migrations);
      await world.migrate('orders', receiverService.migrations);
      for (const role of ['sender', 'receiver'] as const) members.push(await service(root, world, role));
      const count = quick ? 2_000 : 20_000;
      const rounds = quick ? 2 : 5;
      await ours(world, count);
      const hops: number[] = [];
      for (let n = 0; n < rounds; n += 1) hops.push(await ours(world, count));
      say(`outbox to effect: ${told(spreadOf(hops))} events/s`);
      const paced = await oursPaced(world, quick ? 3 : 15);
      for (const member of members) member.pause();
      members.push(await other(root, world, 'jetstream'));
      const [rawMember] = members.slice(-1);
      const raw: number[] = [];
      await rawJetStream(world, rawMember!, count);
      for (let n = 0; n < rounds; n += 1) raw.push(await rawJetStream(world, rawMember!, count));
      say(`raw JetStream: ${told(spreadOf(raw))} events/s`);
      members.push(await other(root, world, 'core'));
      const core: number[] = [];
      await coreNats(world, members.at(-1)!, count);
      for (let n = 0; n < rounds; n += 1) core.push(await coreNats(world, members.at(-1)!, count));
      const [hop, stream, nest] = [spreadOf(hops), spreadOf(raw), spreadOf(core)];
      const ratio = hop.median / stream.median;
      return {
        table: [
          ['', 'events/s', `p50 at ${PACED}/s, ms`, `p99 at ${PACED}/s, ms`],
          ['outbox to inbox and effect', told(hop), figure(paced.p50), figure(paced.p99)],
          ['(a) raw JetStream', told(stream), '', ''],
          ['(b) core NATS, as Nest’s transport', told(nest), '', ''],
          ['ratio to (a)', ratio.toFixed(2), '', ''],
        ],
        facts: { hop, paced, raw: stream, core: nest, ratio },
        bars: [
          { what: 'events/s', wanted: '≥ 5,000', got: figure(hop.median), met: hop.median >= 5_000 },
          { what: 'of raw JetStream', wanted: '≥ 0.5', got: ratio.toFixed(2), met: ratio >= 0.5 },
        ],
      };
    } finally {
      await Promise.all(
        members.map((member) => {
          member.resume();
          return member.stop(5_000);
        }),
      );
      await world.stop();
    }
  },
};

async function start(world: World, name: string, script: string, env: Record<string, string>, readyUrl: string): Promise<Member> {
  const path = { PATH: process.env['PATH'] ?? '' };
  const member = new Member({
    name,
    script,
    env: { ...path, NATS_URL: world.nats.url, ...env },
    readyUrl,
    logFile: join(world.nats.dir, `${name}.log`),
  });
  await member.start();
  await member.ready();
  return member;
}

async function service(root: string, world: World, role: 'sender' | 'receiver'): Promise<Member> {
  const port = await freePort();
  const url = world.urlFor(role === 'sender' ? 'conversations' : 'orders');
  const env = { HOP_ROLE: role, DATABASE_URL: url, HEALTH_PORT: String(port), LOG_LEVEL: 'warn' };
  return start(world, role, join(root, 'dist/tools/bench/hop-main.js'), env, `http://127.0.0.1:${port}/health/ready`);
}

async function other(root: string, world: World, role: 'jetstream' | 'core'): Promise<Member> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  return start(world, role, join(root, 'dist/tools/bench/hop-raw-main.js'), { HOP_ROLE: role, PORT: String(port) }, url);
}

const rowsOf = (count: number) =>
  Array.from({ length: count }, () => toRow(agreedFact(), newId(), { correlationId: newId(), actor: 'assistant' }, new Date()));

async function put(world: World, count: number): Promise<void> {
  await world.postgres.query(insertIntoOutbox('conversations.outbox'), outboxColumns(rowsOf(count)), world.databaseName);
}

async function effects(world: World): Promise<number> {
  const [row] = await world.postgres.query<{ n: number }>(
    'select count(*)::int as n from orders.effects',
    [],
    world.databaseName,
  );
  return row!.n;
}

/** Events/s from the commit to the outbox to the last effect; the outbox is filled in transactions of 500 meanwhile. */
async function ours(world: World, count: number): Promise<number> {
  const before = await effects(world);
  const began = performance.now();
  for (let left = count; left > 0; left -= 500) await put(world, Math.min(500, left));
  while ((await effects(world)) < before + count) await pause(20);
  return count / ((performance.now() - began) / 1_000);
}

/** Ms from the beginning of the transaction that makes an event to its effect at the reader. */
async function oursPaced(world: World, seconds: number): Promise<{ p50: number; p99: number }> {
  const query = <R extends object>(sql: string) => world.postgres.query<R>(sql, [], world.databaseName);
  await query(`insert into conversations.pace select ${PACED}, now() + interval '${seconds} seconds'`);
  const before = await effects(world);
  await pause(seconds * 1_000 + 2_000);
  const count = (await effects(world)) - before;
  const rows = await query<{ ms: number }>(
    `select extract(epoch from e.at - o.created_at)::float8 * 1000 as ms from orders.effects e join conversations.outbox_sent o using (event_id) order by e.at desc limit ${count}`,
  );
  const took = rows.map(({ ms }) => ms);
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}

const heardBy = async (member: Member): Promise<number> =>
  ((await (await fetch(member.spec.readyUrl)).json()) as { count: number }).count;

async function until(member: Member, count: number): Promise<void> {
  for (const end = Date.now() + 60_000; (await heardBy(member)) < count; await pause(20)) {
    if (Date.now() > end) throw new Error(`${member.name} heard ${await heardBy(member)} of ${count}`);
  }
}

async function rawJetStream(world: World, member: Member, count: number): Promise<number> {
  const js = jetstream(world.connection, { timeout: 10_000 });
  const rows = rowsOf(count);
  const before = await heardBy(member);
  const began = performance.now();
  for (let from = 0; from < rows.length; from += IN_FLIGHT)
    await Promise.all(
      rows
        .slice(from, from + IN_FLIGHT)
        .map((row) => js.publish(row.subject, row.payload, { msgID: row.eventId, headers: toHeaders(row.headers) })),
    );
  await until(member, before + count);
  return count / ((performance.now() - began) / 1_000);
}

async function coreNats(world: World, member: Member, count: number): Promise<number> {
  const events = Array.from({ length: count }, agreement);
  const before = await heardBy(member);
  const began = performance.now();
  for (const [n, data] of events.entries()) {
    world.connection.publish('bench.core', JSON.stringify({ pattern: 'bench.core', data }));
    if (n % IN_FLIGHT === 0) await world.connection.flush();
  }
  await world.connection.flush();
  await until(member, before + count);
  return count / ((performance.now() - began) / 1_000);
}
