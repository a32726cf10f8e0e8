import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { type PulledMessage, PullSource } from './pull.js';

const BATCH = 200;

/** A broker with one line of events, which answers requests for it as JetStream does. */
class Broker {
  /** Sellers of what waits, in order. */
  readonly line: string[] = [];
  /** Sizes of the batches that were asked for and not yet answered, with where the answer goes. */
  private asked: { reply: string; left: number }[] = [];
  requests = 0;
  readonly said: string[] = [];
  private callback: (error: null, msg: Msg) => void = () => undefined;
  private places = new Map<string, number>();

  readonly connection = {
    subscribe: (_: string, { callback }: { callback: (error: null, msg: Msg) => void }) => {
      this.callback = callback;
      return { unsubscribe: () => undefined };
    },
    publish: (_: string, request: string, { reply }: { reply: string }) => {
      this.requests += 1;
      this.asked.push({ reply, left: (JSON.parse(request) as { batch: number }).batch });
      setImmediate(() => this.answer());
    },
  } as unknown as NatsConnection;

  add(seller: string, events: number): void {
    for (let n = 0; n < events; n += 1) this.line.push(seller);
    this.answer();
  }

  private answer(): void {
    while (this.line.length > 0 && this.asked.length > 0) {
      const request = this.asked[0]!;
      const seller = this.line.shift()!;
      const place = (this.places.get(seller) ?? 0) + 1;
      this.places.set(seller, place);
      const done = (request.left -= 1) === 0 || this.line.length === 0;
      if (done) this.asked.shift();
      this.callback(null, {
        subject: 'x',
        data: Buffer.alloc(100),
        headers: { get: (name: string) => (name === 'Flux-Seller' ? seller : '') },
        reply: `$JS.ACK.S.C.1.1.1.1.${this.line.length}`,
        respond: (word: string) => this.said.push(`${seller}${place} ${word}`),
      } as unknown as Msg);
    }
  }
}

const settled = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));
const sellersOf = (messages: PulledMessage[]) => {
  const counts: Record<string, number> = {};
  for (const { msg } of messages) {
    const seller = msg.headers!.get('Flux-Seller');
    counts[seller] = (counts[seller] ?? 0) + 1;
  }
  return counts;
};

describe('a reader of one line', () => {
  const broker = () => new Broker();
  const readerOf = ({ connection }: Broker) => new PullSource(connection, 'S', 'C', BATCH, '_INBOX.essai');

  it('takes the words of a quiet shop before those that a noisy one sent long before', async () => {
    const one = broker();
    const reader = readerOf(one);
    one.add('loud', 900);
    expect(sellersOf(await reader.next())).toEqual({ loud: BATCH });
    one.add('quiet', 2);
    await settled(100);
    expect(reader.waiting).toBe(702);
    expect(one.line).toHaveLength(0);
    expect(sellersOf(await reader.next())).toEqual({ quiet: 2 });
    expect(sellersOf(await reader.next())).toEqual({ loud: BATCH / 2 });
    expect(sellersOf(await reader.next())).toEqual({ loud: BATCH });
    // Who writes while the line is here does not wait until it is done.
    one.add('quiet', 1);
    await settled(100);
    expect(sellersOf(await reader.next())).toEqual({ quiet: 1 });
    const rest = [...(await reader.next()), ...(await reader.next()), ...(await reader.next())];
    expect(sellersOf(rest)).toEqual({ loud: 400 });
    expect(reader.waiting).toBe(0);
    reader.close();
  });

  it('holds no more than a thousand, however long the line is', async () => {
    const one = broker();
    const reader = readerOf(one);
    one.add('loud', 5_000);
    await reader.next();
    await settled();
    expect(5_000 - one.line.length).toBe(BATCH + 1_000);
    expect(reader.waiting).toBe(4_800);
    await reader.next();
    await settled();
    expect(5_000 - one.line.length).toBe(2 * BATCH + 1_000);
    reader.close();
  });

  it('leaves a short line to whichever replica is free first', async () => {
    const one = broker();
    const reader = readerOf(one);
    one.add('loud', 380);
    await reader.next();
    await settled();
    // One batch in hand, what is left fetched ahead.
    expect(one.line).toHaveLength(0);
    one.add('loud', 150);
    await settled(100);
    expect(one.line).toHaveLength(150);
    expect(one.requests).toBe(2);
    reader.close();
  });

  it('tells the broker of all that it holds, and hands all of it back when it ends or the line was cut', async () => {
    const one = broker();
    const reader = readerOf(one);
    one.add('loud', 600);
    await reader.next();
    await settled();
    reader.stayAlive();
    expect(one.said).toHaveLength(400);
    expect(new Set(one.said.map((said) => said.split(' ')[1]))).toEqual(new Set(['+WPI']));
    expect(reader.renew()).toHaveLength(400);
    expect(reader.waiting).toBe(0);
    one.add('loud', 700);
    expect(await reader.next()).toHaveLength(BATCH);
    await settled();
    expect(reader.close()).toHaveLength(500);
    expect(reader.close()).toHaveLength(0);
    // What still comes is offered again at once.
    one.said.length = 0;
    one.add('loud', 1);
    expect(one.said.every((said) => said.endsWith('-NAK'))).toBe(true);
  });
});
