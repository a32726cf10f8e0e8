import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ListConversations, ListMessages } from '#contracts';
import { type BenchCustomer, seatCustomers } from './customers.js';
import { cpuBetween, isPlatforms, readCpu } from './cpu.js';
import { Poster, webhookOf } from './load.js';
import type { Bar, Row, RowWishes } from './row.js';
import { FAR, PAGE, pagesOfList, timed } from './pages.js';
import { openShops } from './shops.js';
import { Stage } from './stage.js';
import { figure } from './statistics.js';

const PACE = 30;
/** Messages of the conversation whose pages are turned. */
const LONG = PAGE * (FAR + 20);

interface Point {
  readonly stored: number;
  readonly sellers: number;
  readonly replicas: number;
  /** CPU of everything but the driver, ms a message, without what is spent at rest. */
  readonly cpuPerMessage: number;
  /** The same with what is spent at rest meanwhile. */
  readonly withRest: number;
  readonly firstP95: number;
  readonly farP95: number;
}

export const growthRow: Row = {
  name: 'growth',
  title: 'Growth',
  says: `What a message costs (received, answered, sent, counted; CPU of services and servers), and how fast the first and the ${FAR}th page of a list are, with more messages stored, more sellers and more replicas.`,
  async run(wishes) {
    const sizes = wishes.quick ? [LONG, 2 * LONG] : [10_000, 100_000, 1_000_000];
    const sellers = wishes.quick ? [1, 20] : [1, 100, 1_000];
    const usual = sellers[1]!;
    const [least] = sizes;
    const replicas = wishes.quick ? [1, 2] : [1, 2, 4];
    const points: Point[] = [];
    points.push(...(await grow(wishes, usual, 1, sizes)));
    for (const count of sellers.filter((n) => n !== usual)) points.push(...(await grow(wishes, count, 1, [least!])));
    for (const count of replicas.slice(1)) points.push(...(await grow(wishes, usual, count, [least!])));
    const flat = (what: string, along: (point: Point) => boolean): Bar => {
      const costs = points.filter(along).map(({ cpuPerMessage }) => cpuPerMessage);
      const spread = Math.max(...costs) / Math.min(...costs) - 1;
      return {
        what: `cost of a message, ${what}`,
        wanted: 'flat within 15 %',
        got: `${(spread * 100).toFixed(0)} %`,
        met: spread <= 0.15,
      };
    };
    const slowest = Math.max(...points.flatMap(({ firstP95, farP95 }) => [firstP95, farP95]));
    return {
      table: [
        [
          'messages stored',
          'sellers',
          'replicas',
          'CPU ms a message',
          `with rest, at ${PACE}/s`,
          'first page p95, ms',
          `page ${FAR} p95, ms`,
        ],
        ...points.map((p) => [
          p.stored.toLocaleString('en-US'),
          String(p.sellers),
          String(p.replicas),
          figure(p.cpuPerMessage),
          figure(p.withRest),
          figure(p.firstP95),
          figure(p.farP95),
        ]),
      ],
      facts: { points },
      bars: [
        flat('whatever is stored', (p) => p.replicas === 1 && p.sellers === usual),
        flat('however many sellers', (p) => p.replicas === 1 && p.stored === least),
        flat('however many replicas', (p) => p.sellers === usual && p.stored === least),
        { what: 'any page, p95', wanted: '< 50 ms', got: `${figure(slowest)} ms`, met: slowest < 50 },
      ],
    };
  },
};

