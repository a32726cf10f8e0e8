import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectNats, consumerFor, ensureConsumer, ensureStream, managerOf } from '#bus';
import { eventSpec, OrderAgreedV1, SERVICES } from '#contracts';
import { type LocalNats, startNats } from '#testing';
import { manifests } from './manifests.js';
import { consumersOf, NATS_OPERATOR, natsAuthorization } from './nats-authorization.js';

const passwordOf = (user: string) => `password-of-${user}`;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const WAIT_MS = 2_000;
const [FEED_GREW] = manifests.find(({ service }) => service === 'gateway')!.signals as [string];

let server: LocalNats;
const connections: NatsConnection[] = [];

async function connectAs(user: string): Promise<NatsConnection> {
  const url = `nats://${user}:${passwordOf(user)}@127.0.0.1:${server.port}`;
  const connection = await connectNats({ url, name: user, logger: silent });
  connections.push(connection);
  return connection;
}

/** What the broker said against an operation; undefined when it let it pass. */
async function refusal(connection: NatsConnection, operation: () => unknown): Promise<string | undefined> {
  const said: string[] = [];
  const statuses = connection.status();
  const listening = (async () => {
    for await (const status of statuses) if (status.type === 'error') said.push(status.error.message);
  })();
  // A request that is refused never gets an answer; the broker's own words come beside it, and before the answer to a flush.
  await Promise.resolve(operation()).catch((error: unknown) => said.push(String(error)));
  await connection.flush();
  (statuses as unknown as { stop: () => void }).stop();
  await listening;
  return said.find((text) => /Permissions Violation/.test(text));
}

beforeAll(async () => {
  server = await startNats({ config: natsAuthorization(manifests, (user) => `"${passwordOf(user)}"`) });
  const operator = await connectAs(NATS_OPERATOR);
  const manager = await managerOf(operator);
  for (const service of SERVICES) await ensureStream(manager, service);
  for (const spec of manifests.flatMap(consumersOf)) await ensureConsumer(manager, spec);
});

afterAll(async () => {
  await Promise.all(connections.map((connection) => connection.close()));
  await server.stop();
});

describe('the broker lets a service', () => {
  it.each(manifests.map((manifest) => [manifest.service, manifest] as const))(
    '%s make its stream and its consumers anew after a lost store, and publish each of its events',
    async (service, manifest) => {
      const operator = await managerOf(await connectAs(NATS_OPERATOR));
      for (const { stream, durable } of consumersOf(manifest)) await operator.consumers.delete(stream, durable);
      const connection = await connectAs(service);
      const manager = await managerOf(connection);
      await ensureStream(manager, service);
      for (const spec of consumersOf(manifest)) await ensureConsumer(manager, spec);
      const js = jetstream(connection, { timeout: WAIT_MS });
      for (const { subject } of manifest.publishes.map(eventSpec)) await js.publish(subject, '{}');
    },
  );

  it('gateway tell its other replicas that there is something to show', async () => {
    const [one, other] = [await connectAs('gateway'), await connectAs('gateway')];
    const heard = new Promise((resolve) =>
      other.subscribe(FEED_GREW, { max: 1, callback: (_error, msg) => resolve(msg.string()) }),
    );
    await other.flush();
    one.publish(FEED_GREW, '["x"]');
    await expect(heard).resolves.toBe('["x"]');
  });
});

describe('the broker keeps a service from', () => {
  const own = consumerFor('orders', eventSpec(OrderAgreedV1));
  const stream = own.stream;
  let orders: NatsConnection;

  beforeAll(async () => {
    orders = await connectAs('orders');
  });

  const request = (subject: string, body: object = {}) => orders.request(subject, JSON.stringify(body), { timeout: WAIT_MS });
  const operations: [string, () => unknown][] = [
    [
      'publishing what another service publishes',
      () => jetstream(orders, { timeout: WAIT_MS }).publish('message.received', '{}'),
    ],
    ['publishing it past the stream', () => orders.publish('delivery.planned', '{}')],
    ['deleting the stream of another service', () => request(`$JS.API.STREAM.DELETE.${stream}`)],
    ['deleting its own stream', () => request('$JS.API.STREAM.DELETE.ORDERS')],
    ['purging its own stream', () => request('$JS.API.STREAM.PURGE.ORDERS')],
    ['looking at a stream that it does not read', () => request('$JS.API.STREAM.INFO.NOTIFICATIONS')],
    ['reading single messages of a stream', () => request(`$JS.API.STREAM.MSG.GET.${stream}`, { seq: 1 })],
    ['reading single messages of a stream that it does not read', () => request('$JS.API.DIRECT.GET.GATEWAY', { seq: 1 })],
    ['deleting a consumer of another service', () => request(`$JS.API.CONSUMER.DELETE.${stream}.analytics__every`)],
    [
      'pulling from a consumer of another service',
      () => request(`$JS.API.CONSUMER.MSG.NEXT.${stream}.analytics__every`, { batch: 1 }),
    ],
    ['acknowledging for another service', () => orders.publish(`$JS.ACK.${stream}.analytics__every.1.1.1.1.0`, '+ACK')],
    ['making another consumer', () => request(`$JS.API.CONSUMER.CREATE.${stream}.orders__spy`)],
    ['making its consumer without a filter', () => request(`$JS.API.CONSUMER.CREATE.${stream}.${own.durable}`)],
    ['making its consumer by the older request', () => request(`$JS.API.CONSUMER.DURABLE.CREATE.${stream}.${own.durable}`)],
    [
      'making its consumer with another filter',
      () => request(`$JS.API.CONSUMER.CREATE.${stream}.${own.durable}.message.received`),
    ],
    ['telling the replicas of another service anything', () => orders.publish(FEED_GREW, '[]')],
    ['hearing what they tell one another', () => orders.subscribe(FEED_GREW)],
    ['hearing everything', () => orders.subscribe('>')],
    ['hearing an event past its consumers', () => orders.subscribe('message.received')],
    ['hearing what is answered to another service', () => orders.subscribe('_ANSWERS_gateway.>')],
    ['hearing what another service pulls', () => orders.subscribe('_INBOX_gateway.>')],
    ['slipping another service something into what it pulls', () => orders.publish('_INBOX_gateway.x', '{}')],
    ['answering a service that never asks it', () => orders.publish('_ANSWERS_analytics.x.y', '{}')],
    ['answering for another service', () => orders.subscribe('ask.deliveries.couriers')],
    ['asking what its manifest does not list', () => request('ask.accounts.sign-in')],
  ];

  it.each(operations)('%s', async (_title, operation) => {
    expect(await refusal(orders, operation)).toMatch(/Permissions Violation/);
  });

  it('smuggling another filter into the request for its consumer', async () => {
    const config = { durable_name: own.durable, name: own.durable, ack_policy: 'explicit', filter_subject: 'message.received' };
    const answer = await request(`$JS.API.CONSUMER.CREATE.${stream}.${own.durable}.order.agreed`, {
      stream_name: stream,
      config,
    });
    expect(answer.json<{ error?: { description: string } }>().error?.description).toMatch(/did not match filtered subject/);
  });

  it('nothing that it may do: the check above can tell', async () => {
    const manager = await jetstreamManager(orders, { checkAPI: false });
    expect(await refusal(orders, () => manager.consumers.info(stream, own.durable))).toBeUndefined();
  });
});
