import { Injectable } from '@nestjs/common';
import { type Caller, DomainError } from '#contracts';
import { Database } from '#database';
import { accountCounter, networkCounter } from '../throttle/counters.js';
import { Throttle } from '../throttle/throttle.js';
import { CodeRequests } from './code-requests.js';

/** Takes down that somebody wants a code for an address. Known, unknown and asked for too often get the same answer. */
@Injectable()
export class AskPasswordResetCode {
  constructor(
    private readonly db: Database,
    private readonly throttle: Throttle,
    private readonly requests: CodeRequests,
  ) {}

  async run(email: string, { address }: Caller): Promise<void> {
    try {
      await this.throttle.admit([accountCounter('ask-code', email), ...networkCounter('ask-code', address)]);
    } catch (error) {
      // Not told: a refusal would say no more than "wait", but who asks for others' codes shall not learn that it is noticed.
      if (error instanceof DomainError && error.kind === 'rate-limited') return;
      throw error;
    }
    await this.db.asWorker(() => this.requests.add(email));
  }
}
