import { type JsonSchema, schemaOf } from '#contracts';
import { pathFields, type Route } from '../api/route.js';
import type { Components } from './components.js';
import { exampleOf } from './examples.js';
import { COMMON_HEADERS, header } from './headers.js';
import { problemsOf } from './problems.js';

type Json = Record<string, unknown>;

/** One operation, made from its route and contracts. */
export function operationOf(route: Route, components: Components): Json {
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
    responses: { [route.status]: successOf(route, components), ...(isKept(route) ? UNCHANGED : {}), ...problemsOf(route) },
  };
}

/** A summary is short: the first clause of what the contract says. */
export const titleOf = (says: string) => says.split(/[.;:]/, 1)[0]!.trim();

const listed = (name: string, items: unknown[]) => (items.length > 0 ? { [name]: items } : {});

function whoMay(route: Route): string {
  if (route.access === 'public')
    return `No token is needed.${route.method === 'POST' ? ' Takes no Idempotency-Key: one that is sent changes nothing.' : ''}`;
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

const CSV = "Jour;Messages reçus;Commandes créées;Chiffre d'affaires (FCFA);E-mails traités\r\n2026-11-23;42;7;315000;3\r\n";

function parametersOf(route: Route): Json[] {
  const schema = schemaOf(route.question, true);
  const required = schema.required as string[];
  const inPath = pathFields(route);
  const inQuery = route.method === 'GET' ? Object.keys(properties(schema)).filter((name) => !inPath.includes(name)) : [];
  const parameter = (place: string) => (name: string) => {
    const { description, ...rest } = properties(schema)[name]!;
    const example = exampleOf(rest, route.question.name, name);
    // Pages that let one try an operation fill `example` in; what may be left out is better left empty.
    return required.includes(name)
      ? { name, in: place, description, required: true, schema: rest, example }
      : { name, in: place, description, required: false, schema: { ...rest, examples: [example] } };
  };
  return [
    ...inPath.map(parameter('path')),
    ...inQuery.filter((name) => name !== 'ifVersion').map(parameter('query')),
    ...(isKept(route) ? [IF_NONE_MATCH] : []),
    ...(route.edits ? [IF_MATCH] : []),
    ...(route.idempotent ? [IDEMPOTENCY_KEY] : []),
  ];
}

/** Whoever kept an answer may ask whether it still holds. */
const isKept = ({ method, versioned }: Route) => method === 'GET' && versioned;

const UNCHANGED = { 304: { description: 'It has not changed since', headers: { ...COMMON_HEADERS, ETag: header('ETag') } } };

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  description: 'ETag of the answer that you kept; when nothing changed since, this one is 304 without a body',
  required: false,
  schema: { type: 'string', examples: ['"3-q0Zk1xLw"'] },
};

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  description: 'ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412',
  required: false,
  schema: { type: 'string', pattern: String.raw`^("[1-9][0-9]*(-[A-Za-z0-9_-]{8})?"|\*)$`, examples: ['"3-q0Zk1xLw"'] },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$', examples: ['5b0c2a52-commande-17'] },
};

const properties = (schema: JsonSchema) => (schema.properties ?? {}) as Record<string, JsonSchema>;

/** The question without what stands in the address or in If-Match; undefined when nothing is left. */
function bodyOf(route: Route): JsonSchema | undefined {
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
