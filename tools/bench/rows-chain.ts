import { ordersByHand } from './baseline.js';
import { Chains } from './chain.js';
import type { Row } from './row.js';
import { Stage } from './stage.js';
import { figure } from './statistics.js';
import { deadLetters, statementsOf } from './witnesses.js';

const MS = 1_000;

export const chainRow: Row = {
  name: 'chain',
  title: 'Chain',
  says: 'Agreement to order, delivery, three notices accepted by WhatsApp and figures, all committed; beside it the same rows written by one hand-written transaction per order.',
  async run({ root, chance, quick, say, profileDir }) {
    const stage = await Stage.open({
      root,
      ...(profileDir
        ? { profile: { dir: profileDir, services: ['orders', 'deliveries', 'notifications', 'conversations', 'analytics'] } }
        : {}),
    });
    try {
      const chains = await Chains.prepare(stage, chance, { shops: quick ? 60 : 600, customersEach: 30 });
      say('warming up');
      await chains.play(quick ? 3 : 10, 200, say);
      if (profileDir) await stage.rig.sql('select pg_stat_statements_reset()');
      const run = await chains.play(quick ? 10 : 60, quick ? 300 : 2_000, say);
      const statements = profileDir ? await statementsOf(stage, run.chains, profileDir) : [];
      const dead = await deadLetters(stage);
      say('the same rows by hand');
      const baseline = await ordersByHand(stage, { seconds: quick ? 5 : 20 }, say);
      const ratio = run.perSecond / baseline.perSecond;
      const total = run.cpu.reduce((sum, [, seconds]) => sum + seconds, 0);
      return {
        table: [
          ['', 'chains/s', 'CPU ms per chain', 'drain, s'],
          ['the platform', figure(run.perSecond), figure(total * MS), figure(run.drainSeconds)],
          [`one transaction per order, no services (${baseline.by})`, figure(baseline.perSecond), '', ''],
          ['ratio', ratio.toFixed(3), '', ''],
          ...run.cpu.slice(0, 16).map(([name, seconds]) => [`CPU: ${name}`, '', figure(seconds * MS), '']),
        ],
        notes: dead.length > 0 ? [`Events set aside: ${dead.join('; ')}`] : [],
        facts: { ...run, baseline, ratio, statements, dead },
        bars: [
          { what: 'chains/s sustained', wanted: '≥ 300', got: figure(run.perSecond), met: run.perSecond >= 300 },
          { what: 'of the hand-written transaction', wanted: '≥ 0.15', got: ratio.toFixed(3), met: ratio >= 0.15 },
          { what: 'events set aside', wanted: '0', got: String(dead.length), met: dead.length === 0 },
        ],
      };
    } finally {
      await stage.close();
    }
  },
};
