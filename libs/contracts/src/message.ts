import type { Shape } from './schema.js';

/** The services of the platform: owners of a schema, a stream and a login role of the same name. */
export const SERVICES = [
  'gateway',
  'accounts',
  'conversations',
  'orders',
  'deliveries',
  'email-intelligence',
  'notifications',
  'analytics',
] as const;
export type ServiceName = (typeof SERVICES)[number];

/** JetStream stream of a publishing service. */
export const streamOf = (service: ServiceName): string => (service === 'email-intelligence' ? 'EMAILS' : service.toUpperCase());

/** PostgreSQL schema of a service. */
export const schemaNameOf = (service: ServiceName): string => (service === 'email-intelligence' ? 'emails' : service);

export type EventClass<T extends object = object> = new () => T;

/** What is known of an event contract besides its fields. */
export interface EventSpec {
  contract: EventClass;
  /** The event's name and NATS subject; a breaking change adds `<name>.v2` beside it. */
  subject: string;
  by: ServiceName;
  version: number;
  says: string;
}

const events = new Map<EventClass, EventSpec>();

/** Declares a class as the contract of one event: a fact, in the past tense, published by one service. */
export function event(subject: string, spec: { by: ServiceName; says: string; version?: number }): ClassDecorator {
  return (target) => {
    const contract = target as unknown as EventClass;
    events.set(contract, { contract, subject, by: spec.by, says: spec.says, version: spec.version ?? 1 });
  };
}

/** The specification of an event class. @throws when the class is not an event contract */
export function eventSpec(contract: EventClass): EventSpec {
  const spec = events.get(contract);
  if (!spec) throw new Error(`${contract.name} is not an event contract: it lacks @event(...)`);
  return spec;
}

/** Every event contract, by subject. */
export const allEvents = (): EventSpec[] => [...events.values()].sort((a, b) => a.subject.localeCompare(b.subject));

/** Who caused something: a seller, a member of his team, a program with his key, a customer, a courier, the platform itself, or a third party's webhook. */
export type Actor =
  | `seller:${string}`
  | `member:${string}`
  | `api-key:${string}`
  | `prospect:${string}`
  | `courier:${string}`
  | 'assistant'
  | 'system'
  | 'whatsapp'
  | 'gmail';

/** True when the shop itself acted: the seller, his team, or a program of his. */
export const isShop = (actor: Actor): boolean => /^(seller|member|api-key):/.test(actor);

/** An event about to be written to the outbox. */
export interface Fact<T extends object = object> {
  contract: EventClass<T>;
  payload: T;
  /** Tenant; null only for facts whose seller is not known (a webhook for a number nobody linked). */
  sellerId: string | null;
  /** Identity of the thing the fact is about (order id, conversation id …). */
  key: string;
  /** Version of that thing, growing with every change; readers keep the newest. */
  version: number;
  /** Defaults to the actor of the current call. */
  actor?: Actor;
}

/** States a fact: `fact(OrderConfirmedV1, { … }, { sellerId, key: order.id, version: order.version })`. */
export function fact<T extends object>(
  contract: EventClass<T>,
  payload: T,
  about: { sellerId: string | null; key: string; version: number; actor?: Actor },
): Fact<T> {
  return { contract, payload, ...about };
}

/** What travels beside an event's payload (message headers). */
export interface EventMeta {
  /** UUIDv7; the same at every delivery of the same fact. */
  id: string;
  subject: string;
  sellerId: string | null;
  key: string;
  version: number;
  actor: Actor;
  /** One id from the webhook or API call to the last row. */
  correlationId: string;
  occurredAt: Date;
  traceparent?: string;
}

/** An event as a handler gets it. */
export interface Received<T extends object = object> {
  event: T;
  meta: EventMeta;
}

/** Base of every request contract: `R` is what the owner answers. */
export abstract class Asks<R> {
  /** Type only: ties the answer's type to the question's class. */
  declare readonly answer?: R;
}

export type RequestClass<Q extends Asks<unknown> = Asks<unknown>> = new () => Q;
export type AnswerOf<Q> = Q extends Asks<infer R> ? R : never;
/** The fields that the asker fills in. */
export type QuestionOf<Q> = Omit<Q, 'answer'>;

/** What is known of a request contract besides its fields. */
export interface RequestSpec {
  contract: RequestClass;
  /** NATS subject `ask.<service>.<name>`. */
  subject: string;
  to: ServiceName;
  says: string;
  answers?: Shape;
}

const requests = new Map<RequestClass, RequestSpec>();

/** Declares a class as the contract of one question or command to one service. */
export function request(name: string, spec: { to: ServiceName; says: string; answers?: Shape }): ClassDecorator {
  return (target) => {
    const contract = target as unknown as RequestClass;
    requests.set(contract, { contract, subject: `ask.${spec.to}.${name}`, to: spec.to, says: spec.says, answers: spec.answers });
  };
}

/** The specification of a request class. @throws when the class is not a request contract */
export function requestSpec(contract: RequestClass): RequestSpec {
  const spec = requests.get(contract);
  if (!spec) throw new Error(`${contract.name} is not a request contract: it lacks @request(...)`);
  return spec;
}

/** Every request contract, by subject. */
export const allRequests = (): RequestSpec[] => [...requests.values()].sort((a, b) => a.subject.localeCompare(b.subject));

/** On whose behalf a request is made; from the token at the gateway, never from a body. */
export interface Caller {
  /** Absent only for sign-up, sign-in and questions of the platform itself. */
  sellerId?: string;
  /** Who of the seller's team is signed in; absent for a program with a key. */
  memberId?: string;
  /** The sign-in that the access token belongs to. */
  sessionId?: string;
  /** Network address that the request came from, and the program that made it; for throttling and the list of sessions. */
  address?: string;
  userAgent?: string;
  actor: Actor;
  correlationId: string;
  traceparent?: string;
}
