import { context, propagation, ProxyTracerProvider, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Received } from '#contracts';
import type { CallContext } from './context.js';

const NAME = 'fluxasync';
const tracer = () => trace.getTracer(NAME);

/** Whether somebody takes spans; else none are made. */
function somebodyListens(): boolean {
  const provider = trace.getTracerProvider();
  return !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer(NAME) !== undefined;
}

/**
 * Runs `work` in a span that continues the chain's trace; what it publishes carries the span on. Without an OpenTelemetry SDK the chain's traceparent passes
 * through as it is and nothing is recorded.
 */
export async function traced<T>(
  name: string,
  kind: 'consumer' | 'server' | 'client' | 'internal',
  chain: CallContext,
  attributes: Record<string, string>,
  work: (chain: CallContext) => Promise<T>,
): Promise<T> {
  if (!somebodyListens()) return work(chain);
  const parent = chain.traceparent ? propagation.extract(context.active(), { traceparent: chain.traceparent }) : context.active();
  const span = tracer().startSpan(name, { kind: SpanKind[kind.toUpperCase() as 'CONSUMER'], attributes }, parent);
  if (!span.isRecording()) return work(chain).finally(() => span.end());
  const active = trace.setSpan(parent, span);
  const carrier: { traceparent?: string } = {};
  propagation.inject(active, carrier);
  try {
    return await context.with(active, () => work({ ...chain, traceparent: carrier.traceparent ?? chain.traceparent }));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
    throw error;
  } finally {
    span.end();
  }
}

/**
 * Runs `work` on a batch with one span for each event, each continuing its own event's trace: what the batch publishes because of an event (`outbox.addCaused`) carries
 * that event's span on. Without an SDK the events pass through as they are.
 */
export async function tracedBatch(events: Received[], work: (events: Received[]) => Promise<void>): Promise<void> {
  if (!somebodyListens()) return work(events);
  const spans = events.map(({ meta }) => {
    const parent = meta.traceparent ? propagation.extract(context.active(), { traceparent: meta.traceparent }) : context.active();
    const attributes = { 'messaging.message.id': meta.id, 'messaging.batch.message_count': events.length };
    const span = tracer().startSpan(meta.subject, { kind: SpanKind.CONSUMER, attributes }, parent);
    const carrier: { traceparent?: string } = {};
    if (span.isRecording()) propagation.inject(trace.setSpan(parent, span), carrier);
    return { span, traceparent: carrier.traceparent };
  });
  if (!spans.some(({ traceparent }) => traceparent)) return work(events);
  try {
    await work(
      events.map((received, i) => ({
        ...received,
        meta: { ...received.meta, traceparent: spans[i]!.traceparent ?? received.meta.traceparent },
      })),
    );
  } catch (error) {
    for (const { span } of spans) span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
    throw error;
  } finally {
    for (const { span } of spans) span.end();
  }
}
