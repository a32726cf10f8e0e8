import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inContext, Requests, traced } from '#bus';
import { type Caller, DomainError } from '#contracts';
import { asDomainError, problemOf, statusOf } from '../http/problem.js';
import { openApiDocument } from '../openapi/document.js';
import { Authentication } from './authentication.js';
import { IdempotencyKeys, type OnceOnly, type StoredAnswer } from './idempotency-keys.js';
import { questionOf } from './question.js';
import type { Ask, Route } from './route.js';
import { apiRoutes } from './routes.js';
import { within } from './within.js';

/** A service that does not answer must cost the caller less than 2 s. */
const ASK_MS = 1_500;
/** And so must a database that stands still. */
const DATABASE_MS = 400;

/** The API under /v1: finds out who asks, checks what is asked, asks the owner, answers. */
@Injectable()
export class ApiDoor {
  constructor(
    private readonly authentication: Authentication,
    private readonly keys: IdempotencyKeys,
    private readonly requests: Requests,
  ) {}

  mount(scope: FastifyInstance): void {
    const document = JSON.stringify(openApiDocument(apiRoutes));
    scope.get('/v1/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
    for (const route of apiRoutes)
      scope.route({ method: route.method, url: route.path, handler: (request, reply) => this.serve(route, request, reply) });
  }

  private async serve(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const caller = await this.callerOf(route, request);
    return traced(`${route.method} ${route.path}`, 'server', caller, {}, async (chain) => {
      const question = questionOf(route, request);
      const ask: Ask = (contract, asked) => this.requests.ask(contract, asked, { ...caller, ...chain }, { timeoutMs: ASK_MS });
      const run = () => inContext({ ...caller, ...chain }, () => route.run(question, ask));
      const key = request.headers['idempotency-key'];
      if (!route.idempotent || key === undefined || !caller.sellerId)
        return send(reply, { status: route.status, body: await run() });
      const asked = { method: route.method, url: request.url, question };
      return this.serveOnce({ sellerId: caller.sellerId, key: String(key), asked }, route, run, request, reply);
    });
  }

  /** The seller comes from the token and from nowhere else. */
  private async callerOf({ access }: Route, { headers, chain }: FastifyRequest): Promise<Caller> {
    if (access === 'public') return { ...chain };
    const sellerId = await this.authentication.sellerOf(headers.authorization, chain);
    return { ...chain, sellerId, actor: `seller:${sellerId}` };
  }

  private async serveOnce(
    once: OnceOnly,
    route: Route,
    run: () => Promise<unknown>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const first = await this.claim(once);
    if (first) return send(reply.header('idempotent-replayed', 'true'), first);
    const answer = await run().then(
      (body): StoredAnswer => ({ status: route.status, body }),
      async (error: unknown) => {
        if (nothingHappened(error)) await this.keys.release(once);
        if (isRefusal(error)) await this.keys.keep(once, { status: statusOf(error), body: problemOf(error, request.chain) });
        // Else nobody knows whether it happened: the key stays taken, so that repeating it cannot do it twice.
        throw error;
      },
    );
    await within(DATABASE_MS, this.keys.keep(once, answer)).catch((error: unknown) => {
      // It is done, and the caller shall know; without our database the key merely cannot be answered again.
      if (asDomainError(error).kind !== 'unavailable') throw error;
    });
    return send(reply, answer);
  }

  /** Takes the key, or fails soon; a claim that comes through too late is undone, since nothing was done under it. */
  private async claim(once: OnceOnly): Promise<StoredAnswer | undefined> {
    let late = false;
    const claim = this.keys.claim(once).then(async (first) => {
      if (late && !first) await this.keys.release(once);
      return first;
    });
    // Nobody waits any more for one that fails too late.
    claim.catch(() => undefined);
    return within(DATABASE_MS, claim).catch((error: unknown) => {
      late = true;
      throw error;
    });
  }
}

/** Nobody was there to be asked, or the caller was not let in. */
const nothingHappened = (error: unknown) =>
  error instanceof DomainError &&
  ((error.code === 'SERVICE_UNAVAILABLE' && error.facts.reason === 'no replica is running') ||
    ['unauthenticated', 'rate-limited'].includes(error.kind));

/** The owner said no, and would again. */
const isRefusal = (error: unknown): error is DomainError =>
  error instanceof DomainError && ['invalid', 'forbidden', 'not-found', 'conflict'].includes(error.kind);

function send(reply: FastifyReply, { status, body }: StoredAnswer): FastifyReply {
  if (status === 204) return reply.code(204).send();
  if (status < 400) return reply.code(status).send(body);
  return reply
    .code(status)
    .header('content-type', 'application/problem+json')
    .send(Buffer.from(JSON.stringify(body)));
}
