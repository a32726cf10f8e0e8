import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuBetween, isPlatforms, readCpu } from './cpu.js';
import { type BenchCustomer, seatCustomers } from './customers.js';
import { Poster, webhookOf } from './load.js';
import type { Row } from './row.js';
import { openShops } from './shops.js';
import { Stage } from './stage.js';
import { figure, quantile } from './statistics.js';
import { statementsOf } from './witnesses.js';

const QUESTION = 'Bonjour, vous avez la Air Max en 42 ?';

export const replyRow: Row = {
  name: 'reply',
  title: 'Reply',
  says: 'From the webhook being posted to the reply being in WhatsApp’s hands: offline assistant, no settling pause (TURN_DEBOUNCE_MS=0), every customer writing once.',
  async run({ root, quick, say, profileDir }) {
    const stage = await Stage.open({
      root,
      ...(profileDir ? { profile: { dir: profileDir, services: ['gateway', 'conversations', 'analytics'] } } : {}),
    });
    try {
      const shops = await openShops(stage, quick ? 40 : 200);
      const paces = quick ? [10, 50] : [10, 50, 200];
      const seconds = quick ? 5 : 20;
      const warm = 200;
      const needed = warm + paces.reduce((sum, pace) => sum + pace * seconds, 0);
      const customers = await seatCustomers(stage, shops, Math.ceil(needed / shops.length) + 1);
      const poster = new Poster(stage, 64);
      let used = 0;
      const measure = async (pace: number, lasting: number) => {
        if (profileDir) await stage.rig.sql('select pg_stat_statements_reset()');
        const cpu = await readCpu(stage);
        const before = Object.values(await stage.taken()).reduce((sum, n) => sum + n, 0);
        const wrote = new Map<string, number>();
        await poster.pace(pace, lasting, () => {
          const customer: BenchCustomer = customers[used++]!;
          wrote.set(customer.waId, performance.timeOrigin + performance.now());
          return webhookOf(stage, customer, QUESTION, `wamid.${randomUUID()}`);
        });
        await stage.quiet();
        const spent = cpuBetween(cpu, await readCpu(stage)).filter(isPlatforms);
        await stage.settled();
        const answered = new Map<string, number>();
        for (const { to, at } of await stage.arrivals(before)) {
          const waId = to.replace('+', '');
          if (!answered.has(waId)) answered.set(waId, at);
        }
        const took = [...wrote].flatMap(([waId, at]) => (answered.has(waId) ? [answered.get(waId)! - at] : []));
        return {
          pace,
          wrote: wrote.size,
          answered: took.length,
          p50: quantile(took, 0.5),
          p95: quantile(took, 0.95),
          p99: quantile(took, 0.99),
          cpu: spent.map(([name, seconds]) => [name, (seconds * 1_000) / wrote.size] as const),
        };
      };
      await measure(50, warm / 50);
      const rest = await atRest(stage, quick ? 10 : 30);
      say(`at rest: ${figure(rest.reduce((sum, [, ms]) => sum + ms, 0))} ms of CPU a second`);
      const results: Awaited<ReturnType<typeof measure>>[] = [];
      for (const pace of paces) {
        const result = await measure(pace, seconds);
        results.push(result);
        say(
          `${pace}/s: p50 ${figure(result.p50)} ms, p99 ${figure(result.p99)} ms, ${result.answered} of ${result.wrote} answered`,
        );
      }
      // Of the last pace: its statements and processor time are spread over its messages.
      const last = results.at(-1)!;
      const statements = profileDir ? await statementsOf(stage, last.wrote, profileDir) : [];
      await poster.close();
      const at50 = results.find(({ pace }) => pace === 50)!;
      const unanswered = results.reduce((sum, { wrote, answered }) => sum + wrote - answered, 0);
      return {
        table: [
          ['messages/s', 'p50, ms', 'p95, ms', 'p99, ms', 'answered', 'CPU ms a reply'],
          ...results.map((r) => [
            String(r.pace),
            figure(r.p50),
            figure(r.p95),
            figure(r.p99),
            `${r.answered} of ${r.wrote}`,
            figure(r.cpu.reduce((sum, [, ms]) => sum + ms, 0)),
          ]),
          ...last.cpu.slice(0, 12).map(([name, ms]) => [`CPU at ${last.pace}/s: ${name}`, '', '', '', '', figure(ms)]),
        ],
        notes: [
          `At rest, with everything started and nobody writing, the platform takes ${figure(rest.reduce((sum, [, ms]) => sum + ms, 0))} ms of CPU a second: ${rest
            .slice(0, 8)
            .map(([name, ms]) => `${name} ${figure(ms)}`)
            .join(', ')}.`,
        ],
        facts: { results, rest, statements },
        bars: [
          { what: 'p50 at 50/s', wanted: '≤ 40 ms', got: `${figure(at50.p50)} ms`, met: at50.p50 <= 40 },
          { what: 'p99 at 50/s', wanted: '≤ 150 ms', got: `${figure(at50.p99)} ms`, met: at50.p99 <= 150 },
          { what: 'messages without a reply', wanted: '0', got: String(unanswered), met: unanswered === 0 },
        ],
      };
    } finally {
      await stage.close();
    }
  },
};

/** CPU ms a second by name while nobody writes. */
async function atRest(stage: Stage, seconds: number): Promise<[string, number][]> {
  const before = await readCpu(stage);
  await pause(seconds * 1_000);
  const used = cpuBetween(before, await readCpu(stage)).filter(isPlatforms);
  return used.map(([name, spent]) => [name, (spent * 1_000) / seconds]);
}
