import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type CallContext, failpoint, traced } from '#bus';
import { checkOpen, DomainError, fact, GmailPushReceivedV1 } from '#contracts';
import { newId } from '#database';
import { PushTokenError, PushTokenVerifier, readPush } from '#providers';
import { LOGGER } from '#service';
import { GatewayEnv } from '../gateway.env.js';
import { cleanJson } from './clean-json.js';
import { type LogEntry, WebhookLog } from './webhook-log.js';

/** Where Pub/Sub says that a mailbox changed. What cannot be understood is answered 2xx all the same: Pub/Sub would repeat it for a week. */
@Injectable()
export class GmailDoor {
  private readonly tokens: PushTokenVerifier;

  constructor(
    env: GatewayEnv,
    private readonly log: WebhookLog,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.tokens = new PushTokenVerifier({
      audience: env.gmailPushAudience,
      email: env.gmailPushServiceAccount,
      jwksUrl: env.googleCertsUrl,
    });
  }

  mount(scope: FastifyInstance): void {
    scope.post('/webhooks/gmail', (request, reply) => this.receive(request, reply));
  }

  private async receive(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    await this.verify(request.headers.authorization);
    failpoint('after_verify');
    const body = parse(request.body);
    const push = readPush(body);
    const event = push && pushFact(push, body);
    if (!event || checkOpen(GmailPushReceivedV1, event)) {
      this.logger.warn(
        { event: 'gmail-push.unreadable', bytes: (request.body as Buffer | undefined)?.length },
        'a push that says nothing',
      );
      return reply.code(204).send();
    }
    await traced('POST /webhooks/gmail', 'server', request.chain, {}, (chain) =>
      this.log.append([entryOf(event, cleanJson(body) as object, { ...chain, actor: 'gmail' })]),
    );
    failpoint('after_commit_before_200');
    return reply.code(204).send();
  }

  private async verify(authorization: string | undefined): Promise<void> {
    await this.tokens.verify(authorization).catch((error: unknown) => {
      if (!(error instanceof PushTokenError)) throw error;
      if (error.kind === 'unavailable') throw new DomainError('GOOGLE_KEYS_UNAVAILABLE', 'unavailable');
      throw new DomainError('PUSH_TOKEN_REFUSED', 'unauthenticated');
    });
  }
}

function entryOf(event: GmailPushReceivedV1, content: object, chain: CallContext): LogEntry {
  const id = newId();
  return {
    id,
    origin: 'gmail',
    kind: 'push',
    field: 'gmail',
    phoneNumberId: '',
    businessAccountId: '',
    dedupeKey: event.pushId,
    content,
    receivedAt: new Date(),
    chain,
    // Whose mailbox it is, email-intelligence knows.
    fact: fact(GmailPushReceivedV1, event, { sellerId: null, key: id, version: 1, actor: 'gmail' }),
  };
}

function pushFact({ address, historyId, pushId }: NonNullable<ReturnType<typeof readPush>>, body: unknown): GmailPushReceivedV1 {
  const attempt = (body as { deliveryAttempt?: unknown }).deliveryAttempt;
  const counted = typeof attempt === 'number' && Number.isInteger(attempt) && attempt >= 0 && attempt <= 1_000_000;
  return { emailAddress: address, historyId, pushId, ...(counted ? { attempt } : {}) };
}

function parse(body: unknown): unknown {
  try {
    return JSON.parse((body as Buffer).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
