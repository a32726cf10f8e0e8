import { Injectable } from '@nestjs/common';
import type { ProspectOptedOutV1 } from '#contracts';
import { FAREWELL, FailQueued, OPTED_OUT } from '../outbound/fail-queued.js';
import { Outbound } from '../outbound/outgoing.js';
import { ProspectRepository } from './prospect.repository.js';

/** When he said it himself; in which conversation he is told that it was heard, where WhatsApp lets the shop write. */
interface Said {
  at: Date;
  conversationId?: string;
}

const HEARD = 'Vous ne recevrez plus de messages. Écrivez START pour reprendre.';

/** Somebody wants no more messages, or wants them again. Neither assistant nor seller writes to him meanwhile. */
@Injectable()
export class OptOut {
  constructor(
    private readonly prospects: ProspectRepository,
    private readonly queued: FailQueued,
    private readonly outbound: Outbound,
  ) {}

  /**
   * What waits to be sent to him fails; what joins the queue at this very moment fails when it is its turn. Only the word that he was heard still leaves, once.
   * @param by who said so: the seller for him, the customer himself, or WhatsApp
   * @returns that word, when it leaves
   * @throws DomainError PROSPECT_NOT_FOUND, PROSPECT_ERASED
   */
  async out(prospectId: string, sellerId: string, by: ProspectOptedOutV1['by'], said?: Said): Promise<string | undefined> {
    let farewell: string | undefined;
    await this.prospects.update(prospectId, sellerId, async (prospect) => {
      if (said && !prospect.says(said.at)) return;
      const news = !prospect.optedOutAt;
      prospect.optOut(by);
      await this.queued.to(prospectId, sellerId, OPTED_OUT);
      const conversationId = said?.conversationId;
      if (!news || !conversationId) return;
      const once = `${FAREWELL}${said.at.toISOString()}`;
      if (await this.outbound.say({ conversationId, sellerId, text: HEARD, byAssistant: true, once })) farewell = HEARD;
    });
    return farewell;
  }

  /** @returns whether he was opted out until now @throws DomainError PROSPECT_NOT_FOUND, PROSPECT_ERASED */
  async in(prospectId: string, sellerId: string, at?: Date): Promise<boolean> {
    let back = false;
    await this.prospects.update(prospectId, sellerId, (prospect) => {
      if (at && !prospect.says(at)) return;
      back = prospect.optedOutAt !== null;
      prospect.optIn();
    });
    return back;
  }
}
