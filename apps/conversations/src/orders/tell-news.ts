import { Injectable } from '@nestjs/common';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { Outbound } from '../outbound/outgoing.js';
import type { News } from './news.js';

/** Says news of orders where they were agreed to, each once; a batch in as many statements as one. */
@Injectable()
export class TellNews {
  constructor(
    private readonly conversations: ConversationRepository,
    private readonly outbound: Outbound,
  ) {}

  /** Locks the conversations of all these, before anything else that is locked with them. */
  async hold(news: readonly News[]): Promise<void> {
    await this.conversations.holdAll(news);
  }

  /** In conversations that are held. @returns what was not told before */
  async tell<N extends News>(news: N[]): Promise<N[]> {
    const told = await this.outbound.sayAll(news);
    await this.conversations.saidAll(told);
    return told;
  }
}
