import { createInbox, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { FairQueue } from './fair-queue.js';
import { sellerOf } from './wire.js';

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
/** A reader holds no more than so many messages, or about so many bytes, beside the batch in hand. */
const MOST_HELD = 1_000;
const MOST_HELD_BYTES = 8 * 1024 ** 2;
/** A seller of whom more than these wait fills batches of his own. */
const MUCH = 50;
/** With a line in hand, the broker is asked for what is new so often (ms). */
const LOOK_EVERY_MS = 50;

/**
 * Fetches batches from a durable pull consumer. The broker is asked with `no_wait` and an expiry: it answers at once with whatever is waiting, else holds the request until the
 * first message. The client library has no such fetch. While a batch is worked on, the next is fetched if the broker said that more waits; what nobody waits behind is left to
 * whichever replica is free first. Where the line is longer than that, all of it is fetched, as far as there is room, and the sellers take turns in each batch, each one's events in
 * their order: a shop that fills the line does not keep the others waiting behind all of it.
 */
export class PullSource {
  private readonly held = new FairQueue<PulledMessage>(MUCH);
  private heldBytes = 0;
  /** How many the broker had behind the last one that came. */
  private behind = 0;
  private look?: NodeJS.Timeout;
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

  /** How many wait here and behind: what the last batch left. */
  get waiting(): number {
    return this.held.size + this.behind;
  }

  /** Waits at most about 5 s for messages. @throws ConsumerGone */
  async next(): Promise<PulledMessage[]> {
    // What was fetched ahead may be here and not yet read.
    if (this.outstanding && this.held.size > 0) await new Promise((resolve) => setImmediate(resolve));
    if (this.held.size === 0) {
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
    if (gone && this.held.size === 0) {
      this.outstanding = undefined;
      throw new ConsumerGone(`${this.stream}/${this.durable}`);
    }
    const messages = this.held.take(this.batch, this.batch / 2);
    for (const { msg } of messages) this.heldBytes -= msg.data.length;
    this.askAhead();
    return messages;
  }

  /** Tells the broker that what was fetched ahead is not forgotten. */
  stayAlive(): void {
    for (const { msg } of this.held) msg.respond('+WPI');
  }

  /** The line to the broker was cut: asks anew, since nobody may remember what was asked. @returns what was held, to be handed back ({@link close}) */
  renew(): PulledMessage[] {
    const held = this.giveUp();
    if (this.outstanding && !this.closed) this.ask();
    return held;
  }

  /** Stops waiting. @returns what was fetched and not taken, to be handed back: the broker offers it to others; what still comes is handed back at once */
  close(): PulledMessage[] {
    this.closed = true;
    clearTimeout(this.look);
    if (!this.outstanding) this.subscription.unsubscribe();
    else setTimeout(() => this.subscription.unsubscribe(), LONG_POLL_MS + 1_000).unref();
    this.signal();
    return this.giveUp();
  }

  /** Handed over once: what the caller gives back to the broker must not be worked on by a reader that still waits. */
  private giveUp(): PulledMessage[] {
    [this.heldBytes, this.behind] = [0, 0];
    return this.held.takeAll();
  }

  /** Fetches a batch ahead where more waits, and in a long line all that there is room for: only what is here can take turns. */
  private askAhead(): void {
    if (this.closed || this.outstanding) return;
    if (this.held.size + this.batch > MOST_HELD || this.heldBytes > MOST_HELD_BYTES) return;
    const isLong = this.waiting >= 2 * this.batch;
    if (this.behind > 0 && (isLong || this.held.size < this.batch)) this.ask();
    else if (this.held.size >= this.batch) this.lookLater();
  }

  /** The line here is long, and at the broker there was none: whoever writes now must not wait until all that is here is done. */
  private lookLater(): void {
    this.look ??= setTimeout(() => {
      this.look = undefined;
      if (!this.closed && !this.outstanding && this.held.size >= this.batch) this.ask();
    }, LOOK_EVERY_MS).unref();
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
      this.behind = 0;
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
    this.held.add(sellerOf(msg.headers), message);
    this.heldBytes += msg.data.length;
    this.behind = message.pending;
    this.left -= 1;
    if (message.pending === 0 || this.left <= 0) this.end();
  }

  /** The request under way brings no more. */
  private end(): void {
    this.outstanding = undefined;
    if (this.closed) this.subscription.unsubscribe();
    this.signal();
    if (this.held.size >= this.batch) this.askAhead();
  }
}
