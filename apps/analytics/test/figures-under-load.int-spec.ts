import { eventSpec, type Fact, type Received } from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, startWorld, type World } from '#testing';
import { analyticsService } from '../src/analytics.service-definition.js';
import { rebuildFigures } from '../src/index.js';
import { TakeEvents } from '../src/journal/take-events.js';
import { anOrder, mailAnalysed, messageReceived, registered, shuffled } from './a-busy-week.js';

const ZONES = ['Africa/Abidjan', 'Africa/Nairobi', 'America/Montreal', 'Pacific/Auckland'];

let world: World;
let replicas: RunningService[];

beforeAll(async () => {
  world = await startWorld();
  replicas = [];
  for (let i = 0; i < 3; i++) replicas.push(await world.start(analyticsService, { FIGURES_COALESCE_MS: '50' }));
}, 90_000);
afterAll(() => world.stop());

interface Reckoned {
  sellerId: string;
  zone: string;
  total: number;
  at: string;
  isCancelled: boolean;
}

/** What the facts say, reckoned without a database: orders and revenue by seller and day. */
function reckon(orders: Reckoned[]): Record<string, [number, number]> {
  const days: Record<string, [number, number]> = {};
  for (const { sellerId, zone, total, at, isCancelled } of orders) {
    const key = `${sellerId} ${new Date(at).toLocaleDateString('sv-SE', { timeZone: zone })}`;
    const [count, revenue] = days[key] ?? [0, 0];
    days[key] = [count + 1, revenue + (isCancelled ? 0 : total)];
  }
  return days;
}

it('the figures of many sellers are right to the franc while time zones change, orders are changed and cancelled and three replicas race', async () => {
  const { db } = replicas[0]!;
  const rows = <T>(sql: string) => db.asWorker(() => db.rows<T>(sql));
  const figures = async (columns: string) =>
    rows<Record<string, unknown>>(
      `select id_utilisateur, date_session::text as jour, ${columns} from sessions_analytiques order by 1, 2`,
    );
  const sellers = Array.from({ length: 30 }, (_, i) => ({ sellerId: newId(), zone: ZONES[i % ZONES.length]! }));
  const orders = sellers.flatMap(({ sellerId, zone }, s) =>
    Array.from({ length: 20 }, (_, n) => {
      const at = new Date(Date.UTC(2026, 10, 1 + (n % 4), (s * 7 + n * 5) % 24, 30)).toISOString();
      const total = 1_000 * (n + 1);
      // Every fourth was sold for another price, and changed twice since.
      const order = anOrder(sellerId, n % 4 === 0 ? 77 : total, at);
      const edits = n % 4 === 0 ? [order.edited(55, 2), order.edited(total, 3)] : [];
      return { sellerId, zone, total, at, isCancelled: n % 3 === 0, edits, ...order };
    }),
  );
  const facts: Fact[] = [
    ...orders.flatMap(({ isCancelled, confirmed, cancelled, edits }) => [
      confirmed,
      ...edits,
      ...(isCancelled ? [cancelled] : []),
    ]),
    ...sellers.flatMap(({ sellerId, zone }) => [registered(sellerId, 'Asia/Tokyo', 1), registered(sellerId, zone, 2)]),
    ...sellers.flatMap(({ sellerId }) => [messageReceived(sellerId), messageReceived(sellerId), mailAnalysed(sellerId)]),
  ];
  const identified = facts.map((one) => ({ one, id: newId() }));
  await Promise.all(shuffled([...identified, ...identified], 11).map(({ one, id }) => world.publish(one, id)));
  await eventually(
    async () => expect(await rows('select count(*)::int as n from journaux_systeme')).toEqual([{ n: identified.length }]),
    { withinMs: 30_000 },
  );

  const counted = await figures('commandes_creees as c, chiffre_affaires_genere::int as ca');
  const withOrders = counted.filter((row) => row['c'] !== 0);
  expect(
    Object.fromEntries(
      withOrders.map((row) => [`${String(row['id_utilisateur'])} ${String(row['jour'])}`, [row['c'], row['ca']]]),
    ),
  ).toEqual(reckon(orders));
  expect(await rows('select sum(messages_recus)::int as m, sum(emails_traites)::int as e from sessions_analytiques')).toEqual([
    { m: 60, e: 30 },
  ]);
  // Nothing was tried twice because two replicas got in each other's way, and nothing was set aside.
  expect(await rows('select * from dead_letter')).toEqual([]);

  const columns = 'messages_recus, commandes_creees, chiffre_affaires_genere, emails_traites';
  const before = await figures(columns);
  await rebuildFigures(db);
  expect(await figures(columns)).toEqual(before);
});

/** A fact as a handler gets it. */
const received = ({ contract, payload, sellerId, key, version }: Fact): Received => ({
  event: payload,
  meta: {
    id: newId(),
    subject: eventSpec(contract).subject,
    sellerId,
    key,
    version,
    actor: 'system',
    correlationId: newId(),
    occurredAt: new Date(),
  },
});

/** Two replicas take one event each; the second begins while the first has not committed. */
async function atTheSameMoment(first: Fact, second: Fact): Promise<void> {
  const [one, two] = replicas as [RunningService, RunningService];
  // The seller is known already: while his row is new, its insertion alone would make the second one wait.
  await one.db.asWorker(() => one.get(TakeEvents).take([received(messageReceived(first.sellerId!))]));
  let began: Promise<number> | undefined;
  await one.db.asWorker(async () => {
    await one.get(TakeEvents).take([received(first)]);
    began = two.db.asWorkerApart(() => two.get(TakeEvents).take([received(second)]));
    // The second one either waits for the first, or is done before it: both show within this time.
    await Promise.race([began, new Promise((resolve) => setTimeout(resolve, 300))]);
  });
  await began;
}

describe('two replicas at the same moment', () => {
  const sums = (sellerId: string) => {
    const { db } = replicas[0]!;
    return db.asWorker(() =>
      db.rows(
        `select date_session::text as jour, commandes_creees as c, chiffre_affaires_genere::int as ca from sessions_analytiques where id_utilisateur = $1 and commandes_creees > 0`,
        [sellerId],
      ),
    );
  };

  it('agree on an order that one hears confirmed and the other cancelled', async () => {
    for (const flip of [false, true]) {
      const sellerId = newId();
      const { confirmed, cancelled } = anOrder(sellerId, 45_000, '2026-11-20T10:00:00.000Z');
      await atTheSameMoment(...((flip ? [cancelled, confirmed] : [confirmed, cancelled]) as [Fact, Fact]));
      expect(await sums(sellerId)).toEqual([{ jour: '2026-11-20', c: 1, ca: 0 }]);
    }
  });

  it("agree on the day of an order when one learns the seller's time zone", async () => {
    for (const flip of [false, true]) {
      const sellerId = newId();
      const { confirmed } = anOrder(sellerId, 45_000, '2026-11-20T23:30:00.000Z');
      const profile = registered(sellerId, 'Africa/Nairobi');
      await atTheSameMoment(...((flip ? [profile, confirmed] : [confirmed, profile]) as [Fact, Fact]));
      expect(await sums(sellerId)).toEqual([{ jour: '2026-11-21', c: 1, ca: 45_000 }]);
    }
  });
});
