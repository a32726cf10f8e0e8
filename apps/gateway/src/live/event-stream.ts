import type { ServerResponse } from 'node:http';
import { AlarmClock } from '#bus';
import { isDatabaseDown } from '#database';
import type { Feed, FeedPage } from './feed.js';
import type { FeedReader } from './feed-signals.js';

const PAGE = 50;
/** What closing a stream may take before its connection is cut. */
const GOODBYE_MS = 500;
const DATABASE_PAUSE_MS = 1_000;

export interface StreamOptions {
  sellerId: string;
  /** Number after which it begins; nothing was asked for, and it begins now, when `fresh`. */
  from: number;
  fresh: boolean;
  /** Only these types. */
  types?: ReadonlySet<string>;
  heartbeatMs: number;
  /** A client that takes nothing of what waits for him for so long, in ms, is cut; he comes back with his last id. */
  patienceMs: number;
  /** ms until the token is over, negative when it is. */
  remainingMs: () => number;
  /** At each heartbeat: may the client still listen? */
  stillWelcome: () => Promise<boolean>;
}

/** One client's stream of a seller's events. Holds one page at most, and reads on only when the client has taken what was sent. */
export class EventStream implements FeedReader {
  readonly sellerId: string;
  last: number;
  private ended = false;
  private readonly clock = new AlarmClock();

  constructor(
    private readonly feed: Feed,
    private readonly out: ServerResponse,
    private readonly options: StreamOptions,
  ) {
    this.sellerId = options.sellerId;
    this.last = options.from;
    out.on('close', () => this.leave()).on('error', () => this.leave());
    // Who left while his place was looked up is not heard leaving any more.
    if (out.destroyed) this.leave();
    // Node's own clock for connections: it starts anew whenever a byte leaves, so that one who reads slowly is waited for.
    out.setTimeout(options.patienceMs, () => out.writableNeedDrain && out.destroy());
  }

  ring(): void {
    this.clock.ring();
  }

  /** Ends the stream; the client comes back, here or to another gateway. */
  close(): void {
    if (this.ended) return;
    this.leave();
    this.out.end();
    setTimeout(() => this.out.destroy(), GOODBYE_MS).unref();
  }

  /** Tells the client everything from `from` on, until either side ends it. */
  async run(): Promise<void> {
    await this.send(this.options.fresh ? `retry: 2000\n\n${signal('ready', this.last)}` : 'retry: 2000\n\n');
    for (let beatAt = this.nextBeat(); !this.ended;) {
      this.clock.reset();
      const page = await this.next();
      if (page) await this.show(page);
      if (page && (page.broken || page.entries.length > 0)) continue;
      if (performance.now() >= beatAt) {
        await this.send(': heartbeat\n\n');
        beatAt = this.nextBeat();
        if (!this.ended && !(await this.options.stillWelcome())) return this.expire();
      }
      if (this.options.remainingMs() <= 0) return this.expire();
      await this.clock.nap(Math.min(page ? beatAt - performance.now() : DATABASE_PAUSE_MS, this.options.remainingMs()));
    }
  }

  private nextBeat = () => performance.now() + this.options.heartbeatMs;

  /** @returns nothing while the database is away: the client stays and misses nothing */
  private async next(): Promise<FeedPage | undefined> {
    if (this.options.remainingMs() <= 0) return undefined;
    return this.feed.after(this.sellerId, this.last, PAGE).catch((error: unknown) => {
      if (isDatabaseDown(error)) return undefined;
      throw error;
    });
  }

  private async show({ entries, broken, newest }: FeedPage): Promise<void> {
    if (broken) {
      this.last = newest;
      return this.send(signal('reset', newest));
    }
    let untold = false;
    for (const { number, view } of entries) {
      if (this.ended) return;
      this.last = number;
      untold = this.options.types !== undefined && !this.options.types.has(view.type);
      if (!untold) await this.send(`id: ${number}\nevent: ${view.type}\ndata: ${JSON.stringify(view)}\n\n`);
    }
    // An id alone is no event, and yet the place that the client comes back to.
    if (untold) await this.send(`id: ${this.last}\n\n`);
  }

  private async expire(): Promise<void> {
    await this.send('event: expired\ndata: {}\n\n');
    this.close();
  }

  /** Resolves when the client has room for more, or is gone. */
  private async send(text: string): Promise<void> {
    if (this.ended || this.out.write(text)) return;
    await new Promise<void>((resolve) => {
      const settle = () => {
        this.out.off('drain', settle).off('close', settle);
        resolve();
      };
      this.out.on('drain', settle).on('close', settle);
    });
  }

  private leave(): void {
    this.ended = true;
    this.clock.ring();
  }
}

const signal = (event: 'ready' | 'reset', id: number) => `id: ${id}\nevent: ${event}\ndata: {}\n\n`;
