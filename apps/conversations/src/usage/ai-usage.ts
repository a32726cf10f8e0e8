import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { ConversationsApiUsedV1, fact } from '#contracts';
import { Outbox } from '#bus';
import { Database, newId } from '#database';
import { costFcfa } from '#providers';
import { LOGGER } from '#service';
import type { ModelUsage } from '../assistant/assistant.js';
import { ConversationsEnv } from '../conversations.env.js';

/** Tells what a thought cost, whether its answer was used or not. */
@Injectable()
export class AiUsage {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: ConversationsEnv,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async tell(sellerId: string, usage: ModelUsage | undefined, messageId?: string): Promise<void> {
    if (!usage) return;
    const now = new Date();
    const tokens = { input: usage.inputTokens, output: usage.outputTokens };
    const cost = costFcfa(usage.model, tokens, now, this.env.fcfaPerUsd);
    if (cost === undefined)
      this.logger.error({ event: 'ai.price-unknown', model: usage.model }, 'a model without a known price: its cost counts as 0');
    await this.outbox.add([
      fact(
        ConversationsApiUsedV1,
        {
          provider: 'gemini',
          operation: 'generateContent',
          model: usage.model.slice(0, 100),
          calls: 1,
          errors: 0,
          inputTokens: usage.inputTokens,
          outputTokens: usage.outputTokens,
          latencyMs: Math.round(usage.latencyMs),
          costFcfa: cost ?? 0,
          since: new Date(now.getTime() - usage.latencyMs).toISOString(),
          ...(messageId ? { referenceId: messageId } : {}),
        },
        { sellerId, key: messageId ?? newId(), version: 1 },
      ),
    ]);
  }

  /** For a thought that was dropped: in a transaction of its own. */
  async tellApart(sellerId: string, usage: ModelUsage | undefined): Promise<void> {
    if (usage) await this.db.asSeller(sellerId, () => this.tell(sellerId, usage));
  }
}
