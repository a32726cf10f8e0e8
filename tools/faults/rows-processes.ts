import type { ServiceName } from '#contracts';
import { anyOf, type Facts, firstEffect, type Row, running, sleep, type Stage } from './stage.js';

/** Kills and pauses at random. */
async function soak(stage: Stage): Promise<Facts> {
  const { rig, chance, quick } = stage;
  let kills = 0;
  let pauses = 0;
  const paused: Promise<unknown>[] = [];
  for (const end = Date.now() + (quick ? 10_000 : 40_000); Date.now() < end;) {
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
  for (let round = 0; round < (quick ? 2 : 3); round += 1) {
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
  slowest = Math.max(slowest, ...(await Promise.all(gone.map((member) => member.stop()))));
  await sleep(quick ? 2 : 6);
  for (const member of gone) await member.start();
  await Promise.all(gone.map((member) => member.ready()));
  // One replica of each service at a time, as a deployment replaces them: the others are there meanwhile.
  const replaced = quick ? services : running(rig);
  for (let n = 0; replaced.some((service) => rig.of(service)[n]); n += 1) {
    const turn = replaced.flatMap((service) => rig.of(service)[n] ?? []);
    slowest = Math.max(slowest, ...(await Promise.all(turn.map((member) => member.stop()))));
    for (const member of turn) await member.start();
    await Promise.all(turn.map((member) => member.ready()));
  }
  const refused = Object.entries(rig.edge.answers)
    .filter(([status]) => status.startsWith('5'))
    .reduce((sum, [status, n]) => sum + n - (before[status] ?? 0), 0);
  return { replicas: '2 → 4 → 1 → 4', 'slowest stop (ms)': slowest, '5xx to webhooks': refused };
}

export const processRows: readonly Row[] = [
  {
    name: 'random-kills',
    strikes: 'SIGKILL and SIGSTOP of any process every 0.5 to 3 s',
    quick: true,
    strike: soak,
  },
  {
    name: 'zombies',
    strikes: 'one replica of each service paused beyond its leases and the ack wait, then resumed',
    strike: zombies,
  },
  {
    name: 'two-relays',
    strikes: 'a replica of each service paused beyond the lease of the relay, then resumed, in turns',
    strike: twoRelays,
  },
  {
    name: 'scaling',
    strikes: 'replicas 2 to 4 to 1 to 4 and a rolling restart, all by SIGTERM, under load',
    strike: scaling,
  },
];
