import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuBetween, isPlatforms, readCpu } from './cpu.js';
import { type BenchCustomer, seatCustomers } from './customers.js';
import { Poster, webhookOf } from './load.js';
import type { Row } from './row.js';
import { openShops } from './shops.js';
import { Stage } from './stage.js';
import { figure, median, quantile, spreadOf, told } from './statistics.js';
import { statementsOf } from './witnesses.js';

const QUESTION = 'Bonjour, vous avez la Air Max en 42 ?';

/** What one round at a pace found; times in ms. */
interface Round {
  readonly wrote: number;
  readonly answered: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly cpu: readonly (readonly [string, number])[];
}

/** A pace, messages a second, kept up so long in each of so many rounds. */
interface Pace {
  readonly pace: number;
  readonly seconds: number;
  readonly rounds: number;
}

const FULL: readonly Pace[] = [
  { pace: 10, seconds: 15, rounds: 3 },
  { pace: 50, seconds: 20, rounds: 5 },
  { pace: 200, seconds: 20, rounds: 1 },
];
const QUICK: readonly Pace[] = [
  { pace: 10, seconds: 5, rounds: 1 },
  { pace: 50, seconds: 5, rounds: 1 },
];

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
      const paces = quick ? QUICK : FULL;
      const warm = { pace: 50, seconds: quick ? 4 : 20 };
      const needed = sum([warm.pace * warm.seconds, ...paces.map(({ pace, seconds, rounds }) => pace * seconds * rounds)]);
      const customers = await seatCustomers(stage, shops, Math.ceil(needed / shops.length) + 1);
      const poster = new Poster(stage, 64);
      let used = 0;
      const round = async ({ pace, seconds }: Pick<Pace, 'pace' | 'seconds'>): Promise<Round> => {
        if (profileDir) await stage.rig.sql('select pg_stat_statements_reset()');
        const cpu = await readCpu(stage);
        const before = Object.values(await stage.taken()).reduce((sum, n) => sum + n, 0);
        const wrote = new Map<string, number>();
        await poster.pace(pace, seconds, () => {
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
          wrote: wrote.size,
          answered: took.length,
          p50: quantile(took, 0.5),
          p95: quantile(took, 0.95),
          p99: quantile(took, 0.99),
          cpu: spent.map(([name, used]) => [name, (used * 1_000) / wrote.size] as const),
        };
      };
      await round(warm);
      const rest = await atRest(stage, quick ? 10 : 30);
      say(`at rest: ${figure(sum(rest.map(([, ms]) => ms)))} ms of CPU a second`);
      const results: { pace: number; rounds: Round[] }[] = [];
      for (const pace of paces) {
        const rounds: Round[] = [];
        for (let n = 0; n < pace.rounds; n += 1) rounds.push(await round(pace));
        results.push({ pace: pace.pace, rounds });
        say(`${pace.pace}/s: p50 ${over(rounds, 'p50')} ms, p99 ${over(rounds, 'p99')} ms, ${answeredOf(rounds)} answered`);
      }
      // Of the last round: its statements and processor time are spread over its messages.
      const last = results.at(-1)!.rounds.at(-1)!;
      const statements = profileDir ? await statementsOf(stage, last.wrote, profileDir) : [];
      await poster.close();
      const at50 = results.find(({ pace }) => pace === 50)!.rounds;
      const [p50, p99] = [median(at50.map((one) => one.p50)), median(at50.map((one) => one.p99))];
      const unanswered = sum(results.flatMap(({ rounds }) => rounds.map(({ wrote, answered }) => wrote - answered)));
      return {
        table: [
          ['messages/s', 'p50, ms', 'p95, ms', 'p99, ms', 'answered', 'CPU ms a reply'],
          ...results.map(({ pace, rounds }) => [
            String(pace),
            over(rounds, 'p50'),
            over(rounds, 'p95'),
            over(rounds, 'p99'),
            answeredOf(rounds),
            figure(median(rounds.map(({ cpu }) => sum(cpu.map(([, ms]) => ms))))),
          ]),
          ...last.cpu.slice(0, 12).map(([name, ms]) => [`CPU at ${results.at(-1)!.pace}/s: ${name}`, '', '', '', '', figure(ms)]),
        ],
        notes: [
          `At rest, with everything started and nobody writing, the platform takes ${figure(sum(rest.map(([, ms]) => ms)))} ms of CPU a second: ${rest
            .slice(0, 8)
            .map(([name, ms]) => `${name} ${figure(ms)}`)
            .join(', ')}.`,
        ],
        facts: { results, rest, statements },
        bars: [
          { what: 'p50 at 50/s', wanted: '≤ 40 ms', got: `${figure(p50)} ms`, met: p50 <= 40 },
          { what: 'p99 at 50/s', wanted: '≤ 150 ms', got: `${figure(p99)} ms`, met: p99 <= 150 },
          { what: 'messages without a reply', wanted: '0', got: String(unanswered), met: unanswered === 0 },
        ],
      };
    } finally {
      await stage.close();
    }
  },
};

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** One quantile over the rounds: its median, with the least and the most of several. */
function over(rounds: readonly Round[], quantileOf: 'p50' | 'p95' | 'p99'): string {
  const spread = spreadOf(rounds.map((one) => one[quantileOf]));
  return rounds.length > 1 ? told(spread) : figure(spread.median);
}

const answeredOf = (rounds: readonly Round[]): string =>
  `${sum(rounds.map(({ answered }) => answered))} of ${sum(rounds.map(({ wrote }) => wrote))}`;

/** CPU ms a second by name while nobody writes. */
async function atRest(stage: Stage, seconds: number): Promise<[string, number][]> {
  const before = await readCpu(stage);
  await pause(seconds * 1_000);
  const used = cpuBetween(before, await readCpu(stage)).filter(isPlatforms);
  return used.map(([name, spent]) => [name, (spent * 1_000) / seconds]);
}
