import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { metaJson } from '../dispatch/whatsapp-signature.js';
import type { SandboxEnv } from '../sandbox.env.js';
import { SandboxState } from '../state/sandbox-state.js';
import { SANDBOX_ENV, STATE } from '../tokens.js';
import { statusWebhook } from './envelope.js';
import type { Message, Status } from './whatsapp.js';

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
    for (const message of this.state.whatsapp.messages.values()) if (message.direction === 'outbound') this.start(message);
  }

  onModuleDestroy(): void {
    this.drop();
  }

  start(message: Message): void {
    const steps = this.stepsOf(message).filter((status) => message.statuses[status] === undefined);
    if (steps.length > 0) void this.walk(message, steps, this.era.signal);
  }

  private stepsOf(message: Message): Status[] {
    if (message.refusal !== undefined) return ['failed'];
    // A reaction changes a message, it is not read as one.
    if (message.content.type === 'reaction') return ['sent', 'delivered'];
    const phone = this.state.whatsapp.phones.get(message.waId);
    return phone && !phone.reads ? ['sent', 'delivered'] : ['sent', 'delivered', 'read'];
  }

  private async walk(message: Message, steps: readonly Status[], era: AbortSignal): Promise<void> {
    for (const status of steps) {
      // The pause ends early, by throwing, when the sandbox stops or forgets.
      await pause(this.env.statusDelayMs, undefined, { signal: era }).catch(() => undefined);
      if (era.aborted) return;
      const at = this.state.now();
      const account = this.state.whatsapp.accounts.get(message.phoneNumberId);
      if (!account) return;
      const body = metaJson(statusWebhook(account, this.state.whatsapp.phones.get(message.waId), message, status, at));
      // The webhook first: a kill between the two repeats the status instead of losing it.
      const tried = this.dispatcher.queue('whatsapp', { kind: 'status', wamid: message.wamid, status }, body);
      this.state.record({ type: 'status-reached', wamid: message.wamid, status, at });
      await tried;
    }
  }

  private drop(): void {
    this.era.abort();
    this.era = new AbortController();
  }
}
