import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  jetstreamManager,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { type NatsConnection, nanos } from '@nats-io/transport-node';
import { allEvents, type EventSpec, type ServiceName, streamOf } from '#contracts';

const DAY_MS = 86_400_000;
/** How long the broker keeps an event; inbox and outbox archive keep longer, so that a replay is recognised. */
export const STREAM_MAX_AGE_MS = 7 * DAY_MS;
/**
 * How long the broker waits for a sign of life before it offers an event to another replica. Short, since it is how long a customer waits after a replica was killed;
 * a batch that takes longer says so meanwhile, and a replica that was merely paused meets the inbox when it comes back.
 */
export const ACK_WAIT_MS = 10_000;
const DUPLICATE_WINDOW_MS = 600_000;
/** What all replicas of a reader hold together, in hand and fetched ahead: eight of them. */
const MAX_ACK_PENDING = 10_000;

/** One consumer: a service's interest in one event, or in every event of a stream. */
export interface ConsumerSpec {
  stream: string;
  /** From service and subject, never from a method name: renaming code must not orphan a position in the stream. */
  durable: string;
  /** Absent for every event of the stream. */
  subject?: string;
}

/** The consumer of `service` for one event. */
export const consumerFor = (service: ServiceName, spec: EventSpec): ConsumerSpec => ({
  stream: streamOf(spec.by),
  durable: `${service}__${spec.subject.replaceAll('.', '_')}`,
  subject: spec.subject,
});

/** The consumer of `service` for every event of a publisher. */
export const consumerForAll = (service: ServiceName, publisher: ServiceName): ConsumerSpec => ({
  stream: streamOf(publisher),
  durable: `${service}__every`,
});

/** Settings of a publisher's stream. `limits` keeps the memory of duplicates over a restart; `discard: new` refuses instead of deleting silently. */
export function streamConfig(service: ServiceName, replicas = 1): Partial<StreamConfig> & { name: string } {
  return {
    name: streamOf(service),
    subjects: allEvents()
      .filter((e) => e.by === service)
      .map((e) => e.subject),
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.New,
    max_age: nanos(STREAM_MAX_AGE_MS),
    max_bytes: 2 * 1024 ** 3,
    max_msg_size: 512 * 1024,
    duplicate_window: nanos(DUPLICATE_WINDOW_MS),
    num_replicas: replicas,
    deny_delete: true,
    deny_purge: true,
    allow_direct: true,
  };
}

/** A manager that does not ask for account rights, which services do not have. */
export const managerOf = (connection: NatsConnection): Promise<JetStreamManager> =>
  jetstreamManager(connection, { checkAPI: false });

/**
 * Creates the publisher's stream, or widens its subjects and age to what this version needs. It never narrows them: a newer version may be running beside this
 * replica, and what that one added must stand. The stream's size is an operator's to change.
 */
export async function ensureStream(manager: JetStreamManager, service: ServiceName, replicas = 1): Promise<void> {
  const wanted = streamConfig(service, replicas);
  const found = await manager.streams.info(wanted.name).catch(ignoreMissing);
  if (!found) {
    await manager.streams.add(wanted);
    return;
  }
  const subjects = [...new Set([...found.config.subjects, ...(wanted.subjects ?? [])])];
  // An age of 0 is no limit.
  const max_age = found.config.max_age && Math.max(found.config.max_age, wanted.max_age!);
  if (subjects.length > found.config.subjects.length || max_age !== found.config.max_age)
    await manager.streams.update(wanted.name, { ...found.config, subjects, max_age });
}

/** Creates the durable pull consumer if it is not there, and lets one of an earlier version hand out as much as readers hold now. No `backoff` (it would replace the ack wait), no delivery limit (the inbox and the dead letters decide). */
export async function ensureConsumer(manager: JetStreamManager, { stream, durable, subject }: ConsumerSpec): Promise<void> {
  const found = await manager.consumers.info(stream, durable).catch(ignoreMissing);
  if (found && (found.config.max_ack_pending ?? 0) < MAX_ACK_PENDING)
    await manager.consumers.update(stream, durable, { max_ack_pending: MAX_ACK_PENDING });
  if (found) return;
  await manager.consumers.add(stream, {
    durable_name: durable,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ACK_WAIT_MS),
    max_deliver: -1,
    max_ack_pending: MAX_ACK_PENDING,
    deliver_policy: DeliverPolicy.All,
    ...(subject ? { filter_subject: subject } : {}),
  });
}

/** Turns "not found" into undefined; any other failure stays one. */
export function ignoreMissing(error: unknown): undefined {
  const { code, message } = (error ?? {}) as { code?: number; message?: string };
  if (code === 10059 || code === 10014 || /not found/i.test(message ?? '')) return undefined;
  throw error;
}
