import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type ErrorKind, type FieldProblem, invalid } from '#contracts';
import { isDatabaseDown } from '#database';
import { BY_CODE, BY_KIND } from './explanations.js';

/** An error as RFC 9457 shows it; `detail` is French, for the person, `code` stable, for the program. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  /** Trace id of the W3C trace context. */
  trace_id: string;
  correlation_id: string;
  /** What is wrong with which field. */
  fields?: FieldProblem[];
  /** Facts of the case, e.g. `{"asked": 12, "available": 10}`. */
  facts?: Record<string, unknown>;
}

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'rate-limited': 429,
  unavailable: 503,
  internal: 500,
};

/** Codes whose HTTP status says more than their kind's. */
const STATUS_OF_CODE: Record<string, number> = {
  BODY_TOO_LARGE: 413,
  MEDIA_TYPE_UNKNOWN: 415,
  IDEMPOTENCY_KEY_REUSED: 422,
  VERSION_MISMATCH: 412,
  LENGTH_REQUIRED: 411,
  MEDIA_TOO_LARGE: 413,
  MEDIA_TYPE_REFUSED: 415,
  MEDIA_CONTENT_MISMATCH: 415,
  RANGE_NOT_SATISFIABLE: 416,
  REQUEST_TOO_SLOW: 408,
  HEADERS_TOO_LARGE: 431,
};

const TITLE: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  408: 'Request Timeout',
  409: 'Conflict',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Seconds after which trying again makes sense, where it does. */
const RETRY_AFTER: Record<string, string> = {
  unavailable: '2',
  'rate-limited': '5',
  IDEMPOTENCY_IN_FLIGHT: '1',
  MEDIA_NOT_READY: '2',
};

const usualWait = ({ code, kind }: DomainError) => RETRY_AFTER[code] ?? RETRY_AFTER[kind];

/** Fastify's own refusals in our words; any other error is ours alone and tells nothing. */
export function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (isDatabaseDown(error)) return new DomainError('DATABASE_UNAVAILABLE', 'unavailable');
  const { code, statusCode } = (error ?? {}) as { code?: string; statusCode?: number; getStatus?: () => number };
  if (statusCode === 413) return new DomainError('BODY_TOO_LARGE', 'invalid');
  if (statusCode === 415) return new DomainError('MEDIA_TYPE_UNKNOWN', 'invalid');
  if (code?.startsWith('FST_ERR_CTP') || error instanceof SyntaxError) return new DomainError('BODY_NOT_JSON', 'invalid');
  if (statusCode === 404 || isNestNotFound(error)) return new DomainError('ROUTE_NOT_FOUND', 'not-found');
  if (statusCode && statusCode >= 400 && statusCode < 500) return invalid('the request is malformed', []);
  return new DomainError('INTERNAL', 'internal');
}

const isNestNotFound = (error: unknown) =>
  typeof (error as { getStatus?: unknown } | undefined)?.getStatus === 'function' &&
  (error as { getStatus: () => number }).getStatus() === 404;

/** HTTP status of an error: its kind's, save for a few codes. */
export const statusOf = ({ code, kind }: DomainError): number => STATUS_OF_CODE[code] ?? STATUS[kind];

/** The answer to a request that failed. */
export function problemOf(error: DomainError, chain: FastifyRequest['chain']): Problem {
  const status = statusOf(error);
  const { fields, facts } = publicFacts(error);
  return {
    type: `urn:fluxasync:problem:${error.code.toLowerCase().replaceAll('_', '-')}`,
    title: TITLE[status] ?? 'Error',
    status,
    code: error.code,
    detail: BY_CODE[error.code] ?? BY_KIND[error.kind],
    trace_id: chain.traceparent?.split('-')[1] ?? '',
    correlation_id: chain.correlationId,
    ...(fields?.length ? { fields } : {}),
    ...(facts ? { facts } : {}),
  };
}

/** What the caller may know: of a failure of ours nothing, of a service that is down its name. */
function publicFacts({ kind, facts }: DomainError): { fields?: FieldProblem[]; facts?: Record<string, unknown> } {
  if (kind === 'internal') return {};
  if (kind === 'unavailable') return facts.service ? { facts: { service: facts.service } } : {};
  const { fields, message: _message, ...rest } = facts;
  return {
    fields: Array.isArray(fields) ? (fields as FieldProblem[]) : undefined,
    ...(Object.keys(rest).length > 0 ? { facts: rest } : {}),
  };
}

/** Sends an error as problem+json. */
export function sendProblem(error: DomainError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { retryAfterSeconds } = error.facts;
  const retryAfter = typeof retryAfterSeconds === 'number' ? Math.max(1, Math.ceil(retryAfterSeconds)) : usualWait(error);
  if (retryAfter) void reply.header('retry-after', retryAfter);
  if (error.kind === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  // As bytes: Fastify would add a charset to a text, and this media type has none.
  return reply
    .code(statusOf(error))
    .header('content-type', 'application/problem+json')
    .send(Buffer.from(JSON.stringify(problemOf(error, request.chain))));
}
