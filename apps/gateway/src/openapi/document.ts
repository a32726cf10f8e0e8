import { readFileSync } from 'node:fs';
import { type EventClass, eventSpec, type JsonSchema, PUBLIC_EVENTS, schemaOf } from '#contracts';
import { pathFields, type Route } from '../api/route.js';
import { BY_CODE } from '../http/explanations.js';
import { Components } from './components.js';
import { exampleOf } from './examples.js';
import { PROBLEM, problemResponses, problemsOf } from './problems.js';
import { streamPath } from './stream.js';
import { TAGS } from './tags.js';

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
  const webhooks = Object.fromEntries(
    PUBLIC_EVENTS.map((contract) => [eventSpec(contract).subject, webhookOf(contract, components)]),
  );
  const anyEvent = {
    title: 'ApiEvent',
    description: 'Something that happened in the shop; `type` says which of these it is.',
    oneOf: PUBLIC_EVENTS.map((contract) => ({ $ref: `#/components/schemas/${nameOf(contract)}Event` })),
    discriminator: {
      propertyName: 'type',
      mapping: Object.fromEntries(
        PUBLIC_EVENTS.map((contract) => [eventSpec(contract).subject, `#/components/schemas/${nameOf(contract)}Event`]),
      ),
    },
  };
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
      schemas: { ...components.all(), ApiEvent: anyEvent, Problem: PROBLEM },
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

const HEADERS: Record<string, Json> = {
  ETag: {
    description: 'Version of the thing, for If-Match and If-None-Match',
    schema: { type: 'string' },
    example: '"3"',
  },
  RateLimitLimit: { description: 'Requests a minute', schema: { type: 'integer' }, example: 600 },
  RateLimitRemaining: { description: 'How many are left', schema: { type: 'integer' }, example: 598 },
  RateLimitReset: { description: 'Seconds until all are there again', schema: { type: 'integer' }, example: 41 },
  RequestId: {
    description: "The request's id: yours when you sent X-Request-Id, else ours",
    schema: { type: 'string' },
    example: '6f1c1f5e-demande-1',
  },
  IdempotentReplayed: {
    description: '`true` when this is the first answer again, given under the same Idempotency-Key',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
};

const header = (name: string) => ({ $ref: `#/components/headers/${name}` });
const COMMON_HEADERS = {
  'X-Request-Id': header('RequestId'),
  'RateLimit-Limit': header('RateLimitLimit'),
  'RateLimit-Remaining': header('RateLimitRemaining'),
  'RateLimit-Reset': header('RateLimitReset'),
};

function operationOf(route: Route, components: Components): Json {
  const body = bodyOf(route);
  return {
    operationId: route.question.name.replace(/^./, (first) => first.toLowerCase()),
    summary: titleOf(route.says),
    description: [route.says, whoMay(route)].filter(Boolean).join('\n\n'),
    tags: [route.tag],
    security: securityOf(route),
    ...listed('parameters', parametersOf(route)),
    ...(body
      ? {
          requestBody: {
            required: (body.required as string[]).length > 0,
            content: { 'application/json': { schema: components.add(body, route.question.name), example: exampleOf(body) } },
          },
        }
      : {}),
    responses: { [route.status]: successOf(route, components), ...problemsOf(route) },
  };
}

/** A summary is short: the first clause of what the contract says. */
const titleOf = (says: string) => says.split(/[.;:]/, 1)[0]!.trim();

const listed = (name: string, items: unknown[]) => (items.length > 0 ? { [name]: items } : {});

function whoMay(route: Route): string {
  if (route.access === 'public') return 'No token is needed.';
  if (route.owner) return 'For owners only; not for agents or API keys.';
  return route.scope ? '' : 'For people who are signed in; not for API keys.';
}

function securityOf(route: Route): Json[] {
  if (route.access === 'public') return [];
  const scope = route.scope && `${route.scope}:${route.method === 'GET' ? 'read' : 'write'}`;
  return [{ accessToken: [] }, ...(scope ? [{ apiKey: [scope] }] : [])];
}

function successOf(route: Route, components: Components): Json {
  const headers = {
    ...COMMON_HEADERS,
    ...(route.versioned ? { ETag: header('ETag') } : {}),
    ...(route.idempotent ? { 'Idempotent-Replayed': header('IdempotentReplayed') } : {}),
  };
  if (route.produces)
    return { description: 'Done', headers, content: { [route.produces]: { schema: { type: 'string' }, example: CSV } } };
  if (!route.answers || route.status === 204) return { description: 'Done', headers };
  const schema = schemaOf(route.answers);
  return {
    description: 'Done',
    headers,
    content: { 'application/json': { schema: components.add(schema), example: exampleOf(schema) } },
  };
}

const CSV = 'jour;messages_recus;commandes_creees;chiffre_affaires_genere;emails_traites\n2026-11-23;42;7;315000;3\n';

function parametersOf(route: Route): Json[] {
  const schema = schemaOf(route.question, true);
  const required = schema.required as string[];
  const inPath = pathFields(route);
  const inQuery = route.method === 'GET' ? Object.keys(properties(schema)).filter((name) => !inPath.includes(name)) : [];
  const parameter = (place: string) => (name: string) => {
    const { description, ...rest } = properties(schema)[name]!;
    return {
      name,
      in: place,
      description,
      required: required.includes(name),
      schema: rest,
      example: exampleOf(rest, route.question.name, name),
    };
  };
  return [
    ...inPath.map(parameter('path')),
    ...inQuery.filter((name) => name !== 'ifVersion').map(parameter('query')),
    ...(route.edits ? [IF_MATCH] : []),
    ...(route.idempotent ? [IDEMPOTENCY_KEY] : []),
  ];
}

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  description: 'ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412',
  required: false,
  schema: { type: 'string', pattern: String.raw`^("[0-9]+"|\*)$` },
  example: '"3"',
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
  example: '5b0c2a52-commande-17',
};

