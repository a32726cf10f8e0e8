import { Chains } from './chain.js';
import { seatCustomers } from './customers.js';
import { Poster, webhookOf } from './load.js';
import type { Bar, Row } from './row.js';
import { openShops } from './shops.js';
import { Stage } from './stage.js';
import { figure, quantile, spreadOf, told } from './statistics.js';
import { statementsOf } from './witnesses.js';

const PACED = 240;

export const ingestRow: Row = {
  name: 'ingest',
  title: 'Ingest',
  says: 'Signed webhooks of one message each, acknowledged only when they are committed. Only the gateway runs while it is measured; then all services, with the chain underway.',
  async run({ root, chance, quick, say, profileDir }) {
    const stage = await Stage.open({
      root,
      ...(profileDir ? { profile: { dir: profileDir, services: ['gateway'] } } : {}),
    });
    try {
      const shops = await openShops(stage, quick ? 20 : 200);
      const customers = await seatCustomers(stage, shops, 10);
      const draw = () => webhookOf(stage, chance.pick(customers), 'Bonjour, vous avez la Air Max en 42 ?');
      const others = stage.rig.members.filter(({ name }) => !name.startsWith('gateway'));
      for (const member of others) member.pause();
      if (profileDir) await stage.rig.sql('select pg_stat_statements_reset()');
      let posted = 0;
      const results: { connections: number; rate: ReturnType<typeof spreadOf>; p50: number; p99: number }[] = [];
      for (const connections of [1, 32, 256]) {
        const poster = new Poster(stage, connections);
        const count = quick ? connections * 20 : Math.min(12_000, 500 + connections * 150);
        const rates: number[] = [];
        const took: number[] = [];
        for (let round = 0; round < (quick ? 2 : 6); round += 1) {
          const webhooks = Array.from({ length: count }, draw);
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
      for (const member of others) member.resume();
      await stage.settled();
      const chains = await Chains.prepareOn(stage, shops, chance, 10);
      const chain = chains.play(quick ? 8 : 30, 100, say);
      const poster = new Poster(stage, 64);
      const paced = await poster.pace(PACED, quick ? 5 : 25, draw);
      await poster.close();
      await chain;
      const best = Math.max(...results.map(({ rate }) => rate.median));
      const p99 = quantile(paced, 0.99);
      const bars: Bar[] = [
        { what: 'messages/s, durably committed', wanted: '≥ 3,000', got: figure(best), met: best >= 3_000 },
        { what: `p99 at ${PACED}/s while the chain runs`, wanted: '< 250 ms', got: `${figure(p99)} ms`, met: p99 < 250 },
      ];
      return {
        table: [
          ['connections', 'messages/s', 'ack p50, ms', 'ack p99, ms'],
          ...results.map(({ connections, rate, p50, p99: most }) => [String(connections), told(rate), figure(p50), figure(most)]),
          [`${PACED}/s, the chain running`, String(PACED), figure(quantile(paced, 0.5)), figure(p99)],
        ],
        facts: { results, paced: { p50: quantile(paced, 0.5), p99 } },
        bars,
      };
    } finally {
      await stage.close();
    }
  },
};
