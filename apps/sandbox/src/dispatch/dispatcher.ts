import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { Agent, request } from 'undici';
import { SandboxState } from '../state/sandbox-state.js';
import type { SandboxEnv } from '../sandbox.env.js';
import { LOG, PUSH_IDENTITY, SANDBOX_ENV, STATE } from '../tokens.js';
import type { Channel, Dispatch, DispatchSubject } from './dispatch-book.js';
import type { PushIdentity } from './push-identity.js';
import { signatureHeaders } from './whatsapp-signature.js';

const AT_ONCE = 64;
/** What acknowledges a Pub/Sub push; a WhatsApp webhook is acknowledged by 200 and nothing else. */
const PUSH_ACKNOWLEDGED = new Set([102, 200, 201, 202, 204]);

/**
 * Posts webhooks and pushes until they are acknowledged: at once, then after pauses that double. No order is kept between
 * callbacks that have to be retried, and one whose acknowledgement is lost comes again, as with the real ones.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly waiting = new Set<Dispatch>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly firstAttempt = new Map<string, () => void>();
  private running = 0;
  private era = new AbortController();
  private readonly agent: Agent;

  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    @Inject(SANDBOX_ENV) private readonly env: SandboxEnv,
    @Inject(PUSH_IDENTITY) private readonly identity: PushIdentity,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.agent = new Agent({ connections: AT_ONCE, headersTimeout: env.webhookTimeoutMs, bodyTimeout: env.webhookTimeoutMs });
    state.forgotten.subscribe(() => this.drop());
  }

  onApplicationBootstrap(): void {
    for (const dispatch of this.state.dispatches.pending()) this.enqueue(dispatch);
  }

  async onModuleDestroy(): Promise<void> {
    this.drop();
    await this.agent.destroy();
  }

  /**
   * Takes a callback into the journal and posts it as soon as a connection is free.
   * @param copies extra copies of the same bytes, posted beside it
   * @returns when each copy was tried once, acknowledged or not
   */
  async queue(channel: Channel, about: DispatchSubject, body: string, copies = 0): Promise<void> {
    const attempts: Promise<void>[] = [];
    for (let copy = 0; copy <= copies; copy++) {
      const id = randomUUID();
      this.state.record({ type: 'dispatch-queued', id, channel, about, body, at: this.state.now() });
      attempts.push(new Promise((resolve) => this.firstAttempt.set(id, resolve)));
      const dispatch = this.state.dispatches.get(id);
      if (dispatch) this.enqueue(dispatch);
    }
    await Promise.all(attempts);
  }

  private enqueue(dispatch: Dispatch): void {
    this.waiting.add(dispatch);
    this.pump();
  }

  private pump(): void {
    for (const dispatch of this.waiting) {
      if (this.running >= AT_ONCE) return;
      this.waiting.delete(dispatch);
      this.running++;
      void this.attempt(dispatch, this.era.signal).finally(() => {
        this.running--;
        this.pump();
      });
    }
  }

  private async attempt(dispatch: Dispatch, era: AbortSignal): Promise<void> {
    dispatch.attempts++;
    try {
      const status = await this.post(dispatch, era);
      if (era.aborted) return;
      dispatch.lastStatus = status;
      const acknowledged = dispatch.channel === 'gmail' ? PUSH_ACKNOWLEDGED.has(status) : status === 200;
      if (!acknowledged) throw new Error(`answered ${status}`);
      const { id, attempts } = dispatch;
      this.state.record({ type: 'dispatch-delivered', id, attempts, status, at: this.state.now() });
      this.secondTick(dispatch);
    } catch (error) {
      if (!era.aborted) this.again(dispatch, error instanceof Error ? error.message : String(error));
    } finally {
      this.firstAttempt.get(dispatch.id)?.();
      this.firstAttempt.delete(dispatch.id);
    }
  }

  /** Somebody who wrote to a business sees two ticks once the business's webhook has his message. */
  private secondTick({ about }: Dispatch): void {
    if (about.kind !== 'message' || about.wamid === undefined) return;
    if (this.state.whatsapp.messages.get(about.wamid)?.statuses.delivered !== undefined) return;
    this.state.record({ type: 'status-reached', wamid: about.wamid, status: 'delivered', at: this.state.now() });
  }

  private async post(dispatch: Dispatch, era: AbortSignal): Promise<number> {
    const body = dispatch.body ?? '';
    const url = dispatch.channel === 'gmail' ? this.env.gmail.pushUrl : this.env.whatsapp.webhookUrl;
    const answer = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await this.headers(dispatch.channel, body)) },
      body,
      dispatcher: this.agent,
      signal: AbortSignal.any([era, AbortSignal.timeout(this.env.webhookTimeoutMs)]),
    });
    await answer.body.dump();
    return answer.statusCode;
  }

  private async headers(channel: Channel, body: string): Promise<Record<string, string>> {
    if (channel === 'whatsapp')
      return { 'user-agent': 'facebookexternalua', ...signatureHeaders(body, this.env.whatsapp.appSecret) };
    const { pushAudience, pushServiceAccount } = this.env.gmail;
    const subject = '109876543210987654321';
    const token = await this.identity.sign(pushAudience, { email: pushServiceAccount, sub: subject, azp: subject });
    return {
      'user-agent': 'APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)',
      authorization: `Bearer ${token}`,
    };
  }

  private again(dispatch: Dispatch, error: string): void {
    const { id, attempts, channel } = dispatch;
    dispatch.lastError = error;
    if (attempts >= this.env.retryAttempts) {
      this.state.record({ type: 'dispatch-abandoned', id, attempts, error, at: this.state.now() });
      this.log.warn({ dispatch: id, channel, attempts, error }, 'callback given up');
      return;
    }
    const pause = Math.min(this.env.retryFirstMs * 2 ** Math.min(attempts - 1, 20), this.env.retryMaxMs);
    this.log.info({ dispatch: id, channel, attempts, error, pauseMs: pause }, 'callback not acknowledged, will be posted again');
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.enqueue(dispatch);
    }, pause);
    this.timers.add(timer);
  }

  /** Lets go of all work in memory; what is pending stays in the journal and is taken up at the next start. */
  private drop(): void {
    this.era.abort();
    this.era = new AbortController();
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.waiting.clear();
    for (const resolve of this.firstAttempt.values()) resolve();
    this.firstAttempt.clear();
  }
}
