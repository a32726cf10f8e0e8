import { DomainError, type ErrorKind, type JsonSchema } from '#contracts';
import type { Route } from '../api/route.js';
import { problemOf } from '../http/problem.js';

type Json = Record<string, unknown>;

const text = { type: 'string' };

/** RFC 9457, as every error is told. */
export const PROBLEM: JsonSchema = {
  title: 'Problem',
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'code', 'detail', 'trace_id', 'correlation_id'],
  properties: {
    type: { ...text, description: 'URN of the problem' },
    title: { ...text, description: 'Name of the HTTP status' },
    status: { type: 'integer', description: 'HTTP status' },
    code: { ...text, description: 'Stable code, for programs' },
    detail: { ...text, description: 'French, for people' },
    trace_id: { ...text, description: 'W3C trace id' },
    correlation_id: { ...text, description: 'The chain that the request belongs to' },
    fields: {
      type: 'array',
      description: 'What is wrong with which field',
      items: {
        type: 'object',
        required: ['field', 'problem'],
        properties: {
          field: { ...text, description: 'Path of the field, e.g. `lines.0.quantity`' },
          problem: { ...text, description: 'What is wrong with it' },
        },
      },
    },
    facts: { type: 'object', description: 'Facts of the case, e.g. `{"asked": 12, "available": 10}`' },
  },
};

interface Case {
  name: string;
  means: string;
  /** An error of this kind, for the example. */
  sample: [code: string, kind: ErrorKind, facts?: Record<string, unknown>];
  concerns: (route: Route) => boolean;
}

const signedIn = (route: Route) => route.access === 'seller';
const writes = ({ method }: Route) => method !== 'GET';

/** What may go wrong, by status; each operation names those that concern it. */
const CASES: Record<number, Case> = {
  400: {
    name: 'Invalid',
    means: 'A field, parameter or header is not what it should be; `fields` names it',
    sample: ['VALIDATION_FAILED', 'invalid', { fields: [{ field: 'limit', problem: 'must be <= 100' }] }],
    concerns: () => true,
  },
  401: {
    name: 'Unauthenticated',
    means: 'No token or key, or one that is not good (any more)',
    sample: ['TOKEN_EXPIRED', 'unauthenticated'],
    concerns: (route) => signedIn(route) || route.path.includes('session') || route.path.includes('password'),
  },
  403: {
    name: 'Forbidden',
    means: 'Not with this role or this key',
    sample: ['ROLE_FORBIDS', 'forbidden'],
    concerns: signedIn,
  },
  404: {
    name: 'NotFound',
    means: 'It is not there, or not yours',
    sample: ['ORDER_NOT_FOUND', 'not-found', { what: 'order', id: '0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b' }],
    concerns: (route) => signedIn(route) && (route.path.includes(':') || writes(route)),
  },
  409: {
    name: 'Conflict',
    means:
      'Not as things stand; `facts` says how they stand. With code IDEMPOTENCY_IN_FLIGHT: the same request is being done, see Retry-After',
    sample: ['OUT_OF_STOCK', 'conflict', { asked: 12, available: 10 }],
    concerns: writes,
  },
  412: {
    name: 'VersionMismatch',
    means: 'It has changed since the version that If-Match names; read it again',
    sample: ['VERSION_MISMATCH', 'conflict', { asked: 3, actual: 4 }],
    concerns: ({ edits }) => edits,
  },
  413: {
    name: 'TooLarge',
    means: 'The body is larger than is taken',
    sample: ['BODY_TOO_LARGE', 'invalid'],
    concerns: writes,
  },
  415: {
    name: 'MediaTypeUnknown',
    means: 'The body is not application/json',
    sample: ['MEDIA_TYPE_UNKNOWN', 'invalid'],
    concerns: writes,
  },
  422: {
    name: 'KeyReused',
    means: 'The Idempotency-Key was used for another request',
    sample: ['IDEMPOTENCY_KEY_REUSED', 'conflict'],
    concerns: ({ idempotent }) => idempotent,
  },
  429: {
    name: 'RateLimited',
    means: 'Too many requests; see Retry-After',
    sample: ['RATE_LIMITED', 'rate-limited', { retryAfterSeconds: 3 }],
    concerns: () => true,
  },
  503: {
    name: 'Unavailable',
    means: 'The part of the platform that answers this is not there at the moment, within 2 s; the rest works. See Retry-After',
    sample: ['SERVICE_UNAVAILABLE', 'unavailable', { service: 'orders' }],
    concerns: () => true,
  },
};

const CHAIN = {
  correlationId: '6f1c1f5e-demande-1',
  actor: 'system' as const,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

/** The answers that errors give, for the document's components. */
export function problemResponses(): Record<string, Json> {
  const retry = {
    'Retry-After': { description: 'Seconds to wait before trying again', schema: { type: 'integer' }, example: 2 },
  };
  return Object.fromEntries(
    Object.entries(CASES).map(([status, { name, means, sample }]) => [
      name,
      {
        description: means,
        ...(['409', '429', '503'].includes(status) ? { headers: retry } : {}),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            example: problemOf(new DomainError(...sample), CHAIN),
          },
        },
      },
    ]),
  );
}

/** The errors an operation may answer with, by status. */
export const problemsOf = (route: Route): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(CASES)
      .filter(([, { concerns }]) => concerns(route))
      .map(([status, { name }]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
