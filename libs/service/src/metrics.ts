import { collectDefaultMetrics, Counter, Histogram } from 'prom-client';

// Node looks at its event loop ten times a second; a hundred times, which is what the library asks for, was a fifth of what the platform took at rest.
collectDefaultMetrics({ eventLoopMonitoringPrecision: 100 });

const seconds = new Histogram({
  name: 'fluxasync_third_party_seconds',
  help: 'Calls to WhatsApp, Gmail and Gemini, by outcome',
  labelNames: ['provider', 'kind', 'outcome'] as const,
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
});

const errors = new Counter({
  name: 'fluxasync_third_party_errors_total',
  help: 'Failed calls, by error code',
  labelNames: ['provider', 'kind', 'code'] as const,
});

/** A call to a third party, as its client reports it. */
export interface ProviderCall {
  provider: string;
  kind: string;
  ok: boolean;
  code?: string | number;
  latencyMs: number;
}

/** Counts a call to a third party; given to every provider client as its observer. */
export function observeProviderCall({ provider, kind, ok, code, latencyMs }: ProviderCall): void {
  seconds.observe({ provider, kind, outcome: ok ? 'ok' : 'error' }, latencyMs / 1_000);
  if (!ok) errors.inc({ provider, kind, code: String(code ?? 'unknown') });
}
