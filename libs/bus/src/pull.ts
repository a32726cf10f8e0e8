import { type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { createInbox } from '@nats-io/transport-node';

/** The consumer, or its stream, is not there, or nobody answers for it. */
export class ConsumerGone extends Error {}

/** A message of a pull consumer; acknowledged by publishing on its reply subject. */
export interface PulledMessage {
  msg: Msg;
  /** 1 at the first delivery. */
  deliveries: number;
  /** How many wait behind it. */
  pending: number;
}

const LONG_POLL_MS = 5_000;

/**
 * Fetches batches from a durable pull consumer. The broker is asked with `no_wait` and an expiry: it answers at once with whatever is waiting, else holds the request until the
 * first message. The client library has no such fetch. At most one request is under way, so memory is bounded by one batch however far behind a reader is.
 */
export class PullSource {
  private buffer: PulledMessage[] = [];
  private readonly subscription: Subscription;
  private readonly inbox: string;
  private outstanding = false;
  private gone = false;
  private signal: () => void = () => undefined;

  constructor(
    private readonly connection: NatsConnection,
    private readonly stream: string,
    private readonly durable: string,
    private readonly batch: number,
    inboxPrefix: string,
  ) {
    this.inbox = createInbox(inboxPrefix);
    this.subscription = connection.subscribe(this.inbox, { callback: (error, msg) => (error ? undefined : this.take(msg)) });
  }

  /** Waits at most about 5 s for messages. @throws ConsumerGone */
  async next(): Promise<PulledMessage[]> {
    if (this.buffer.length === 0) {
      if (!this.outstanding) this.ask();
      await new Promise<void>((resolve) => {
        // The broker ends every request with an answer. Silence means that the consumer is not there (a lost store): such requests are dropped without a word.
        const timer = setTimeout(() => {
          this.gone = true;
          resolve();
        }, LONG_POLL_MS + 1_000);
        this.signal = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    if (this.gone) {
      this.gone = false;
      this.outstanding = false;
      throw new ConsumerGone(`${this.stream}/${this.durable}`);
    }
    const messages = this.buffer;
    this.buffer = [];
    return messages;
  }

  /** Stops waiting; what was fetched and not taken is offered again by the broker. */
  close(): PulledMessage[] {
    this.subscription.unsubscribe();
    // Handed over once: what the caller gives back to the broker must not be worked on by a reader that still waits.
    const unread = this.buffer;
    this.buffer = [];
    this.signal();
    return unread;
  }

  private ask(): void {
    this.outstanding = true;
    const request = JSON.stringify({ batch: this.batch, no_wait: true, expires: LONG_POLL_MS * 1_000_000 });
    this.connection.publish(`$JS.API.CONSUMER.MSG.NEXT.${this.stream}.${this.durable}`, request, { reply: this.inbox });
  }

  private take(msg: Msg): void {
    const code = msg.headers?.code ?? 0;
    if (msg.data.length === 0 && code > 0) {
      // 404 and 408 end a request that found no more; 503 means nobody serves it; 409 that the consumer or its leader went away.
      if (code === 100) return;
      this.outstanding = false;
      this.gone = code === 503 || (code === 409 && /deleted/i.test(msg.headers?.description ?? ''));
      this.signal();
      return;
    }
    const parts = (msg.reply ?? '').split('.');
    // $JS.ACK.<stream>.<consumer>.<deliveries>.<stream seq>.<consumer seq>.<time>.<pending>, with two more tokens in front on clustered accounts
    const tail = parts.slice(-5);
    const message = { msg, deliveries: Number(tail[0]), pending: Number(tail[4]) };
    this.buffer.push(message);
    if (message.pending === 0 || this.buffer.length >= this.batch) {
      this.outstanding = false;
      this.signal();
    }
  }
}
