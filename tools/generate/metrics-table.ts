import { register } from 'prom-client';

/** The table of our own metrics for docs/operations.md (Node's standard ones come beside them). */
export async function metricsTable(): Promise<string> {
  const metrics = (await register.getMetricsAsJSON())
    .filter((m) => m.name.startsWith('fluxasync_'))
    .sort((a, b) => a.name.localeCompare(b.name));
  return [
    '| metric | kind | meaning |',
    '| --- | --- | --- |',
    ...metrics.map((m) => `| \`${m.name}\` | ${String(m.type)} | ${m.help} |`),
  ].join('\n');
}