const properties = (schema: JsonSchema) => (schema.properties ?? {}) as Record<string, JsonSchema>;

/** The question without what stands in the address or in If-Match; undefined when nothing is left. */
export function bodyOf(route: Route): JsonSchema | undefined {
  if (route.method === 'GET') return undefined;
  const schema = schemaOf(route.question, true);
  const elsewhere = [...pathFields(route), 'ifVersion'];
  const left = Object.entries(properties(schema)).filter(([name]) => !elsewhere.includes(name));
  if (left.length === 0) return undefined;
  return {
    ...schema,
    properties: Object.fromEntries(left),
    required: (schema.required as string[]).filter((name) => !elsewhere.includes(name)),
  };
}

/** `OrderConfirmedV1` is `OrderConfirmed` to the outside, as long as there is one version. */
const nameOf = (contract: EventClass) => contract.name.replace(/V1$/, '');

function webhookOf(contract: EventClass, components: Components): Json {
  const { subject, says } = eventSpec(contract);
  const data = components.add({ ...schemaOf(contract), title: nameOf(contract) });
  const event: JsonSchema = {
    title: `${nameOf(contract)}Event`,
    description: says,
    type: 'object',
    required: ['id', 'type', 'occurredAt', 'data'],
    properties: {
      id: { type: 'string', format: 'uuid', description: 'The event; the same wherever and however often it is told' },
      type: { type: 'string', const: subject, description: 'What happened' },
      occurredAt: { type: 'string', format: 'date-time', description: 'When' },
      data,
    },
  };
  const example = {
    id: exampleOf({ type: 'string', format: 'uuid' }),
    type: subject,
    occurredAt: exampleOf({ type: 'string', format: 'date-time' }),
    data: exampleOf(schemaOf(contract)),
  };
  return {
    post: {
      operationId: `on${nameOf(contract)}`,
      summary: titleOf(says),
      description: `${says}\n\nPosted to webhook endpoints that subscribe to \`${subject}\`.`,
      tags: ['Webhooks'],
      security: [],
      parameters: SIGNATURE_HEADERS,
      requestBody: { required: true, content: { 'application/json': { schema: components.add(event), example } } },
      responses: {
        '2XX': { description: 'Taken; anything else, or nothing within 10 s, means that it is sent again' },
        '410': { description: 'Gone: the endpoint is disabled at once' },
        '4XX': { description: 'Not taken: it is sent again' },
      },
    },
  };
}

const SIGNATURE_HEADERS = [
  {
    name: 'webhook-id',
    in: 'header',
    required: true,
    description: 'The event; the same at every try, to recognise what was taken already',
    schema: { type: 'string' },
    example: '0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b',
  },
  {
    name: 'webhook-timestamp',
    in: 'header',
    required: true,
    description: 'When this try was made, in seconds since 1970; refuse what is older than 5 minutes',
    schema: { type: 'string', pattern: '^[0-9]+$' },
    example: '1795424700',
  },
  {
    name: 'webhook-signature',
    in: 'header',
    required: true,
    description: 'Signatures separated by spaces; one of them must be right',
    schema: { type: 'string' },
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  },
];

/** Every code that an error may carry, with what it says to people. */
function errorCodes(): string {
  const rows = Object.entries(BY_CODE)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, words]) => `| \`${code}\` | ${words} |`);
  return `## Error codes\n\n| code | detail |\n| --- | --- |\n${rows.join('\n')}\n`;
}
