import { createInbox, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { encodedHeaders } from './wire.js';

/** Published and not yet acknowledged, at most. */
const IN_FLIGHT = 256;
/** So long without any acknowledgement means that none will come. */
const SILENCE_MS = 5_000;

/** An event as it goes out. */
export interface Outgoing {
  eventId: string;
  subject: string;
  payload: string;
  headers: Record<string, string>;
}

/** The broker's word that it has stored an event. */
export interface Stored {
  seq: number;
  /** It was there before, `seq` is that of the first: success too. */
  duplicate: boolean;
}

interface Batch {
  settle: (index: number, answer: Stored | Error) => void;
  index: number;
}

/**
 * Publishes to one stream, so many at a time, each acknowledged by itself. The client library does the same for one event; its request has a timer, a trace and a copy of the
 * headers for each, which is most of what a relay would do.
 */
export class StreamPublisher {
  private readonly inbox: string;
  private readonly subscription: Subscription;
  private readonly waiting = new Map<string, Batch>();
  private count = 0;

  constructor(
    private readonly connection: NatsConnection,
    private readonly stream: string,
    inboxPrefix: string,
  ) {
    this.inbox = createInbox(inboxPrefix);
    this.subscription = connection.subscribe(`${this.inbox}.*`, {
      callback: (error, msg) => (error ? undefined : this.answered(msg)),
    });
  }

  close(): void {
    this.subscription.unsubscribe();
  }

  /** Publishes in the order given; begins no further one once one was refused. @returns what became of each, absent where it was refused or not begun, and why */
  publish(events: readonly Outgoing[]): Promise<{ stored: (Stored | undefined)[]; refused?: Error }> {
    return new Promise((resolve) => {
      const stored: (Stored | undefined)[] = new Array<undefined>(events.length).fill(undefined);
      const open = new Map<string, number>();
      let [begun, refused]: [number, Error | undefined] = [0, undefined];
      const silence = setTimeout(() => {
        refused ??= new Error(`no acknowledgement for ${SILENCE_MS} ms`);
        for (const token of open.keys()) this.waiting.delete(token);
        open.clear();
        goOn();
      }, SILENCE_MS);
      const settle = (token: string, index: number, answer: Stored | Error) => {
        open.delete(token);
        silence.refresh();
        if (answer instanceof Error) refused ??= answer;
        else stored[index] = answer;
        // Many go out in one write; one for each that is acknowledged would be a write each.
        if (open.size <= IN_FLIGHT / 2 || refused) goOn();
      };
      const goOn = () => {
        try {
          while (!refused && begun < events.length && open.size < IN_FLIGHT) {
            const [index, token] = [begun++, String((this.count += 1))];
            open.set(token, index);
            this.waiting.set(token, { index, settle: (of, answer) => settle(token, of, answer) });
            this.send(events[index]!, token);
          }
        } catch (error) {
          // The last one did not get out; those before it are waited for.
          const last = String(this.count);
          refused = error as Error;
          open.delete(last);
          this.waiting.delete(last);
        }
        if (open.size > 0 || (!refused && begun < events.length)) return;
        clearTimeout(silence);
        resolve({ stored, ...(refused ? { refused } : {}) });
      };
      goOn();
    });
  }

  private send({ eventId, subject, payload, headers }: Outgoing, token: string): void {
    this.connection.publish(subject, payload, {
      reply: `${this.inbox}.${token}`,
      headers: encodedHeaders({ ...headers, 'Nats-Msg-Id': eventId, 'Nats-Expected-Stream': this.stream }),
    });
  }

  private answered(msg: Msg): void {
    const token = msg.subject.slice(this.inbox.length + 1);
    const batch = this.waiting.get(token);
    // An answer that came after the silence.
    if (!batch) return;
    this.waiting.delete(token);
    batch.settle(batch.index, read(msg));
  }
}

function read(msg: Msg): Stored | Error {
  // Nobody serves the subject: no such stream, or no JetStream.
  if (msg.data.length === 0) return new Error(`no stream answers (${msg.headers?.code ?? 'empty'})`);
  try {
    const { error, seq, duplicate } = msg.json<{ error?: { description?: string }; seq?: number; duplicate?: boolean }>();
    if (error) return new Error(error.description ?? 'refused');
    return seq === undefined ? new Error('no sequence number in the answer') : { seq, duplicate: duplicate === true };
  } catch (error) {
    return error as Error;
  }
}
