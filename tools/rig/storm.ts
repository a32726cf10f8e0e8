import { setTimeout as pause } from 'node:timers/promises';
import type { Rig } from './rig.js';
import type { RigShop } from './shops.js';
import { postsOf, type StormPlan } from './storm-plan.js';

/** Something done to the platform once so many webhooks are through. */
export interface Strike {
  readonly after: number;
  readonly act: () => Promise<unknown>;
}

export interface StormPace {
  /** Webhooks posted at the same time. */
  readonly atOnce: number;
  /** Webhooks in a second at most. */
  readonly perSecond: number;
}

/** Every customer opens the talk from his telephone, so that the shop may answer him for 24 hours. @returns the ids of these messages */
export async function openTalks(rig: Rig, plan: StormPlan, shops: readonly RigShop[]): Promise<string[]> {
  const messages = plan.customers.map(({ waId, name, seller }, n) => ({
    from: waId,
    name,
    toPhoneNumberId: shops[seller]!.number.phoneNumberId,
    text: 'Bonjour',
    wamid: `wamid.${Buffer.from(`storm ${plan.size.seed} opening ${n}`).toString('base64')}`,
  }));
  await rig.sandboxed('POST', 'inbound/many', { messages });
  return messages.map(({ wamid }) => wamid);
}

/**
 * Plays a storm to its last acknowledged webhook. Troubles of sends are armed and strikes done as it goes by.
 * @throws what a strike threw
 */
export async function playStorm(
  rig: Rig,
  plan: StormPlan,
  shops: readonly RigShop[],
  strikes: readonly Strike[],
  { atOnce, perSecond }: StormPace,
): Promise<void> {
  const arm = plan.troubles.map(({ after, customer, fault }) => ({
    after,
    act: () => {
      const { seller, waId } = plan.customers[customer]!;
      return rig.sandboxed('POST', 'faults', { phoneNumberId: shops[seller]!.number.phoneNumberId, to: waId, ...fault });
    },
  }));
  const due = [...arm, ...strikes].sort((a, b) => a.after - b.after);
  const done: Promise<unknown>[] = [];
  const strike = (through: number) => {
    while (due[0] && due[0].after <= through) done.push(due.shift()!.act());
  };
  const began = Date.now();
  const posts = paced(
    postsOf(
      plan,
      shops.map(({ number }) => number),
      began,
    ),
    began,
    perSecond,
  );
  strike(0);
  let through = 0;
  const line = async () => {
    for (let next = await posts.next(); !next.done; next = await posts.next()) {
      await rig.edge.deliver(next.value);
      strike((through += 1));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  await Promise.all(done);
}

/** Gives them out no faster than so many in a second. */
async function* paced<T>(all: Iterable<T>, began: number, perSecond: number): AsyncGenerator<T> {
  let given = 0;
  for (const one of all) {
    const ahead = began + (given * 1_000) / perSecond - Date.now();
    if (ahead > 5) await pause(ahead);
    given += 1;
    yield one;
  }
}
