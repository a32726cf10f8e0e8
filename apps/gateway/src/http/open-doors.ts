import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import type { ArgumentsHost } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { LOGGER } from '#service';
import { ApiDoor } from '../api/api-door.js';
import type { GatewayEnv } from '../gateway.env.js';
import { mountDocs } from '../openapi/docs-door.js';
import { StreamDoor } from '../live/stream-door.js';
import { MediaDoor } from '../media/media-door.js';
import { GmailDoor } from '../webhooks/gmail-door.js';
import { WhatsAppDoor } from '../webhooks/whatsapp-door.js';
import { limitBodies } from './body-patience.js';
import { beginChain, beginChains } from './chain.js';
import { refuseMalformed } from './malformed.js';
import { measureRequests } from './metrics.js';
import { asDomainError, sendProblem } from './problem.js';
import { endSilentConnections } from './silent-connections.js';

/** A body that is not a file must be here within so many ms. */
const BODY_MS = 30_000;

type Fail = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** The HTTP server's own limits, and whose word on the caller's address it takes. */
export const serverOptions = ({ trustedProxies }: Pick<GatewayEnv, 'trustedProxies'>) => ({
  trustProxy: trustedProxies ?? false,
  bodyLimit: 1024 * 1024,
  // Of files; other bodies have less time (limitBodies).
  requestTimeout: 660_000,
  http: { headersTimeout: 30_000, requestTimeout: 660_000 },
  keepAliveTimeout: 65_000,
  routerOptions: { maxParamLength: 200 },
  clientErrorHandler: refuseMalformed,
  // An address that cannot be decoded never reaches a route or hook.
  frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    beginChain(request, reply);
    void sendProblem(asDomainError(error), request, reply);
  },
});

/** Opens the webhooks and the API on the HTTP server, with what holds for both: chains, security headers, CORS, and errors as problem+json. */
export async function openDoors(app: NestFastifyApplication, env: GatewayEnv): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const fail = failWith(app.get<Logger>(LOGGER));
  beginChains(fastify);
  limitBodies(fastify, BODY_MS);
  measureRequests(fastify);
  endSilentConnections(fastify);
  await app.register(helmet as never);
  // Bodies that come compressed are not taken: a small one can hide a large one.
  await app.register(compress as never, { threshold: 1024, globalDecompression: false } as never);
  app.enableCors({
    origin: env.corsOrigins ?? false,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'Last-Event-ID',
      'Range',
      'If-Range',
      'X-Request-Id',
    ],
    exposedHeaders: [
      'Content-Disposition',
      'Content-Range',
      'ETag',
      'Idempotent-Replayed',
      'RateLimit-Limit',
      'RateLimit-Policy',
      'RateLimit-Remaining',
      'RateLimit-Reset',
      'Retry-After',
      'X-Request-Id',
    ],
    maxAge: 600,
  });
  // What meets no route ends in Nest's own handler.
  app.useGlobalFilters({
    catch: (error: unknown, host: ArgumentsHost) => {
      const http = host.switchToHttp();
      return fail(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
    },
  });
  void fastify.register((scope, _options, done) => {
    scope.setErrorHandler(fail);
    // Signatures hold for the bytes as they came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    app.get(WhatsAppDoor).mount(scope);
    app.get(GmailDoor).mount(scope);
    done();
  });
  void fastify.register((scope, _options, done) => {
    scope.setErrorHandler(fail);
    scope.removeAllContentTypeParsers();
    const parseJson = scope.getDefaultJsonParser('error', 'error');
    scope.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, parsed) => {
      // Many clients declare JSON on requests without a body.
      if (body === '') parsed(null, undefined);
      else void parseJson(request, body, parsed);
    });
    app.get(ApiDoor).mount(scope);
    app.get(StreamDoor).mount(scope);
    app.get(MediaDoor).mount(scope);
    mountDocs(scope);
    done();
  });
}

/** Answers an error as problem+json; what is a fault of ours is logged with its stack, which nobody outside sees. */
const failWith =
  (logger: Logger): Fail =>
  (error, request, reply) => {
    const known = asDomainError(error);
    const facts = { code: known.code, method: request.method, route: request.routeOptions?.url };
    const { correlationId } = request.chain;
    if (known.kind === 'internal')
      logger.error(
        { event: 'http.failed', correlationId, ...facts, error: (error as Error | undefined)?.stack ?? String(error) },
        'request failed',
      );
    else if (known.kind === 'unavailable') logger.warn({ event: 'http.unavailable', correlationId, ...facts }, 'request put off');
    return sendProblem(known, request, reply);
  };
