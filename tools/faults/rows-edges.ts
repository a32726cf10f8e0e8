import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { toHeaders } from '#bus';
import { newId } from '#database';
import { type Facts, firstEffect, type Row, sleep, type Stage } from './stage.js';

/** Nothing strikes: what the others are compared with. */
async function calm(stage: Stage): Promise<Facts> {
  const began = stage.rig.edge.tookMs.length;
  await sleep(stage.quick ? 5 : 15);
  const took = stage.rig.edge.tookMs.slice(began).sort((a, b) => a - b);
  return {
    'webhook p50 (ms)': Math.round(took[Math.floor(took.length / 2)] ?? 0),
    'p99 (ms)': Math.round(took[Math.floor(took.length * 0.99)] ?? 0),
  };
}

/** Much more than usual at once, a fifth of it twice and all of it out of order. */
async function burst(stage: Stage): Promise<Facts> {
  const webhooks = stage.quick ? 600 : 4_000;
  const began = Date.now();
  await stage.crowd.burst(webhooks, 64);
  return { webhooks, 'a second': Math.round((webhooks * 1_000) / (Date.now() - began)) };
}

/** WhatsApp refuses, limits, hangs, forgets, tells too early, too late or never. */
async function thirdParty(stage: Stage): Promise<Facts> {
  const { rig, crowd, quick } = stage;
  let armed = 0;
  for (let n = 0; n < (quick ? 2 : 4); n += 1) {
    armed += await crowd.trouble();
    await sleep(quick ? 4 : 8);
  }
  const { phoneNumberId } = crowd.numbers[0]!;
  await rig.sandboxed('POST', 'faults', { phoneNumberId, slowMs: 3_000, times: quick ? 20 : 60 });
  await sleep(quick ? 4 : 12);
  await rig.sandboxed('DELETE', 'faults');
  const { counts } = await rig.sandboxed<{ counts: { refused: number; sends: number } }>('GET', 'ledger/counts');
  return { 'faults armed': armed, 'calls that failed so far': counts.refused, 'sends so far': counts.sends };
}

/** The sandbox itself is killed: nobody answers, then the same phones are there again. */
async function thirdPartyGone(stage: Stage): Promise<Facts> {
  const { rig, quick } = stage;
  await rig.sandbox.kill9();
  await sleep(quick ? 4 : 12);
  await rig.sandbox.start();
  await rig.sandbox.ready();
  return { 'seconds away': quick ? 4 : 12 };
}

/** Events that no reader can digest, put into the gateway's stream past the gateway. */
async function poison(stage: Stage): Promise<Facts> {
  const { rig } = stage;
  const connection = await connect({ servers: `127.0.0.1:${rig.nats.port}`, ...userOf(rig.nats.url) });
  const bad: Record<string, string> = {
    'no JSON': '{"planted": "poison',
    'no contract': '{"planted": "poison"}',
    'a wrong type': '{"planted": "poison", "kind": 7, "item": [], "receivedAt": "yesterday"}',
    'very large': JSON.stringify({ planted: 'poison', padding: 'x'.repeat(300 * 1024) }),
  };
  try {
    for (const text of Object.values(bad)) {
      const js = jetstream(connection, { timeout: 5_000 });
      await js.publish('whatsapp.update-received', text, { headers: toHeaders(beside()), msgID: newId() });
    }
  } finally {
    await connection.close();
  }
  await sleep(2);
  return { planted: Object.keys(bad).length, 'first effect after (ms)': await firstEffect(stage) };
}

/** What travels beside an event of ours. */
const beside = () => ({ 'Flux-Key': newId(), 'Flux-Version': '1', 'Flux-Occurred-At': new Date().toISOString() });

function userOf(url: string): { user: string; pass: string } {
  const { username, password } = new URL(url);
  return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
}

export const edgeRows: readonly Row[] = [
  { name: 'calm', strikes: 'nothing', quick: true, strike: calm },
  {
    name: 'burst',
    strikes: 'a hundred times as many webhooks at once, a fifth twice, out of order',
    quick: true,
    strike: burst,
  },
  {
    name: 'third-party',
    strikes: 'WhatsApp refuses, limits, hangs, resets, and tells statuses early, late or never',
    quick: true,
    strike: thirdParty,
  },
  { name: 'third-party-gone', strikes: 'WhatsApp away', strike: thirdPartyGone },
  {
    name: 'poison',
    strikes: 'events that break their contract in the stream of the gateway',
    planted: ['(planted)'],
    strike: poison,
  },
];
