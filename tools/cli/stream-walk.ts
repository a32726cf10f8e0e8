import { DeliverPolicy, jetstream, type JetStreamManager, type StreamInfo } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { ignoreMissing } from '#bus';

/** A message of a stream without its content. */
export interface StoredEvent {
  /** Id of the event; undefined for a message that no outbox of ours published. */
  id: string | undefined;
  subject: string;
  seq: number;
}

/** What a stream says of itself. */
export interface StreamState {
  stream: string;
  /** Creation time, in the form in which the relay notes it beside what it sent. */
  created: string;
  firstSeq: number;
  lastSeq: number;
  /** The broker's clock, where it tells it (nats-server 2.10 and newer). */
  clock: Date | undefined;
}

const BATCH = 2_000;
const QUIET_MS = 5_000;

/** @returns undefined when the stream is not there */
export async function stateOf(manager: JetStreamManager, stream: string): Promise<StreamState | undefined> {
  const info: StreamInfo | undefined = await manager.streams.info(stream).catch(ignoreMissing);
  if (!info) return undefined;
  return {
    stream,
    created: new Date(info.created as unknown as string).toISOString(),
    firstSeq: info.state.first_seq,
    lastSeq: info.state.last_seq,
    clock: info.ts ? new Date(info.ts) : undefined,
  };
}

/**
 * Reads a stream from its first event to the one that is the last now, in batches and without contents.
 * @throws Error when the broker stops answering in between: a walk that was cut short must not look complete
 */
export async function* walk(
  connection: NatsConnection,
  { stream, firstSeq, lastSeq }: StreamState,
): AsyncGenerator<StoredEvent[]> {
  if (lastSeq < Math.max(firstSeq, 1)) return;
  const consumer = await jetstream(connection).consumers.get(stream, {
    deliver_policy: DeliverPolicy.All,
    headers_only: true,
  });
  try {
    for (let done = false; !done;) {
      const batch: StoredEvent[] = [];
      const messages = await consumer.fetch({ max_messages: BATCH, expires: QUIET_MS });
      for await (const message of messages) {
        if (message.seq <= lastSeq)
          batch.push({ id: message.headers?.get('Nats-Msg-Id') || undefined, subject: message.subject, seq: message.seq });
        done = message.seq >= lastSeq || message.info.pending === 0;
        if (done) break;
      }
      if (batch.length === 0 && !done) throw new Error(`the stream ${stream} stopped answering`);
      yield batch;
    }
  } finally {
    await consumer.delete().catch(() => undefined);
  }
}
