import type { ServiceName } from '#contracts';
import { BOUNDARIES } from './boundaries.js';
import { anyOf, type Facts, firstEffect, type Row, running, sleep, type Stage, until } from './stage.js';

/** Each service in turn dies at each of its boundaries, several services at a time. */
async function failpoints(stage: Stage): Promise<Facts> {
  const { rig, chance, quick, say } = stage;
  const services: ServiceName[] = quick ? ['gateway', 'conversations', 'orders'] : running(rig);
  const plan = services.map((service) => {
    const all = chance.shuffled(BOUNDARIES[service]);
    return { service, points: quick ? all.slice(0, 2) : all };
  });
  const reached: string[] = [];
  const missed: string[] = [];
  for (let round = 0; plan.some(({ points }) => points[round] !== undefined); round += 1) {
    await Promise.all(
      plan.map(async ({ service, points }) => {
        const point = points[round];
        if (point === undefined) return;
        // Only one relay of a service publishes at a time: the others are sent away, so that the armed one takes over.
        const [victim, ...others] = chance.shuffled(rig.of(service));
        await victim!.stop();
        const deaths = victim!.deaths;
        await victim!.start({ FLUX_FAILPOINT: `${point}:kill:${chance.between(1, point.startsWith('relay') ? 2 : 4)}` });
        if (point.startsWith('relay')) await Promise.all(others.map((other) => other.restart()));
        const died = await until(() => victim!.deaths > deaths, quick ? 12 : 20);
        (died ? reached : missed).push(`${service} ${point}`);
        // Whoever did not pass there in time is not left armed.
        if (!died) await victim!.restart();
      }),
    );
    say(`round ${round + 1}: ${reached.length} deaths`);
    await rig.allReady();
  }
  return { boundaries: reached.length, 'not reached': missed.join(', ') || 'none' };
}

/** Kills and pauses at random. */
async function soak(stage: Stage): Promise<Facts> {
  const { rig, chance, quick } = stage;
  let kills = 0;
  let pauses = 0;
  const paused: Promise<unknown>[] = [];
  for (const end = Date.now() + (quick ? 10_000 : 90_000); Date.now() < end;) {
    const victim = anyOf(stage, chance.pick(running(rig)));
    if (chance.chance(0.7)) {
      await victim.kill9();
      kills += 1;
    } else {
      victim.pause();
      pauses += 1;
      paused.push(sleep(chance.between(1, 4)).then(() => victim.resume()));
    }
    await sleep(0.5 + chance.next() * 2.5);
  }
  await Promise.all(paused);
  await rig.allReady();
  return { kills, pauses };
}

/** Replicas that come back after their leases and their ack wait are over, and go on where they were. */
async function zombies(stage: Stage): Promise<Facts> {
  const { rig, quick } = stage;
  const seconds = quick ? 12 : 25;
  const victims = running(rig).flatMap((service) => (rig.of(service).length > 1 ? [anyOf(stage, service)] : []));
  for (const victim of victims) victim.pause();
  await sleep(seconds);
  for (const victim of victims) victim.resume();
  const back = await firstEffect(stage);
  return { paused: victims.length, seconds, 'first effect after (ms)': back };
}

/** Whoever publishes stands still for longer than its lease; another takes over; then there are two who think they are it. */
async function twoRelays(stage: Stage): Promise<Facts> {
  const { rig, quick } = stage;
  let swaps = 0;
  for (let round = 0; round < (quick ? 2 : 4); round += 1) {
    const victims = running(rig).flatMap((service) => rig.of(service)[round % rig.of(service).length] ?? []);
    for (const victim of victims) victim.pause();
    await sleep(7);
    for (const victim of victims) victim.resume();
    swaps += victims.length;
    await sleep(1);
  }
  return { 'relays paused over their lease': swaps };
}

/** More replicas, then fewer, then each one replaced: all asked to end, none killed. */
async function scaling(stage: Stage): Promise<Facts> {
  const { rig, quick } = stage;
  const services: ServiceName[] = quick ? ['conversations'] : ['gateway', 'conversations', 'orders', 'notifications'];
  const before = { ...rig.edge.answers };
  const added = [];
  for (const service of services) {
    while (rig.of(service).length < 4) added.push(await rig.add(service));
  }
  for (const member of added) member.supervise();
  await rig.allReady();
  await sleep(quick ? 2 : 6);
  let slowest = 0;
  const gone = services.flatMap((service) => rig.of(service).slice(1));
  for (const member of gone) slowest = Math.max(slowest, await member.stop());
  await sleep(quick ? 2 : 6);
  for (const member of gone) await member.start();
  await Promise.all(gone.map((member) => member.ready()));
  for (const member of rig.members.filter(
    ({ name }) => quick === false || services.some((service) => name.startsWith(service)),
  )) {
    slowest = Math.max(slowest, await member.stop());
    await member.start();
    await member.ready();
  }
  const refused = Object.entries(rig.edge.answers)
    .filter(([status]) => status.startsWith('5'))
    .reduce((sum, [status, n]) => sum + n - (before[status] ?? 0), 0);
  return { replicas: '2 → 4 → 1 → 4', 'slowest stop (ms)': slowest, '5xx to webhooks': refused };
}

export const processRows: readonly Row[] = [
  {
    name: 'failpoints',
    strikes: 'SIGKILL at each boundary of a commit, a call or an acknowledgement',
    quick: true,
    seconds: { quick: 70, full: 400 },
    strike: failpoints,
  },
  {
    name: 'random-kills',
    strikes: 'SIGKILL and SIGSTOP of any process every 0.5 to 3 s',
    quick: true,
    seconds: { quick: 60, full: 200 },
    strike: soak,
  },
  {
    name: 'zombies',
    strikes: 'one replica of each service paused beyond its leases and the ack wait, then resumed',
    seconds: { quick: 60, full: 90 },
    strike: zombies,
  },
  {
    name: 'two-relays',
    strikes: 'a replica of each service paused beyond the lease of the relay, then resumed, in turns',
    seconds: { quick: 40, full: 60 },
    strike: twoRelays,
  },
  {
    name: 'scaling',
    strikes: 'replicas 2 to 4 to 1 to 4 and a rolling restart, all by SIGTERM, under load',
    seconds: { quick: 200, full: 400 },
    strike: scaling,
  },
];
