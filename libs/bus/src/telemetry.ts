import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { CallContext } from './context.js';

const tracer = () => trace.getTracer('fluxasync');

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
