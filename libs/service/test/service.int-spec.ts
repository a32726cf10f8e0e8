import { context, propagation, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { fact, OrderAgreedV1, OrderRejectedV1 } from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { compiled, eventually, Replica, startWorld, type World } from '#testing';
import { probeService } from '../../bus/test/probe.js';

const agreement = () => ({
  agreementId: newId(),
  conversationId: newId(),
  prospectId: newId(),
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  lines: [{ productId: newId(), quantity: 1 }],
  deliveryAddress: 'Cocody',
  deliveryPhone: '+2250598765432',
});

describe('a service', () => {
  let world: World;
  let service: RunningService;
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${service.healthPort}${path}`);
    return { status: response.status, body: await response.text() };
  };

  beforeAll(async () => {
    world = await startWorld();
    service = await world.start(probeService);
  }, 60_000);
  afterAll(() => world?.stop());

  it('is ready after a round trip to database and stream, and says so when one is away', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect(await get('/health/ready')).toMatchObject({ status: 200 });
    world.nats.pause();
    try {
      const { status, body } = await get('/health/ready');
      expect(status).toBe(503);
      expect(body).toContain('not ready');
      expect((await get('/health/live')).status).toBe(200);
    } finally {
      world.nats.resume();
    }
    await eventually(async () => expect((await get('/health/ready')).status).toBe(200), { withinMs: 30_000 });
  });

  it('measures events in and out, batches, latency, lag, outbox and dead letters', async () => {
    const agreed = agreement();
    await world.publish(fact(OrderAgreedV1, agreed, { sellerId: newId(), key: agreed.conversationId, version: 1 }));
    await world.heard(OrderRejectedV1, (e) => e.agreementId === agreed.agreementId, 30_000);
    await eventually(async () => {
      const { body } = await get('/metrics');
      expect(body).toMatch(/fluxasync_events_in_total\{subject="order.agreed",outcome="done"\} [1-9]/);
      expect(body).toMatch(/fluxasync_events_out_total\{subject="order.rejected"\} [1-9]/);
      expect(body).toMatch(/fluxasync_consumer_lag\{consumer="orders__order_agreed"\} 0/);
      expect(body).toMatch(/fluxasync_outbox_depth 0/);
      expect(body).toMatch(/fluxasync_dead_letters 0/);
      expect(body).toMatch(/fluxasync_handler_seconds_count\{consumer="orders__order_agreed"\} [1-9]/);
    });
  });

  it('continues the trace of an event into what it publishes', async () => {
    const spans = new InMemorySpanExporter();
    const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
    provider.register();
    try {
      const agreed = agreement();
      const traceId = '0af7651916cd43dd8448eb211c80319c';
      await world.publish(
        fact(OrderAgreedV1, agreed, { sellerId: newId(), key: agreed.conversationId, version: 1 }),
        newId(),
        'chain-1',
        `00-${traceId}-b7ad6b7169203331-01`,
      );
      const { meta } = await world.heard(OrderRejectedV1, (e) => e.agreementId === agreed.agreementId);
      expect(meta.correlationId).toBe('chain-1');
      expect(meta.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
      const span = spans.getFinishedSpans().find((s) => s.name === 'order.agreed');
      expect(span?.spanContext().traceId).toBe(traceId);
      expect(meta.traceparent).toContain(span!.spanContext().spanId);
    } finally {
      await provider.shutdown();
      trace.disable();
      propagation.disable();
      context.disable();
    }
  });

  it('answers an unknown field, a missing seller and its own failure with one kind of error each', async () => {
    const { ListOrders } = await import('#contracts');
    await expect(world.ask(ListOrders, { bogus: 1 } as never, newId())).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      kind: 'invalid',
      facts: { fields: [{ field: 'bogus', problem: 'is not known' }] },
    });
    await expect(world.ask(ListOrders, {})).rejects.toMatchObject({ kind: 'unauthenticated' });
  });

  it('says at once that nobody answers for a service that is not running', async () => {
    const { GetSeller } = await import('#contracts');
    const start = Date.now();
    await expect(world.ask(GetSeller, {}, newId())).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      kind: 'unavailable',
      facts: { reason: 'no replica is running' },
    });
    expect(Date.now() - start).toBeLessThan(5_000);
  });

  describe('as a process', () => {
    let main: string;
    beforeAll(() => {
      main = compiled('libs/bus/test/probe-main.ts');
    });

    it('ends with one clear message when its environment is not complete', async () => {
      const replica = await Replica.start(main, { DATABASE_URL: 'mysql://x', LOG_LEVEL: 'info' }, { awaitReady: false });
      expect(await replica.ended).toBe(1);
      expect(replica.log).toContain('DATABASE_URL must be an address that begins with postgres://');
      expect(replica.log).toContain('NATS_URL is missing');
      await replica.dispose();
    });

    it('stops with exit code 0 at SIGTERM, and logs no telephone number, name of a secret or message text', async () => {
      const replica = await Replica.start(main, {
        DATABASE_URL: world.urlFor('orders'),
        NATS_URL: world.nats.url,
        LOG_LEVEL: 'debug',
      });
      const poison = { ...agreement(), deliveryAddress: 'POISON' };
      await world.publish(fact(OrderAgreedV1, poison, { sellerId: newId(), key: poison.conversationId, version: 1 }));
      expect(await replica.stop()).toBe(0);
      expect(replica.log).not.toMatch(/\+225|0598765432|test-only/);
      await replica.dispose();
    });
  });
});