/** Grows one platform through these sizes. */
async function grow(
  { root, quick, say, chance }: RowWishes,
  sellers: number,
  replicas: number,
  sizes: readonly number[],
): Promise<Point[]> {
  const each = {
    gateway: replicas,
    conversations: replicas,
    analytics: replicas,
    notifications: replicas,
    orders: 1,
    deliveries: 1,
  };
  const stage = await Stage.open({ root, replicas: each });
  const poster = new Poster(stage, 32);
  try {
    const shops = await openShops(stage, sellers);
    const seats = await seatCustomers(stage, shops, Math.max(2, Math.ceil(1_500 / sellers)));
    const customers = chance.shuffled(seats);
    const points: Point[] = [];
    let stored = 0;
    for (const size of sizes) {
      await store(stage, seats, stored, size - stored);
      stored = size;
      await stage.rig.sql('vacuum analyze');
      const cost = await costOfMessage(stage, poster, customers, quick ? 3 : 15);
      const pages = await pagesOf(stage, seats[0]!);
      points.push({ stored: size, sellers, replicas, ...cost, ...pages });
      say(
        `${size} stored, ${sellers} sellers, ${replicas} replicas: ${figure(cost.cpuPerMessage)} ms a message (${figure(cost.withRest)} with rest), pages ${figure(pages.firstP95)} and ${figure(pages.farP95)} ms`,
      );
    }
    return points;
  } finally {
    await poster.close();
    await stage.close();
  }
}

/** So many messages more, as rows: the first {@link LONG} in one conversation, the others over all customers. */
async function store(stage: Stage, seats: readonly BenchCustomer[], before: number, count: number): Promise<void> {
  const long = before === 0 ? LONG : 0;
  const write = (conversations: readonly BenchCustomer[], many: number) =>
    stage.rig.sql(
      `insert into conversations.messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, date_creation, type_message, phone_number_id, wamid, statut_message)
       select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || right(replace(gen_random_uuid()::text, '-', ''), 19))::uuid, c.conversation, c.vendeur,
              'Bonjour, vous avez la Air Max en 42 ?', 'entrant', at, 'text', c.numero, 'wamid.' || gen_random_uuid(), 'recu'
       from generate_series(1, $1) n
       join lateral (select now() - n * interval '3 seconds' - interval '1 day' as at) t on true
       join unnest($2::int[], $3::uuid[], $4::uuid[], $5::text[]) c(place, conversation, vendeur, numero) on c.place = n % $6`,
      [
        many,
        conversations.map((_, i) => i),
        conversations.map(({ conversationId }) => conversationId),
        conversations.map(({ shop }) => shop.sellerId),
        conversations.map(({ shop }) => shop.phoneNumberId),
        conversations.length,
      ],
    );
  if (long > 0) await write(seats.slice(0, 1), long);
  await write(seats, count - long);
}

async function costOfMessage(
  stage: Stage,
  poster: Poster,
  customers: BenchCustomer[],
  seconds: number,
): Promise<Pick<Point, 'cpuPerMessage' | 'withRest'>> {
  const write = async (lasting: number) => {
    await poster.pace(PACE, lasting, () => {
      const customer = customers.shift()!;
      customers.push(customer);
      return webhookOf(stage, customer, 'Bonjour, vous avez la Air Max en 42 ?', `wamid.${randomUUID()}`);
    });
    await stage.settled();
  };
  await write(3);
  const rest = await cpuDuring(stage, () => sleep(seconds * 1_000));
  const busy = await cpuDuring(stage, () => write(seconds));
  const messages = PACE * seconds;
  const atRest = (rest.cpuMs / rest.ms) * busy.ms;
  return { cpuPerMessage: (busy.cpuMs - atRest) / messages, withRest: busy.cpuMs / messages };
}

/** What services and servers used meanwhile, and how long it took, in ms. */
async function cpuDuring(stage: Stage, work: () => Promise<unknown>): Promise<{ cpuMs: number; ms: number }> {
  const [before, began] = [await readCpu(stage), performance.now()];
  await work();
  const ms = performance.now() - began;
  const used = cpuBetween(before, await readCpu(stage)).filter(isPlatforms);
  return { cpuMs: used.reduce((sum, [, spent]) => sum + spent, 0) * 1_000, ms };
}

/** P95 of the first page and of one far down, of the messages of the long conversation; and of the first of the seller's conversations. */
async function pagesOf(stage: Stage, { shop, conversationId }: BenchCustomer): Promise<{ firstP95: number; farP95: number }> {
  const messages = await pagesOfList((page) => stage.ask(ListMessages, { conversationId, ...page }, shop.sellerId));
  const conversations = await timed(() => stage.ask(ListConversations, { limit: PAGE }, shop.sellerId));
  return { firstP95: Math.max(messages.firstP95, conversations), farP95: messages.farP95 };
}
