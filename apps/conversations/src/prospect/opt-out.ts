import { Injectable } from '@nestjs/common';
import type { ProspectOptedOutV1 } from '#contracts';
import { FailQueued, OPTED_OUT } from '../outbound/fail-queued.js';
import { ProspectRepository } from './prospect.repository.js';

/** Somebody wants no more messages, or wants them again. Neither assistant nor seller writes to him meanwhile. */
@Injectable()
export class OptOut {
  constructor(
    private readonly prospects: ProspectRepository,
    private readonly queued: FailQueued,
  ) {}

  /**
   * What waits to be sent to him fails; what joins the queue at this very moment fails when it is its turn.
   * @param by who said so: the seller for him, the customer himself, or WhatsApp
   * @throws DomainError PROSPECT_NOT_FOUND, PROSPECT_ERASED
   */
  async out(prospectId: string, sellerId: string, by: ProspectOptedOutV1['by']): Promise<void> {
    await this.prospects.update(prospectId, sellerId, async (prospect) => {
      prospect.optOut(by);
      await this.queued.to(prospectId, sellerId, OPTED_OUT);
    });
  }

  /** @throws DomainError PROSPECT_NOT_FOUND, PROSPECT_ERASED */
  async in(prospectId: string, sellerId: string): Promise<void> {
    await this.prospects.update(prospectId, sellerId, (prospect) => prospect.optIn());
  }
}
