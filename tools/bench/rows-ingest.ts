import { setTimeout as pause } from 'node:timers/promises';
import { Chains } from './chain.js';
import { seatCustomers } from './customers.js';
import { Poster, webhookOf } from './load.js';
import type { Bar, Row, RowWishes } from './row.js';
import { openShops } from './shops.js';
import { Stage } from './stage.js';
import { figure, quantile, type Spread, spreadOf, told } from './statistics.js';
import { statementsOf } from './witnesses.js';

const PACED = 240;
/** The chain alone, before webhooks come beside it. */
const WARM_SECONDS = 5;

interface Flood {
  readonly connections: number;
  readonly rate: Spread;
  readonly p50: number;
  readonly p99: number;
}

export const ingestRow: Row = {
  name: 'ingest',
  title: 'Ingest',
  says: 'Signed webhooks of one message each, acknowledged only when they are committed. Only the gateway runs while it is flooded; then, on a platform of its own, all services, with the chain underway.',
  async run(wishes) {
    const results = await floods(wishes);
    const paced = await pacedBesideChains(wishes);
    const best = Math.max(...results.map(({ rate }) => rate.median));
    const [p50, p99] = [0.5, 0.99].map((share) => spreadOf(paced.map((took) => quantile(took, share)))) as [Spread, Spread];
    const bars: Bar[] = [
      { what: 'messages/s, durably committed', wanted: '≥ 3,000', got: figure(best), met: best >= 3_000 },
      {
        what: `p99 at ${PACED}/s while the chain runs`,
        wanted: '< 250 ms',
        got: `${figure(p99.median)} ms`,
        met: p99.median < 250,
      },
    ];
    return {
      table: [
        ['connections', 'messages/s', 'ack p50, ms', 'ack p99, ms'],
        ...results.map(({ connections, rate, p50, p99: most }) => [String(connections), told(rate), figure(p50), figure(most)]),
        [`${PACED}/s, the chain running`, String(PACED), told(p50), told(p99)],
      ],
      facts: { results, paced: { p50, p99 } },
      bars,
    };
  },
};

const QUESTION = 'Bonjour, vous avez la Air Max en 42 ?';

/** As many webhooks as the gateway takes while nobody else runs; nobody reads them afterwards. */
async function floods({ root, chance, quick, say, profileDir }: RowWishes): Promise<Flood[]> {
  const stage = await Stage.open({ root, ...(profileDir ? { profile: { dir: profileDir, services: ['gateway'] } } : {}) });
  try {
    const shops = await openShops(stage, quick ? 20 : 200);
    const customers = await seatCustomers(stage, shops, 10);
    for (const member of stage.rig.members) if (!member.name.startsWith('gateway')) member.pause();
    if (profileDir) await stage.rig.sql('select pg_stat_statements_reset()');
    let posted = 0;
    const results: Flood[] = [];
    for (const connections of [1, 32, 256]) {
      const poster = new Poster(stage, connections);
      const count = quick ? connections * 20 : Math.min(12_000, 500 + connections * 150);
      const rates: number[] = [];
      const took: number[] = [];
      for (let round = 0; round < (quick ? 2 : 6); round += 1) {
        const webhooks = Array.from({ length: count }, () => webhookOf(stage, chance.pick(customers), QUESTION));
        const began = performance.now();
        const each = await poster.flood(connections, () => webhooks.pop());
        posted += count;
        // The first round warms up.
        if (round === 0) continue;
        rates.push(count / ((performance.now() - began) / 1_000));
        took.push(...each);
      }
      await poster.close();
      const rate = spreadOf(rates);
      results.push({ connections, rate, p50: quantile(took, 0.5), p99: quantile(took, 0.99) });
      say(`${connections} connections: ${told(rate)} a second`);
    }
    if (profileDir) await statementsOf(stage, posted, profileDir);
    for (const member of stage.rig.members) member.resume();
    return results;
  } finally {
    await stage.close();
  }
}

/** Of each round how long every webhook waited for its 200, ms, at {@link PACED} a second while the chain runs. */
async function pacedBesideChains({ root, chance, quick, say }: RowWishes): Promise<number[][]> {
  const stage = await Stage.open({ root });
  try {
    const shops = await openShops(stage, quick ? 20 : 200);
    const customers = await seatCustomers(stage, shops, 10);
    const chains = await Chains.prepareOn(stage, shops, chance, 10);
    const poster = new Poster(stage, 64);
    const post = (perSecond: number, seconds: number) =>
      poster.pace(perSecond, seconds, () => webhookOf(stage, chance.pick(customers), QUESTION));
    // What was just started has compiled nothing and planned nothing.
    await post(40, quick ? 2 : 15);
    await stage.quiet();
    const [rounds, seconds] = quick ? [1, 5] : [3, 10];
    const chain = chains.play(WARM_SECONDS + rounds * seconds, 100, say);
    await pause(WARM_SECONDS * 1_000);
    const took: number[][] = [];
    for (let round = 0; round < rounds; round += 1) took.push(await post(PACED, seconds));
    await poster.close();
    await chain;
    return took;
  } finally {
    await stage.close();
  }
}
