import { addressOf } from '../rig/mailroom.js';
import type { RigShop } from '../rig/shops.js';
import { type Facts, type Row, sleep, type Stage, until } from './stage.js';

/** As the sandbox takes them, each for the next so many calls of every mailbox. A second 401 in a row would be the end of the consent, which comes last. */
const REFUSALS = [
  { mailError: '401', times: 1 },
  { mailError: '429', times: 4 },
  { mailError: '403-rate', times: 3 },
  { mailError: '500', times: 4 },
] as const;

/** Gmail refuses, limits, breaks, forgets its history, stands still, and takes the consent back, while mails arrive. */
async function gmailFaults(stage: Stage): Promise<Facts> {
  const { rig, shops, crowd, quick, say } = stage;
  const before = crowd.mailroom.arrived.size;
  const each = (fault: object) =>
    Promise.all(shops.map((shop) => rig.sandboxed('POST', 'faults', { email: addressOf(shop), ...fault })));
  const lasts = quick ? 3 : 6;
  // Several at once, so that one reading has more than one mail in hand when it is refused.
  const arrive = async () => {
    for (const shop of shops) for (let n = 0; n < 3; n += 1) await crowd.mailroom.arrive(shop);
  };
  for (const fault of REFUSALS) {
    await each(fault);
    await arrive();
    await sleep(lasts);
    // A mailbox that was told to wait rests for minutes; a seller who links it again is not kept waiting.
    for (const shop of shops) await crowd.mailroom.link(shop);
  }
  say(`${REFUSALS.length} kinds of refusals`);
  rig.sandbox.pause();
  await sleep(lasts);
  rig.sandbox.resume();
  say('Gmail stood still');
  await each({ forgetHistory: true });
  await arrive();
  await sleep(lasts);
  const reconnected = await consentWithdrawn(stage, each, arrive);
  return {
    'mails meanwhile': crowd.mailroom.arrived.size - before,
    refusals: REFUSALS.map(({ mailError }) => mailError).join(', '),
    'stood still for (s)': lasts,
    'histories forgotten': shops.length,
    'consents given again': reconnected,
  };
}

/** A consent is dead: the seller is told, gives it again, and nothing that came meanwhile is missing. */
async function consentWithdrawn(
  { rig, shops, crowd, broken }: Stage,
  each: (fault: object) => Promise<unknown>,
  arrive: () => Promise<void>,
): Promise<number> {
  const asleep = async () =>
    (await rig.sql<{ n: number }>("select count(*)::int as n from emails.boites where etat = 'reconnexion_requise'"))[0]!.n;
  // What was armed before and has not struck would come first.
  const disarm = (shop: RigShop) => rig.sandboxed('DELETE', `faults?email=${encodeURIComponent(addressOf(shop))}`);
  for (const shop of shops) await disarm(shop);
  await each({ mailError: 'invalid_grant' });
  await each({ mailError: '401' });
  await arrive();
  if (!(await until(async () => (await asleep()) === shops.length, 45)))
    broken('I6', 'a dead consent was not noticed', [`${await asleep()} of ${shops.length} mailboxes`]);
  // What did not strike by now would take the next consent back too.
  for (const shop of shops) {
    await disarm(shop);
    await crowd.mailroom.link(shop);
  }
  return shops.length;
}

export const gmailRows: readonly Row[] = [
  {
    name: 'gmail',
    strikes: 'Gmail answers 401, 429, 403 and 500, stands still, forgets its history, takes the consent back',
    needs: ['email-intelligence'],
    strike: gmailFaults,
  },
];
