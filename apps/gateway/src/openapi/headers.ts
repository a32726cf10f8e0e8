/** Headers of answers, for the document's components. */
export const HEADERS: Record<string, Record<string, unknown>> = {
  ETag: {
    description: 'Version of the thing, for If-Match and If-None-Match',
    schema: { type: 'string' },
    example: '"3-q0Zk1xLw"',
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

/** Refers to one of them. */
export const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

/** Those of every answer. */
export const COMMON_HEADERS = {
  'X-Request-Id': header('RequestId'),
  'RateLimit-Limit': header('RateLimitLimit'),
  'RateLimit-Remaining': header('RateLimitRemaining'),
  'RateLimit-Reset': header('RateLimitReset'),
};
