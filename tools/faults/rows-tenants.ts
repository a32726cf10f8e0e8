import type { RigShop } from '../rig/shops.js';
import { type Facts, quantile, type Row, sleep, type Stage } from './stage.js';

const USUAL = 1;
const TIMES = 100;
const AT_ONCE = 4;
/** Beside the noise the slowest answers to the other shop's customers may take so many times what they take in the calm on the same machine, and so much more. */
const SLOWER = 3;
const SPARE_MS = 1_000;

/** One seller has a hundred times the traffic of the other; the other's customers are still answered. */
async function noisyTenant(stage: Stage): Promise<Facts> {
  const { crowd, shops, quick, say } = stage;
  const [loud, still] = shops as readonly [RigShop, RigShop];
  const greetings = quick ? 16 : 48;
  const calm = await waits(stage, still, greetings);
  say(`calm: p50 ${round(calm, 0.5)} ms, p99 ${round(calm, 0.99)} ms`);
  let over = false;
  const noise = crowd.shout(loud, { customers: quick ? 60 : 120, perSecond: USUAL * TIMES }, () => !over);
  const began = Date.now();
  await sleep(2);
  const waited = Promise.all([waits(stage, still, greetings), waits(stage, loud, Math.ceil(greetings / 4))]);
  const [webhooks, [beside, own]] = await Promise.all([noise, waited.finally(() => (over = true))]);
  const bearable = SLOWER * quantile(calm, 0.99) + SPARE_MS;
  const slow = quantile(beside, 0.99);
  if (slow > bearable)
    stage.broken('I5', 'customers of the other shop wait because of the noise', [
      `p99 ${round(beside, 0.99)} ms, ${Math.round(bearable)} ms would be bearable; ${beside.filter((ms) => ms > bearable).length} of ${greetings} waited longer`,
    ]);
  return {
    'webhooks a second of the noisy shop': Math.round((webhooks * 1_000) / (Date.now() - began)),
    'replies of the other shop, p50 / p99 calm (ms)': `${round(calm, 0.5)} / ${round(calm, 0.99)}`,
    'beside the noise': `${round(beside, 0.5)} / ${round(beside, 0.99)}`,
    'of the noisy shop itself': `${round(own, 0.5)} / ${round(own, 0.99)}`,
  };
}

/** How long new customers of a shop wait for their first answer, in ms; whoever got none counts as waiting for ever. */
async function waits({ crowd }: Stage, shop: RigShop, many: number): Promise<number[]> {
  let begun = 0;
  const took: number[] = [];
  const line = async () => {
    while ((begun += 1) <= many) took.push((await crowd.greet(shop)).ms ?? Infinity);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return took;
}

const round = (list: readonly number[], share: number) => Math.round(quantile(list, share));

export const tenantRows: readonly Row[] = [
  {
    name: 'noisy-tenant',
    strikes: `one seller with ${TIMES} times the traffic of the other`,
    // Of both shops together: the noise comes on top of it.
    perSecond: USUAL * 2,
    strike: noisyTenant,
  },
];
