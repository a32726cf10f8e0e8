import { Inject, Injectable } from '@nestjs/common';
import { SandboxState } from '../../state/sandbox-state.js';
import { STATE } from '../../tokens.js';
import { GraphError } from '../graph-error.js';
import type { Account } from '../whatsapp.js';

/** To one person: 45 messages at once, then one per 6 s until the debt is paid. */
const PAIR_BURST = 45;
const PAIR_EVERY_MS = 6_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** Meta's two speed limits, counted by the sandbox's clock; an account has them when it was registered with them. */
@Injectable()
export class SendLimits {
  private readonly buckets = new Map<string, Bucket>();

  constructor(@Inject(STATE) private readonly state: SandboxState) {
    state.forgotten.subscribe(() => this.buckets.clear());
  }

  /** @throws GraphError 130429 over the number's throughput, 131056 over the pace to one person */
  take(account: Account, waId: string): void {
    const { phoneNumberId, throughput, pairLimit } = account;
    if (throughput !== undefined && !this.draw(phoneNumberId, throughput, 1000 / throughput)) throw new GraphError(130429);
    if (pairLimit && !this.draw(`${phoneNumberId} ${waId}`, PAIR_BURST, PAIR_EVERY_MS)) throw new GraphError(131056);
  }

  private draw(key: string, capacity: number, everyMs: number): boolean {
    const now = this.state.now();
    const bucket = this.buckets.get(key) ?? { tokens: capacity, at: now };
    const tokens = Math.min(capacity, bucket.tokens + (now - bucket.at) / everyMs);
    const allowed = tokens >= 1;
    this.buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
    return allowed;
  }
}
