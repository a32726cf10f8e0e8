import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CallContext, failpoint, traced } from '#bus';
import { DomainError, fact, WhatsAppUpdateReceivedV1 } from '#contracts';
import { newId } from '#database';
import { SIGNATURE_HEADER, verifySignature } from '#providers';
import { GatewayEnv } from '../gateway.env.js';
import { type LogEntry, WebhookLog } from './webhook-log.js';
import { updatesOf, type WhatsAppUpdate } from './whatsapp-updates.js';

/** Meta sends up to 3 MB; what is refused for its size would be sent again for a week. */
const BODY_LIMIT = 4 * 1024 * 1024;
/** An event must stay below what the broker takes; the log keeps the item whole. */
const MOST_IN_EVENT = 400 * 1024;
/** Written again, no JSON takes more than so many times its bytes: `1e20` becomes 21 digits, a byte that is no UTF-8 three. */
const MOST_GROWTH = 8;

/** Where WhatsApp announces messages and statuses. Answers 200 only when every item of the body is committed. */
@Injectable()
export class WhatsAppDoor {
  private readonly secrets: string[];

  constructor(
    private readonly env: GatewayEnv,
    private readonly log: WebhookLog,
  ) {
    this.secrets = [env.whatsAppSecret, ...(env.whatsAppPreviousSecret ? [env.whatsAppPreviousSecret] : [])];
  }

  mount(scope: FastifyInstance): void {
    scope.get('/webhooks/whatsapp', (request, reply) => this.handshake(request, reply));
    // No browser reads the answer, and there is nothing in it to compress.
    const bare = { helmet: false, compress: false } as const;
    scope.post('/webhooks/whatsapp', { bodyLimit: BODY_LIMIT, ...bare }, (request, reply) => this.receive(request, reply));
  }

  /** Meta checks that the address is ours when it is set: it expects its challenge back. */
  private handshake(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const query = request.query as Record<string, unknown>;
    const challenge = query['hub.challenge'];
    const known = query['hub.mode'] === 'subscribe' && sameText(query['hub.verify_token'], this.env.whatsAppVerifyToken);
    if (!known || typeof challenge !== 'string' || !/^[\w-]{1,200}$/.test(challenge))
      throw new DomainError('HANDSHAKE_REFUSED', 'forbidden');
    return reply.type('text/plain').send(challenge);
  }

  private async receive(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    if (!verifySignature(raw, request.headers[SIGNATURE_HEADER], this.secrets))
      throw new DomainError('SIGNATURE_REFUSED', 'unauthenticated');
    failpoint('after_verify');
    const updates = updatesOf(parse(raw));
    const about = { alone: updates.length === 1, mayBeLarge: raw.length * MOST_GROWTH > MOST_IN_EVENT };
    await traced('POST /webhooks/whatsapp', 'server', request.chain, {}, (chain) =>
      this.log.append(updates.map((update) => entryOf(update, chain, about))),
    );
    failpoint('after_commit_before_200');
    return reply.send({});
  }
}

/**
 * @param about.alone the item is the request's only one and carries its chain on; else each item begins a chain, its customers having nothing in common
 * @param about.mayBeLarge the item may be larger than an event can be
 */
function entryOf(update: WhatsAppUpdate, chain: CallContext, about: { alone: boolean; mayBeLarge: boolean }): LogEntry {
  const { alone, mayBeLarge } = about;
  const { item, contact, dedupeKey, ...rest } = update;
  const carried = mayBeLarge ? fitting : whole;
  const [id, receivedAt] = [newId(), new Date()];
  return {
    id,
    origin: 'whatsapp',
    ...rest,
    dedupeKey,
    content: item,
    contact,
    receivedAt,
    chain: { ...chain, actor: 'whatsapp', correlationId: alone ? chain.correlationId : id },
    fact: fact(
      WhatsAppUpdateReceivedV1,
      { ...rest, ...carried(item, contact, id), receivedAt: receivedAt.toISOString() },
      { sellerId: null, key: id, version: 1, actor: 'whatsapp' },
    ),
  };
}

/** What identifies an item, whoever wrote it and whatever it answers. */
const IDENTITY = [
  'id',
  'from',
  'from_user_id',
  'to',
  'timestamp',
  'status',
  'recipient_id',
  'recipient_user_id',
  'biz_opaque_callback_data',
];

const whole = (item: Record<string, unknown>, contact: Record<string, unknown> | undefined) => ({
  item,
  ...(contact ? { contact } : {}),
});

/** The item and contact as an event can carry them; of an oversized item what identifies it, marked as WhatsApp marks what it cannot show. */
function fitting(item: Record<string, unknown>, contact: Record<string, unknown> | undefined, logId: string) {
  if (Buffer.byteLength(JSON.stringify({ item, contact })) <= MOST_IN_EVENT) return whole(item, contact);
  const short = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && value.length <= 500);
  const identity = Object.fromEntries(IDENTITY.filter((key) => short(item[key])).map((key) => [key, item[key]]));
  return { item: { ...identity, type: 'unsupported', unsupported: { type: 'too_large', webhook_log_id: logId } } };
}

/** The JSON of a signed body; a body that is none is kept as text. */
function parse(raw: Buffer): unknown {
  const text = raw.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { unparsable: text };
  }
}

/** Compares in a time that does not depend on where they differ. */
function sameText(given: unknown, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(expected));
}
