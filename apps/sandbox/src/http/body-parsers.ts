import type { FastifyInstance } from 'fastify';
import { GeminiError } from '../gemini/gemini-error.js';
import { GoogleError } from '../gmail/google-error.js';
import { GraphError } from '../whatsapp/graph-error.js';

const MB = 1024 * 1024;

/**
 * The bodies that come in: JSON (empty is allowed, some clients declare it on calls without a body), forms, and multipart kept
 * as bytes. Malformed JSON is refused in the words of the API that was called.
 */
export function registerBodyParsers(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 25 * MB }, (request, body, done) => {
    if (body === '') return done(null, undefined);
    try {
      return done(null, JSON.parse(body as string));
    } catch {
      return done(malformed(request.url), undefined);
    }
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
  fastify.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit: 110 * MB }, (_request, body, done) => {
    done(null, body);
  });
}

function malformed(url: string): Error {
  if (/^\/v1(beta)?\//.test(url)) return new GeminiError(400, 'Invalid JSON payload received.');
  if (url.startsWith('/gmail/')) return new GoogleError('invalid', 'Parse Error');
  if (/^\/v\d+\.0\//.test(url)) return new GraphError(100, 'The request body is not valid JSON.');
  return Object.assign(new Error('the body is not valid JSON'), { statusCode: 400 });
}
