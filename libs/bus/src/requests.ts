import { headers as newHeaders, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import {
  type Actor,
  type AnswerOf,
  type Asks,
  assertStrict,
  type Caller,
  DomainError,
  type ErrorKind,
  type Facts,
  type QuestionOf,
  type RequestClass,
  requestSpec,
  type ServiceName,
} from '#contracts';
import { isDatabaseDown } from '#database';
import { AnswerBox, AnswerLate, NobodyAnswers } from './answer-box.js';
import type { Attempt } from './answered.js';
import { inContext } from './context.js';
import type { BusLogger } from './logger.js';
import { busMetrics } from './metrics.js';
import { traced } from './telemetry.js';

const HEADER = {
  seller: 'Flux-Seller',
  member: 'Flux-Member',
  session: 'Flux-Session',
  address: 'Flux-Address',
  userAgent: 'Flux-User-Agent',
  actor: 'Flux-Actor',
  correlation: 'Flux-Correlation',
  once: 'Flux-Once',
  again: 'Flux-Again',
  traceparent: 'traceparent',
} as const;
const TIMEOUT_MS = 2_000;

type Envelope = { ok: true; data: unknown } | { ok: false; error: { code: string; kind: ErrorKind; facts: Facts } };

/** Asks other services, over core NATS request and reply: answered once, by any replica, or an error within 2 s. */
export class Requests {
  private allowed?: ReadonlySet<RequestClass>;
  private readonly answers: AnswerBox;

  /** @param name who asks: the service, or the operator; the broker's permissions are granted on it */
  constructor(connection: NatsConnection, name = 'operator') {
    this.answers = new AnswerBox(connection, name);
  }

  /** Only these may be asked (the service's manifest). */
  restrictTo(contracts: readonly RequestClass[]): void {
    this.allowed = new Set(contracts);
  }

  /**
   * Asks `contract.to` on the caller's behalf.
   * @param once it is to happen once: asked again with the same id, it is answered as it was the first time; not for questions that only read
   * @throws DomainError the owner's own error, or SERVICE_UNAVAILABLE when nobody answers: at once when no replica is there, else after `timeoutMs`
   */
  async ask<Q extends Asks<unknown>>(
    contract: RequestClass<Q>,
    question: QuestionOf<Q>,
    caller: Caller,
    { timeoutMs = TIMEOUT_MS, once }: { timeoutMs?: number; once?: Attempt } = {},
  ): Promise<AnswerOf<Q>> {
    const spec = requestSpec(contract as RequestClass);
    if (this.allowed && !this.allowed.has(contract as RequestClass))
      throw new DomainError('REQUEST_NOT_IN_MANIFEST', 'internal', { subject: spec.subject });
    return traced(`ask ${spec.subject}`, 'client', caller, {}, async (chain) => {
      const headers = newHeaders();
      headers.set(HEADER.actor, caller.actor);
      headers.set(HEADER.correlation, caller.correlationId);
      if (caller.sellerId) headers.set(HEADER.seller, caller.sellerId);
      if (caller.memberId) headers.set(HEADER.member, caller.memberId);
      if (caller.sessionId) headers.set(HEADER.session, caller.sessionId);
      if (caller.address) headers.set(HEADER.address, caller.address);
      if (caller.userAgent) headers.set(HEADER.userAgent, caller.userAgent);
      if (chain.traceparent) headers.set(HEADER.traceparent, chain.traceparent);
      if (once) headers.set(HEADER.once, once.id);
      if (once?.again) headers.set(HEADER.again, 'yes');
      const reply = await this.answers.ask(spec.subject, JSON.stringify(question), headers, timeoutMs).catch((error: unknown) => {
        throw unavailable(spec.to, error);
      });
      const envelope = reply.json<Envelope>();
      if (envelope.ok) return envelope.data as AnswerOf<Q>;
      throw new DomainError(envelope.error.code, envelope.error.kind, envelope.error.facts);
    });
  }
}

function unavailable(service: ServiceName, error: unknown): DomainError {
  const nobody = error instanceof NobodyAnswers;
  return new DomainError('SERVICE_UNAVAILABLE', 'unavailable', {
    service,
    reason: nobody ? 'no replica is running' : error instanceof AnswerLate ? 'no answer in time' : String(error),
  });
}

/** What answers one request; `once` when it is to happen once. */
export type Answer = (question: object, caller: Caller, once?: Attempt) => Promise<unknown>;

/** Answers requests of one contract; replicas share them (queue group). */
export class Responder {
  private readonly subscription: Subscription;
  private readonly inFlight = new Set<Promise<void>>();

  constructor(
    private readonly connection: NatsConnection,
    private readonly contract: RequestClass,
    private readonly answer: Answer,
    private readonly logger: BusLogger,
  ) {
    const { subject, to } = requestSpec(contract);
    this.subscription = connection.subscribe(subject, {
      queue: to,
      callback: (error, msg) => {
        if (error) return;
        const get = (name: string) => msg.headers?.get(name) || undefined;
        const caller: Caller = {
          sellerId: get(HEADER.seller),
          memberId: get(HEADER.member),
          sessionId: get(HEADER.session),
          address: get(HEADER.address),
          userAgent: get(HEADER.userAgent),
          actor: (get(HEADER.actor) ?? 'system') as Actor,
          correlationId: get(HEADER.correlation) ?? '',
          traceparent: get(HEADER.traceparent),
        };
        const id = get(HEADER.once);
        const work = this.respond(msg.string(), caller, id ? { id, again: get(HEADER.again) === 'yes' } : undefined)
          .then((envelope) => void msg.respond(this.written(envelope)))
          // The connection is gone: the asker has his error from the time he waited in vain.
          .catch((error: unknown) =>
            this.logger.warn({ event: 'request.unanswered', subject, error: String(error) }, 'no way back'),
          );
        this.inFlight.add(work);
        void work.finally(() => this.inFlight.delete(work));
      },
    });
  }

  /** Takes no more requests and finishes those in hand. */
  async stop(): Promise<void> {
    this.subscription.unsubscribe();
    await Promise.allSettled(this.inFlight);
  }

  /** The answer as text; one that is longer than the broker carries becomes an error that says so. */
  private written(envelope: Envelope): string {
    const text = JSON.stringify(envelope);
    const [bytes, limit] = [Buffer.byteLength(text), this.connection.info?.max_payload ?? Infinity];
    if (bytes <= limit) return text;
    const { subject } = requestSpec(this.contract);
    this.logger.error(
      { event: 'request.answer-too-large', subject, bytes, limit },
      'the answer is longer than the broker carries',
    );
    const error = { code: 'ANSWER_TOO_LARGE', kind: 'internal' as const, facts: { request: subject, bytes, limit } };
    return JSON.stringify({ ok: false, error } satisfies Envelope);
  }

  private async respond(body: string, caller: Caller, once?: Attempt): Promise<Envelope> {
    const { subject } = requestSpec(this.contract);
    const timer = busMetrics.requests.startTimer({ subject });
    try {
      const question = assertStrict(this.contract, JSON.parse(body));
      const data = await traced(subject, 'server', caller, {}, (chain) =>
        inContext({ ...chain, correlationId: caller.correlationId, actor: caller.actor }, () =>
          this.answer(question, caller, once),
        ),
      );
      timer({ outcome: 'ok' });
      return { ok: true, data: data ?? {} };
    } catch (error) {
      const known = error instanceof DomainError ? error : asDomainError(error);
      timer({ outcome: known.kind });
      if (known.kind === 'internal')
        this.logger.error(
          {
            event: 'request.failed',
            subject,
            correlationId: caller.correlationId,
            error: (error as Error).stack ?? String(error),
          },
          'request failed',
        );
      return { ok: false, error: { code: known.code, kind: known.kind, facts: known.facts } };
    }
  }
}

function asDomainError(error: unknown): DomainError {
  if (isDatabaseDown(error)) return new DomainError('DATABASE_UNAVAILABLE', 'unavailable');
  return new DomainError('INTERNAL', 'internal');
}
