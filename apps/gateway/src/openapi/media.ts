import { DomainError, type ErrorKind, MEDIA_TYPES, MediaView, schemaOf } from '#contracts';
import { problemOf } from '../http/problem.js';
import type { Components } from './components.js';
import { exampleOf } from './examples.js';
import { COMMON_HEADERS } from './headers.js';

type Json = Record<string, unknown>;

const response = (name: string) => ({ $ref: `#/components/responses/${name}` });
const ID = '0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b';
const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const BYTES = { schema: { type: 'string', format: 'binary' }, example: '…' };
const CHAIN = {
  correlationId: '6f1c1f5e-demande-1',
  actor: 'system' as const,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

/** The two operations on files, which are no questions with an answer in JSON and so stand beside the route table. */
export const mediaPaths = (components: Components): Record<string, Json> => ({
  '/v1/media': { post: upload(components) },
  '/v1/media/{mediaId}': { get: download() },
});

const upload = (components: Components): Json => {
  const view = schemaOf(MediaView);
  return {
    operationId: 'uploadMedia',
    summary: 'Puts a file here, to be sent to a customer',
    description:
      'The body is the file itself, with its own `Content-Type` and its `Content-Length`. Types and sizes are those of WhatsApp: photos (JPEG, PNG) up to 5 MB, audio and video up to 16 MB, documents up to 100 MB, stickers (WebP) up to 500 KB. The first bytes must be those of the type. A file that is not sent is removed after 30 days. Takes no Idempotency-Key: when the answer is lost, put the file here again.',
    tags: ['Conversations'],
    security: [{ accessToken: [] }, { apiKey: ['conversations:write'] }],
    parameters: [
      {
        name: 'fileName',
        in: 'query',
        required: false,
        description: 'Name that the customer sees of a document',
        schema: { type: 'string', minLength: 1, maxLength: 300 },
        example: 'Facture CMD-20261123-000001.pdf',
      },
    ],
    requestBody: {
      required: true,
      description: 'The file',
      content: Object.fromEntries(Object.keys(MEDIA_TYPES).map((type) => [type, BYTES])),
    },
    responses: {
      '201': {
        description: 'It is here',
        headers: {
          ...COMMON_HEADERS,
          Location: { description: 'Where it can be read', schema: { type: 'string' }, example: `/v1/media/${ID}` },
        },
        content: { 'application/json': { schema: components.add(view), example: exampleOf(view) } },
      },
      '400': response('Invalid'),
      '401': response('Unauthenticated'),
      '403': response('Forbidden'),
      '409': response('Conflict'),
      '411': problem('The request does not say how long the file is (Content-Length)', 'LENGTH_REQUIRED', 'invalid'),
      '413': problem('WhatsApp takes no file of this type that is so large', 'MEDIA_TOO_LARGE', 'invalid', {
        bytes: 6_000_000,
        limit: 5_242_880,
      }),
      '415': problem('WhatsApp takes no file of this type, or the file is of another', 'MEDIA_TYPE_REFUSED', 'invalid', {
        mimeType: 'text/html',
      }),
      '429': response('RateLimited'),
      '503': response('Unavailable'),
    },
  };
};

const download = (): Json => ({
  operationId: 'downloadMedia',
  summary: 'A file that a customer sent, or that the shop put here',
  description:
    'The file itself. Photos, audio and video can be shown; everything else is a file to save. `MediaView.state` says whether it can be had: MEDIA_NOT_READY (409) while it is being fetched from WhatsApp, MEDIA_FAILED (404) when it cannot be had. Its content never changes: keep it by its ETag.',
  tags: ['Conversations'],
  security: [{ accessToken: [] }, { apiKey: ['conversations:read'] }],
  parameters: [
    {
      name: 'mediaId',
      in: 'path',
      required: true,
      description: 'The file',
      schema: { type: 'string', format: 'uuid' },
      example: ID,
    },
    {
      name: 'Range',
      in: 'header',
      required: false,
      description: 'One part of the file; asked for several, all of it is sent',
      schema: { type: 'string', maxLength: 100 },
      example: 'bytes=0-1023',
    },
    {
      name: 'If-None-Match',
      in: 'header',
      required: false,
      description: 'ETag of what you have',
      schema: { type: 'string', maxLength: 1_000 },
      example: `"${DIGEST}"`,
    },
  ],
  responses: {
    '200': { description: 'The file', headers: fileHeaders(), content: contents() },
    '206': {
      description: 'The part that was asked for',
      headers: {
        ...fileHeaders(),
        'Content-Range': {
          description: 'Which part of how many bytes',
          schema: { type: 'string' },
          example: 'bytes 0-1023/48213',
        },
      },
      content: contents(),
    },
    '304': { description: 'You have it', headers: COMMON_HEADERS },
    '400': response('Invalid'),
    '401': response('Unauthenticated'),
    '403': response('Forbidden'),
    '404': response('NotFound'),
    '409': problem('It is still being fetched from WhatsApp; see Retry-After', 'MEDIA_NOT_READY', 'conflict', { mediaId: ID }),
    '416': problem('The file has no such part', 'RANGE_NOT_SATISFIABLE', 'invalid', { size: 48_213 }),
    '429': response('RateLimited'),
    '503': response('Unavailable'),
  },
});

const contents = () =>
  Object.fromEntries(
    ['image/*', 'audio/*', 'video/*', 'application/pdf', 'application/octet-stream'].map((type) => [type, BYTES]),
  );

const fileHeaders = () => ({
  ...COMMON_HEADERS,
  ETag: { description: 'SHA-256 of the file', schema: { type: 'string' }, example: `"${DIGEST}"` },
  'Content-Disposition': {
    description: '`inline` for what can be shown, `attachment` for everything else, with its name',
    schema: { type: 'string' },
    example: `attachment; filename="Recu.pdf"; filename*=UTF-8''Re%C3%A7u.pdf`,
  },
  'Accept-Ranges': { description: 'Parts can be asked for', schema: { type: 'string' }, example: 'bytes' },
});

const problem = (description: string, code: string, kind: ErrorKind, facts?: Record<string, unknown>): Json => ({
  description,
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: problemOf(new DomainError(code, kind, facts), CHAIN),
    },
  },
});
