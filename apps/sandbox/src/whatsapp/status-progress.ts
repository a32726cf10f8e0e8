import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { metaJson } from '../dispatch/whatsapp-signature.js';
import type { SandboxEnv } from '../sandbox.env.js';
import { SandboxState } from '../state/sandbox-state.js';
import { SANDBOX_ENV, STATE } from '../tokens.js';
import { statusWebhook } from './envelope.js';
import type { Account, Message, Status } from './whatsapp.js';

/**
 * The way of a sent message to the phone: sent, delivered, read, each told to the webhook. The next step waits until the
 * last one was posted once, so that a healthy endpoint sees them in order; one that has to be retried is overtaken.
 */
@Injectable()
export class StatusProgress implements OnApplicationBootstrap, OnModuleDestroy {
  private era = new AbortController();

  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    @Inject(SANDBOX_ENV) private readonly env: SandboxEnv,
    private readonly dispatcher: Dispatcher,
  ) {
    state.forgotten.subscribe(() => this.drop());
  }

  /** Takes up what a restart interrupted. */
  onApplicationBootstrap(): void {
    for (const message of this.state.whatsapp.messages.values())
      if (message.direction === 'outbound' && !message.echo) void this.start(message);
  }

  onModuleDestroy(): void {
    this.drop();
  }

  /**
   * Starts or continues a message's way.
   * @param atOnce the first step without the usual pause
   * @returns when the first step was told once
   */
  start(message: Message, atOnce = false): Promise<void> {
    const steps = this.stepsOf(message).filter((status) => message.statuses[status] === undefined);
    return new Promise((resolve) => void this.walk(message, steps, atOnce, resolve, this.era.signal).finally(resolve));
  }

  private stepsOf(message: Message): Status[] {
    if (message.refusal !== undefined) return ['failed'];
    // A reaction changes a message, it is not read as one.
    if (message.content.type === 'reaction') return ['sent', 'delivered'];
    const phone = this.state.whatsapp.phones.get(message.waId);
    if (phone && !phone.reads) return ['sent', 'delivered'];
    // Meta leaves `delivered` out when the chat stands open: read says it all.
    return phone?.open ? ['sent', 'read'] : ['sent', 'delivered', 'read'];
  }

  private async walk(
    message: Message,
    steps: readonly Status[],
    atOnce: boolean,
    firstTold: () => void,
    era: AbortSignal,
  ): Promise<void> {
    for (const [index, status] of steps.entries()) {
      // The pause ends early, by throwing, when the sandbox stops or forgets.
      if (index > 0 || !atOnce) await pause(this.env.statusDelayMs, undefined, { signal: era }).catch(() => undefined);
      if (era.aborted) return;
      await this.reach(message, status);
      firstTold();
    }
  }

  /** The phone shows the status; the webhook is told unless this one is to be lost. */
  private async reach(message: Message, status: Status): Promise<void> {
    const at = this.state.now();
    const account = this.state.whatsapp.accounts.get(message.phoneNumberId);
    if (!account) return;
    const told = message.lostStatuses?.includes(status) ? Promise.resolve() : this.tell(account, message, status, at);
    // The webhook first: a kill between the two repeats the status instead of losing it.
    this.state.record({ type: 'status-reached', wamid: message.wamid, status, at });
    await told;
  }

  /**
   * Posts a status, whether or not it fits what was told before.
   * @param failure the code of a `failed` status, when it is not the message's own refusal
   */
  tell(account: Account, message: Message, status: Status, at: number, failure?: number): Promise<void> {
    const phone = this.state.whatsapp.phones.get(message.waId);
    const body = metaJson(statusWebhook(account, phone, message, status, at, failure));
    const about = { kind: 'status', phoneNumberId: account.phoneNumberId, wamid: message.wamid, status };
    return this.dispatcher.queue('whatsapp', about, body);
  }

  private drop(): void {
    this.era.abort();
    this.era = new AbortController();
  }
}
