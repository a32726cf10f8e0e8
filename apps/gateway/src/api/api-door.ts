import { Inject, Injectable } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Attempt, inContext, Requests, traced } from '#bus';
import { type Caller, DomainError } from '#contracts';
import { NATS } from '#service';
import { openApiDocument } from '../openapi/document.js';
import { sendAnswer } from './answer.js';
import { Once } from './once.js';
import { questionOf } from './question.js';
import type { Ask, Route } from './route.js';
import { apiRoutes } from './routes.js';
import { Visitors } from './visitors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who was let in. */
    visitor: Caller;
  }
}

/** A service that does not answer must cost the caller less than 2 s, however many are asked. */
const ASKS_MS = 1_500;
/** What the broker carries holds the headers too. */
const HEADER_BYTES = 4_096;

/** The API under /v1: finds out who asks, checks what is asked, asks the owner, answers. */
@Injectable()
export class ApiDoor {
  constructor(
    private readonly visitors: Visitors,
    private readonly once: Once,
    private readonly requests: Requests,
    @Inject(NATS) private readonly nats: NatsConnection,
  ) {}

  mount(scope: FastifyInstance): void {
    // Written once, when it is first asked for: most replicas never are.
    let document: Buffer | undefined;
    scope.get('/v1/openapi.json', (_request, reply) => {
      document ??= Buffer.from(JSON.stringify(openApiDocument(apiRoutes)));
      return reply.type('application/json; charset=utf-8').send(document);
    });
    scope.decorateRequest('visitor', null as never);
    for (const route of apiRoutes)
      scope.route({
        method: route.method,
        url: route.path,
        // Before the body is read: strangers send none, and every answer says what is left.
        onRequest: async (request, reply) => {
          // What a shop's page shows is for its reader alone.
          void reply.header('cache-control', 'no-store');
          request.visitor = await this.visitors.letIn(route, request, reply);
        },
        handler: (request, reply) => this.serve(route, request, reply),
      });
  }

  private async serve(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const deadline = performance.now() + ASKS_MS;
    const { visitor } = request;
    return traced(`${route.method} ${route.path}`, 'server', visitor, {}, async (chain) => {
      const caller = { ...visitor, ...chain };
      const question = questionOf(route, request);
      this.assertCarried(question);
      const run = async (once?: Attempt) => {
        const ask: Ask = (contract, asked) =>
          this.requests.ask(contract, asked, caller, { timeoutMs: Math.max(1, deadline - performance.now()), once });
        return { status: route.status, body: await inContext(caller, () => route.run(question, ask)) };
      };
      const key = request.headers['idempotency-key'];
      if (!route.idempotent || key === undefined || !caller.sellerId) return sendAnswer(route, request, reply, await run());
      const asked = { method: route.method, url: request.url, question };
      const { shownOnce, single } = route;
      const once = { sellerId: caller.sellerId, key: String(key), asked, shownOnce, single };
      const { answer, replayed } = await this.once.do(once, request.chain, run);
      if (replayed) void reply.header('idempotent-replayed', 'true');
      return sendAnswer(route, request, reply, answer);
    });
  }

  /** @throws DomainError BODY_TOO_LARGE when the broker would not carry it to its owner */
  private assertCarried(question: object): void {
    const limit = (this.nats.info?.max_payload ?? Infinity) - HEADER_BYTES;
    const bytes = Buffer.byteLength(JSON.stringify(question));
    if (bytes > limit) throw new DomainError('BODY_TOO_LARGE', 'invalid', { bytes, limit });
  }
}
