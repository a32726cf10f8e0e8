import { headers as newHeaders, type MsgHdrs } from '@nats-io/transport-node';
import { type Actor, checkOpen, DomainError, type EventClass, type EventMeta, eventSpec, type Fact } from '#contracts';
import type { CallContext } from './context.js';

/** Header names on the wire; the tenant, key and trace travel here and never in the subject. */
const HEADER = {
  seller: 'Flux-Seller',
  key: 'Flux-Key',
  version: 'Flux-Version',
  actor: 'Flux-Actor',
  correlation: 'Flux-Correlation',
  occurredAt: 'Flux-Occurred-At',
  traceparent: 'traceparent',
} as const;

/** A row of the outbox. */
export interface OutboxRow {
  eventId: string;
  subject: string;
  key: string;
  version: number;
  sellerId: string | null;
  payload: string;
  headers: Record<string, string>;
}

/** What the outbox keeps of a fact: payload as text, and the headers it will be published with. */
export function toRow(fact: Fact, eventId: string, chain: CallContext, occurredAt: Date): OutboxRow {
  const headers: Record<string, string> = {
    [HEADER.key]: fact.key,
    [HEADER.version]: String(fact.version),
    [HEADER.actor]: fact.actor ?? chain.actor,
    [HEADER.correlation]: chain.correlationId,
    [HEADER.occurredAt]: occurredAt.toISOString(),
    ...(fact.sellerId ? { [HEADER.seller]: fact.sellerId } : {}),
    ...(chain.traceparent ? { [HEADER.traceparent]: chain.traceparent } : {}),
  };
  return {
    eventId,
    subject: eventSpec(fact.contract).subject,
    key: fact.key,
    version: fact.version,
    sellerId: fact.sellerId,
    payload: JSON.stringify(fact.payload),
    headers,
  };
}

/** SQL: headers of a fact of nobody's, with the seller whom only the statement knows; as they are when there is none. */
export const headersWithSeller = (headers: string, seller: string) =>
  `case when ${seller} is null then ${headers} else (${headers}::jsonb || jsonb_build_object('${HEADER.seller}', ${seller}))::json end`;

/** Headers as the client library wants them. */
export function toHeaders(values: Record<string, string>): MsgHdrs {
  const result = newHeaders();
  for (const [name, value] of Object.entries(values)) result.set(name, value);
  return result;
}

const HAS_LINE_BREAK = /[\r\n]/;

/**
 * Headers to publish with, as bytes: all that the client library asks of them when it sends is `encode`, and setting them one by one looks each name up again and again.
 * @throws when a value could pass for a header of its own
 */
export function encodedHeaders(values: Record<string, string>): MsgHdrs {
  let text = 'NATS/1.0\r\n';
  for (const [name, value] of Object.entries(values)) {
    if (HAS_LINE_BREAK.test(value) || HAS_LINE_BREAK.test(name)) throw new Error(`header ${name} has a line break`);
    text += `${name}: ${value}\r\n`;
  }
  return Object.assign(newHeaders(), { encode: () => Buffer.from(`${text}\r\n`) });
}

/** Whose event it is, by what travels beside it; empty where it is no seller's. */
export const sellerOf = (headers: MsgHdrs | undefined): string => headers?.get(HEADER.seller) ?? '';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads what travels beside an event. @throws when the message was not published by an outbox of ours */
export function toMeta(subject: string, headers: MsgHdrs | undefined): EventMeta {
  // Read once: the library looks through all of them for each that is asked for.
  const given = new Map<string, string[]>(headers ?? []);
  const get = (name: string) => given.get(name)?.[0] || undefined;
  const id = get('Nats-Msg-Id');
  const key = get(HEADER.key);
  const occurredAt = get(HEADER.occurredAt);
  if (!id || !key || !occurredAt) throw new Error(`message on ${subject} lacks our headers`);
  // Inbox and dead letters keep both as UUIDs: anything else could be neither handled nor set aside.
  const sellerId = get(HEADER.seller) ?? null;
  if (!UUID.test(id) || (sellerId !== null && !UUID.test(sellerId)))
    throw new Error(`message on ${subject} bears ids that are not ours`);
  return {
    id,
    subject,
    key,
    sellerId,
    version: Number(get(HEADER.version) ?? 0),
    actor: (get(HEADER.actor) ?? 'system') as Actor,
    correlationId: get(HEADER.correlation) ?? id,
    occurredAt: new Date(occurredAt),
    traceparent: get(HEADER.traceparent),
  };
}

/** Reads an event's payload. @throws when it is no JSON, DomainError (invalid) when nobody knows its subject or it breaks its contract */
export function readEvent(contracts: ReadonlyMap<string, EventClass>, subject: string, payload: string): object {
  const event = JSON.parse(payload) as object;
  const contract = contracts.get(subject);
  if (!contract) throw new DomainError('EVENT_UNKNOWN', 'invalid', { subject });
  const broken = checkOpen(contract, event);
  if (broken) throw broken;
  return event;
}

/** The chain that an event belongs to, for what is done because of it. */
export const chainOf = ({ correlationId, actor, traceparent }: EventMeta): CallContext => ({ correlationId, actor, traceparent });
