import { answer } from '#api-client';
import type { ServiceName } from '#contracts';
import { BOUNDARIES } from './boundaries.js';
import { type Facts, type Row, running, sleep, type Stage, until } from './stage.js';

/** Of these services a few boundaries are struck in the everyday run. */
const CORE: readonly ServiceName[] = ['gateway', 'conversations', 'orders'];
const CORE_POINTS = 2;
/** They exist only where mails are read. */
const ABOUT_MAIL = /^gmail_/;

/** Each service dies at each of its boundaries, one after the other, the services at the same time. */
async function failpoints(stage: Stage): Promise<Facts> {
  const { rig, chance, quick, say } = stage;
  const mails = rig.of('email-intelligence').length > 0;
  const plan = (quick ? CORE : running(rig)).map((service) => {
    const points = chance.shuffled(BOUNDARIES[service].filter((point) => mails || !ABOUT_MAIL.test(point)));
    return { service, points: quick ? points.slice(0, CORE_POINTS) : points };
  });
  const wanted = plan.reduce((sum, { points }) => sum + points.length, 0);
  const reached: string[] = [];
  const missed: string[] = [];
  let over = false;
  const keptBusy = accountsBusy(stage, () => over);
  await Promise.all(
    plan.map(async ({ service, points }) => {
      for (const point of points) {
        const died = await diesAt(stage, service, point);
        (died ? reached : missed).push(`${service} ${point}`);
        say(
          `${reached.length + missed.length} of ${wanted} boundaries: ${service} ${died ? 'died at' : 'did not reach'} ${point}`,
        );
      }
    }),
  );
  over = true;
  await keptBusy;
  if (!quick && missed.length > 0) stage.broken('I8', 'boundaries that were not reached', missed);
  return { boundaries: `${reached.length} of ${wanted}`, 'not reached': missed.join(', ') || 'none' };
}

/** One replica dies there and is started again; where the others leave it nothing to do, once more without them. */
async function diesAt({ rig, chance }: Stage, service: ServiceName, point: string): Promise<boolean> {
  const [victim, ...others] = chance.shuffled(rig.of(service));
  for (const alone of others.length > 0 ? [false, true] : [true]) {
    await victim!.stop();
    // Only one relay of a service publishes at a time: the others let go, so that the armed one takes over.
    const away = alone || point.startsWith('relay') ? others : [];
    await Promise.all(away.map((other) => other.stop()));
    const deaths = victim!.deaths;
    await victim!.start({ FLUX_FAILPOINT: `${point}:kill:${alone ? 1 : chance.between(1, 3)}` });
    const dead = () => victim!.deaths > deaths;
    await until(async () => dead() || (await victim!.isReady()), 40);
    const died = await until(dead, alone ? 20 : 6);
    await Promise.all(away.map((other) => other.start()));
    // Whoever did not pass there in time is not left armed.
    if (!died) await victim!.stop().then(() => victim!.start());
    await Promise.all([victim!, ...away].map((member) => member.ready()));
    if (died) return true;
  }
  return false;
}

/** Sellers change their pickup address now and then, for accounts would have nothing to tell otherwise. */
async function accountsBusy({ shops }: Stage, over: () => boolean): Promise<void> {
  for (let n = 1; !over(); n += 1) {
    const body = { pickupAddress: `Abobo, Magasin ${n}` };
    await answer(shops[n % shops.length]!.flux.api.PATCH('/v1/seller', { body })).catch(() => undefined);
    await sleep(1);
  }
}

export const failpointRows: readonly Row[] = [
  {
    name: 'failpoints',
    strikes: 'SIGKILL at each boundary of a commit, a call or an acknowledgement',
    quick: true,
    strike: failpoints,
  },
];
