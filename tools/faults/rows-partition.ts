import type { ServiceName } from '#contracts';
import { type Facts, firstEffect, type Row, running, sleep, type Stage } from './stage.js';

/** A service is cut off; what the others do meanwhile is theirs. */
const CUT_OFF: readonly ServiceName[] = ['gateway', 'conversations', 'orders', 'deliveries', 'notifications', 'analytics'];

/** One service after the other is cut off from the broker, then from the database, then from both: nothing arrives and nothing ends. The others go on. */
async function partitions(stage: Stage): Promise<Facts> {
  const { rig, quick, chance, say } = stage;
  const here = CUT_OFF.filter((service) => running(rig).includes(service));
  const services = quick ? chance.shuffled(here).slice(0, 2) : here;
  const seconds = 4;
  let effects = 0;
  for (const service of services) {
    const { nats, postgres } = { nats: rig.lines.nats.of(service), postgres: rig.lines.postgres.of(service) };
    for (const [from, lines] of Object.entries({ broker: [nats], database: [postgres], both: [nats, postgres] })) {
      for (const line of lines) line.become({ silent: true });
      const began = Date.now();
      await sleep(seconds);
      const others = await effectsOf(stage, service, began);
      effects += others;
      for (const line of lines) {
        line.become({});
        // What was swallowed will never be answered: such connections are as good as cut, and some day somebody cuts them.
        line.cut();
      }
      // Behind the only door there is nothing to do without it.
      if (others === 0 && service !== 'gateway')
        stage.broken('I5', 'the others stood still while one service was cut off', [`${service} from ${from}`]);
      await sleep(1);
    }
    say(`${service} was cut off from broker, database and both`);
  }
  return {
    services: services.join(', '),
    'seconds each': seconds,
    'effects of the others meanwhile': effects,
    'first effect after (ms)': await firstEffect(stage),
  };
}

/** Events that other services have worked on since. */
async function effectsOf({ rig }: Stage, service: ServiceName, since: number): Promise<number> {
  const [row] = await rig.sql<{ n: number }>(
    `select count(*)::int as n from rig.handled where at > to_timestamp($1) and consumer not like $2`,
    [since / 1_000, `${service.replaceAll('_', '\\_')}\\_\\_%`],
  );
  return row!.n;
}

export const partitionRows: readonly Row[] = [
  {
    name: 'partition',
    strikes: 'one service cut off from the broker, from the database, from both, while the others go on',
    strike: partitions,
  },
];
