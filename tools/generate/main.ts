import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { asyncApiDocument } from './asyncapi.js';
import { envExample, variablesTable } from './env-example.js';
import { eventsPage } from './events-page.js';
import { manifests } from './manifests.js';
import { metricsTable } from './metrics-table.js';
import { natsServerConf } from './nats-authorization.js';
import { openApiFaults, openApiFiles } from './openapi.js';
import { services } from './services.js';

const ROOT = join(import.meta.dirname, '../../..');
const check = process.argv.includes('--check');

/** Replaces what stands between `<!-- generated:<name> -->` and `<!-- /generated -->`. */
function within(page: string, name: string, content: string): string {
  const [start, end] = [`<!-- generated:${name} -->`, '<!-- /generated -->'];
  const from = page.indexOf(start);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`docs/operations.md lacks the marks for ${name}`);
  return `${page.slice(0, from + start.length)}\n${content}\n${page.slice(to)}`;
}

const envs = services.map((s) => ({ name: s.manifest.service, env: s.env }));
const operations = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
const openApi = await openApiFiles();
const files: Record<string, string> = {
  'docs/events.md': eventsPage(manifests),
  'docs/asyncapi.yaml': asyncApiDocument(ROOT, manifests),
  'docs/openapi.json': openApi.document,
  'libs/api-client/src/generated.ts': openApi.types,
  '.env.example': envExample(envs),
  'deploy/nats/nats-server.conf': natsServerConf(manifests),
  'docs/operations.md': within(within(operations, 'variables', variablesTable(envs)), 'metrics', await metricsTable()),
};

const { diagnostics } = await new Parser().parse(files['docs/asyncapi.yaml']!);
const faults = diagnostics.filter((d) => d.severity <= 1).map((d) => `docs/asyncapi.yaml ${d.path.join('.')}: ${d.message}`);
faults.push(...(await openApiFaults(openApi.document)));
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}

const stale = Object.entries(files).filter(
  ([path, content]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== content,
);
if (check && stale.length) {
  console.error(
    `these files are not what the code says; run npm run generate:\n${stale.map(([path]) => `  ${path}`).join('\n')}`,
  );
  process.exit(1);
}
for (const [path, content] of stale) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), content);
  console.log(`wrote ${path}`);
}
if (check)
  console.log(
    `${Object.keys(files).length} generated files are up to date; the AsyncAPI document is valid, the OpenAPI document without a warning`,
  );
// The parser and the telemetry libraries leave timers behind.
process.exit(0);
