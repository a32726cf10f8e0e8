import type { FastifyRequest } from 'fastify';
import { assertStrict, type FieldProblem, invalid, type JsonSchema, schemaOf } from '#contracts';
import { versionAsked } from './preconditions.js';
import { pathFields, type Route } from './route.js';

type Fields = Record<string, unknown>;

/**
 * The question of a request: its address, query and body in one object, checked against the route's contract. A GET takes its fields from the query, others
 * from the body; a field stands in one place only, and the version of an edit in If-Match.
 * @throws DomainError VALIDATION_FAILED naming each field
 */
export function questionOf(route: Route, request: Pick<FastifyRequest, 'params' | 'query' | 'body' | 'headers'>): object {
  const { params, query, body, headers } = request;
  const [inPath, inQuery] = [params as Fields, query as Fields];
  if (body !== undefined && (body === null || typeof body !== 'object' || Array.isArray(body)))
    throw invalid('the body is not an object', [{ field: '', problem: 'must be a JSON object' }]);
  const inBody = (body ?? {}) as Fields;
  const given = route.method === 'GET' ? coerced(inQuery, schemaOf(route.question)) : inBody;
  const strangers = Object.keys(route.method === 'GET' ? inBody : inQuery);
  const problems: FieldProblem[] = [
    ...strangers.map((field) => ({ field, problem: `is not known in the ${route.method === 'GET' ? 'body' : 'query'}` })),
    ...pathFields(route)
      .filter((field) => field in given)
      .map((field) => ({ field, problem: 'is given by the address' })),
  ];
  if (route.edits && 'ifVersion' in given)
    problems.push({ field: 'ifVersion', problem: 'is not known: it is the If-Match header' });
  if (problems.length > 0) throw invalid('a field stands in the wrong place', problems);
  const ifVersion = versionAsked(route, headers['if-match']);
  const question = assertStrict(route.question, { ...given, ...inPath, ...(ifVersion === undefined ? {} : { ifVersion }) });
  const unkept = unkeptIn(question);
  if (unkept.length > 0)
    throw invalid(
      'a text cannot be kept',
      unkept.map((field) => ({ field, problem: 'must not hold NUL or half a character' })),
    );
  return question;
}

/** Fields whose text PostgreSQL would refuse: NUL, or half of a surrogate pair. */
function unkeptIn(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [field] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => unkeptIn(inner, field ? `${field}.${name}` : name));
}

/** Query values are text: those that the contract wants as numbers or yes/no become so; what does not convert is left for the check to refuse. */
function coerced(query: Fields, schema: JsonSchema): Fields {
  const properties = schema.properties as Record<string, { type?: string } | undefined>;
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, coerce(value, properties[name]?.type)]));
}

function coerce(value: unknown, type: string | undefined): unknown {
  if (typeof value !== 'string') return value;
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
