import { type JsonSchema, schemaOf } from '#contracts';
import { pathFields, type Route } from './route.js';

type Json = Record<string, unknown>;

const text = { type: 'string' };
const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'code', 'detail', 'trace_id', 'correlation_id'],
  properties: {
    type: { ...text, description: 'URN of the problem' },
    title: { ...text, description: 'Name of the HTTP status' },
    status: { type: 'integer' },
    code: { ...text, description: 'Stable code, for programs' },
    detail: { ...text, description: 'French, for people' },
    trace_id: { ...text, description: 'W3C trace id' },
    correlation_id: { ...text, description: 'The chain that the request belongs to' },
    fields: {
      type: 'array',
      items: { type: 'object', required: ['field', 'problem'], properties: { field: text, problem: text } },
    },
    facts: { type: 'object', description: 'Facts of the case' },
  },
};

/** The API as an OpenAPI 3.1 document, made from the same table as the routes themselves. */
export function openApiDocument(routes: Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  }
  const shapes = routes
    .flatMap((route) => [route.answers, ...(hasBody(route) ? [route.question] : [])])
    .filter((s) => s !== undefined);
  return {
    openapi: '3.1.0',
    info: {
      title: 'FluxAsync',
      version: '1.0.0',
      description: 'Sell over WhatsApp: conversations, orders, deliveries, mails and figures of one seller.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: {
        ...Object.fromEntries(shapes.map((shape) => [shape.name, schemaOf(shape)])),
        ...Object.fromEntries(routes.filter(hasBody).map((route) => [bodyName(route), bodySchema(route)])),
        Problem: PROBLEM,
      },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      responses: {
        Problem: {
          description: 'It did not work',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

const hasBody = (route: Route) => route.method !== 'GET' && Object.keys(bodyProperties(route)).length > 0;

const bodyName = ({ question }: Route) => question.name;

function operationOf(route: Route): Json {
  return {
    operationId: route.question.name.replace(/^./, (first) => first.toLowerCase()),
    summary: route.says,
    tags: [route.tag],
    security: route.access === 'public' ? [] : [{ bearer: [] }],
    parameters: parametersOf(route),
    ...(hasBody(route) ? { requestBody: { required: true, content: json(bodyName(route)) } } : {}),
    responses: {
      [route.status]: {
        description: 'Done',
        ...(route.answers && route.status !== 204 ? { content: json(route.answers.name) } : {}),
      },
      ...Object.fromEntries(problemsOf(route).map((status) => [status, { $ref: '#/components/responses/Problem' }])),
    },
  };
}

const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });

/** Statuses an operation may fail with. */
const problemsOf = ({ access, method, path, idempotent }: Route) => [
  400,
  ...(access === 'seller' || path.startsWith('/v1/sessions') ? [401] : []),
  ...(path.includes(':') ? [404] : []),
  ...(method === 'GET' ? [] : [409]),
  ...(idempotent ? [422] : []),
  503,
];

function parametersOf(route: Route): Json[] {
  const schema = schemaOf(route.question, true);
  const required = schema.required as string[];
  const inPath = pathFields(route);
  const inQuery = route.method === 'GET' ? Object.keys(properties(schema)).filter((name) => !inPath.includes(name)) : [];
  const parameter = (place: string) => (name: string) => {
    const { description, ...rest } = properties(schema)[name]!;
    return { name, in: place, description, required: required.includes(name), schema: rest };
  };
  return [
    ...inPath.map(parameter('path')),
    ...inQuery.map(parameter('query')),
    ...(route.idempotent
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description:
              'Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours',
            required: false,
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
        ]
      : []),
  ];
}

const properties = (schema: JsonSchema) => schema.properties as Record<string, JsonSchema>;

function bodyProperties(route: Route): Record<string, JsonSchema> {
  const inPath = pathFields(route);
  return Object.fromEntries(
    Object.entries(properties(schemaOf(route.question, true))).filter(([name]) => !inPath.includes(name)),
  );
}

/** The question without what stands in the address. */
function bodySchema(route: Route): JsonSchema {
  const schema = schemaOf(route.question, true);
  const left = bodyProperties(route);
  return { ...schema, properties: left, required: (schema.required as string[]).filter((name) => name in left) };
}
