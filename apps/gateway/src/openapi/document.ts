import { readFileSync } from 'node:fs';
import { eventSpec, PUBLIC_EVENTS } from '#contracts';
import type { Route } from '../api/route.js';
import { BY_CODE } from '../http/explanations.js';
import { Components } from './components.js';
import { HEADERS } from './headers.js';
import { mediaPaths } from './media.js';
import { operationOf } from './operation.js';
import { PROBLEM, problemResponses } from './problems.js';
import { streamPath } from './stream.js';
import { TAGS } from './tags.js';
import { anyEvent, webhookOf } from './webhook.js';

type Json = Record<string, unknown>;

const GUIDE = readFileSync(new URL('guide.markdown', import.meta.url), 'utf8');

/** The API as an OpenAPI 3.1 document, made from the same table as the routes themselves. */
export function openApiDocument(routes: Route[]): Json {
  // What the contract leaves open (facts of any event), the document can say by type.
  const components = new Components({ ApiEventView: 'ApiEvent' });
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route, components);
  }
  paths['/v1/stream'] = streamPath();
  Object.assign(paths, mediaPaths(components));
  const webhooks = Object.fromEntries(
    PUBLIC_EVENTS.map((contract) => [eventSpec(contract).subject, webhookOf(contract, components)]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'FluxAsync API',
      version: '1.0.0',
      summary: 'Sell over WhatsApp: conversations, orders, deliveries, mails and figures of one shop.',
      description: `${GUIDE}\n${errorCodes()}`,
      license: { name: 'All rights reserved', identifier: 'LicenseRef-FluxAsync' },
    },
    servers: [{ url: '/', description: 'The gateway that serves this document' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    webhooks,
    components: {
      schemas: { ...components.all(), ApiEvent: anyEvent(), Problem: PROBLEM },
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of a person who signed in (`POST /v1/sessions`); good for 10 minutes.',
        },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'flux_…',
          description: 'Key of a program (`POST /v1/api-keys`), in the same header; the roles listed are scopes it must have.',
        },
      },
      headers: HEADERS,
      responses: problemResponses(),
    },
  };
}

/** Every code that an error may carry, with what it says to people. */
function errorCodes(): string {
  const rows = Object.entries(BY_CODE)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, words]) => `| \`${code}\` | ${words} |`);
  return `## Error codes\n\n| code | detail |\n| --- | --- |\n${rows.join('\n')}\n`;
}
