import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';

/** A webhook as it is posted: its very bytes, and what is announced in it. */
export interface Post {
  readonly body: string;
  /** The ids of its items. */
  readonly ids: readonly string[];
}

const TIMEOUT_MS = 10_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Meta's side of the webhooks: posts each one signed to the gateways in turn, again and again until one answers 200, and keeps a ledger of what was acknowledged:
 * by that answer the platform has promised not to lose it.
 */
export class Edge {
  /** Ids of items that were in a webhook answered 200. */
  readonly acknowledged = new Set<string>();
  /** Answers by status; `none` where the connection gave none. */
  readonly answers: Record<string, number> = {};
  /** How long each acknowledged attempt took, in ms. */
  readonly tookMs: number[] = [];
  private turn = 0;
  private readonly agent = new Agent({ connections: 64, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  private readonly over = new AbortController();

  constructor(
    private readonly gateways: () => readonly string[],
    private readonly appSecret: string,
  ) {}

  /** Posts until it is acknowledged. @returns false when {@link close} came first */
  async deliver({ body, ids }: Post): Promise<boolean> {
    const headers = {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', this.appSecret).update(body).digest('hex')}`,
    };
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      if (this.over.signal.aborted) return false;
      const began = performance.now();
      const status = await this.post(body, headers);
      this.answers[status] = (this.answers[status] ?? 0) + 1;
      if (status === '200') {
        this.tookMs.push(performance.now() - began);
        for (const id of ids) this.acknowledged.add(id);
        return true;
      }
      await pause(wait, undefined, { signal: this.over.signal }).catch(() => undefined);
    }
  }

  /** Delivers all, `atOnce` at a time; `after` is called with how many are done after each. */
  async deliverAll(posts: Iterable<Post>, atOnce: number, after: (done: number) => void = () => undefined): Promise<void> {
    const left = posts[Symbol.iterator]();
    let done = 0;
    const line = async () => {
      for (let next = left.next(); !next.done; next = left.next()) {
        await this.deliver(next.value);
        after((done += 1));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, line));
  }

  async close(): Promise<void> {
    this.over.abort();
    await this.agent.destroy();
  }

  private async post(body: string, headers: Record<string, string>): Promise<string> {
    const gateways = this.gateways();
    const url = `${gateways[this.turn++ % gateways.length]!}/webhooks/whatsapp`;
    try {
      const answer = await request(url, { method: 'POST', headers, body, dispatcher: this.agent });
      await answer.body.dump();
      return String(answer.statusCode);
    } catch {
      return 'none';
    }
  }
}
