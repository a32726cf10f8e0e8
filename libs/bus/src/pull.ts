import { createInbox, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';

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
 * first message. The client library has no such fetch. While a batch is worked on, the next is fetched if the broker said that more waits: at most one request is under way, so
 * memory is bounded by two batches however far behind a reader is, and what nobody waits behind is left to whichever replica is free first.
 */
export class PullSource {
  private buffer: PulledMessage[] = [];
  private readonly subscription: Subscription;
  private readonly inbox: string;
  /** Where the answer to the request under way comes. */
  private outstanding?: string;
  /** How many it may still bring. */
  private left = 0;
  private requests = 0;
  private gone = false;
  private closed = false;
  private signal: () => void = () => undefined;

  constructor(
    private readonly connection: NatsConnection,
    private readonly stream: string,
    private readonly durable: string,
    private readonly batch: number,
    inboxPrefix: string,
  ) {
    this.inbox = createInbox(inboxPrefix);
    this.subscription = connection.subscribe(`${this.inbox}.*`, {
      callback: (error, msg) => (error ? undefined : this.take(msg)),
    });
  }

  /** Waits at most about 5 s for messages. @throws ConsumerGone */
  async next(): Promise<PulledMessage[]> {
    // What was fetched ahead may be here and not yet read.
    if (this.outstanding && this.buffer.length > 0) await new Promise((resolve) => setImmediate(resolve));
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
    const { gone } = this;
    this.gone = false;
    if (gone && this.buffer.length === 0) {
      this.outstanding = undefined;
      throw new ConsumerGone(`${this.stream}/${this.durable}`);
    }
    const messages = this.buffer;
    this.buffer = [];
    if (!this.outstanding && !this.closed && (messages.at(-1)?.pending ?? 0) > 0) this.ask();
    return messages;
  }

  /** Tells the broker that what was fetched ahead is not forgotten. */
  stayAlive(): void {
    for (const { msg } of this.buffer) msg.respond('+WPI');
  }

  /** Stops waiting; what was fetched and not taken is offered again by the broker, and what still comes is handed back at once. */
  close(): PulledMessage[] {
    this.closed = true;
    if (!this.outstanding) this.subscription.unsubscribe();
    else setTimeout(() => this.subscription.unsubscribe(), LONG_POLL_MS + 1_000).unref();
    // Handed over once: what the caller gives back to the broker must not be worked on by a reader that still waits.
    const unread = this.buffer;
    this.buffer = [];
    this.signal();
    return unread;
  }

  private ask(): void {
    this.outstanding = `${this.inbox}.${(this.requests += 1)}`;
    this.left = this.batch;
    const request = JSON.stringify({ batch: this.batch, no_wait: true, expires: LONG_POLL_MS * 1_000_000 });
    this.connection.publish(`$JS.API.CONSUMER.MSG.NEXT.${this.stream}.${this.durable}`, request, { reply: this.outstanding });
  }

  private take(msg: Msg): void {
    const code = msg.data.length === 0 ? (msg.headers?.code ?? 0) : 0;
    if (code > 0) {
      // 404 and 408 end a request that found no more; 503 means nobody serves it; 409 that the consumer or its leader went away. Of an earlier request it is no news.
      if (code === 100 || msg.subject !== this.outstanding) return;
      this.gone = code === 503 || (code === 409 && /deleted/i.test(msg.headers?.description ?? ''));
      this.end();
      return;
    }
    if (this.closed) {
      msg.respond('-NAK');
      return;
    }
    const parts = (msg.reply ?? '').split('.');
    // $JS.ACK.<stream>.<consumer>.<deliveries>.<stream seq>.<consumer seq>.<time>.<pending>, with two more tokens in front on clustered accounts
    const tail = parts.slice(-5);
    const message = { msg, deliveries: Number(tail[0]), pending: Number(tail[4]) };
    this.buffer.push(message);
    this.left -= 1;
    if (message.pending === 0 || this.left <= 0) this.end();
  }

  /** The request under way brings no more. */
  private end(): void {
    this.outstanding = undefined;
    if (this.closed) this.subscription.unsubscribe();
    this.signal();
  }
}
