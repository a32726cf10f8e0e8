import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { ConversationsApiUsedV1, fact } from '#contracts';
import { Outbox } from '#bus';
import { Database, newId } from '#database';
import { costFcfa, dearestFcfa } from '#providers';
import { LOGGER } from '#service';
import type { ModelUsage } from '../assistant/assistant.js';
import { ConversationsEnv } from '../conversations.env.js';
import { AiBudget } from './ai-budget.js';

const OPERATION = { answer: 'generateContent', transcribe: 'generateContent.transcribe' } as const;

/** Tells what a thought cost, whether its answer was used or not, and counts it in the seller's day. */
@Injectable()
export class AiUsage {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly budget: AiBudget,
    private readonly env: ConversationsEnv,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** In the open transaction of the seller. @param messageId the answer that came of it */
  async tell(sellerId: string, usages: ModelUsage[] | undefined, messageId?: string, conversationId?: string): Promise<void> {
    if (!usages?.length) return;
    const now = new Date();
    await this.outbox.add(usages.map((usage) => this.told(sellerId, usage, now, messageId, conversationId)));
    await this.budget.spend(sellerId, {
      tokens: usages.reduce((sum, usage) => sum + usage.inputTokens + usage.outputTokens, 0),
      // A model that nobody priced must not run for ever on a budget of FCFA.
      fcfa: usages.reduce(
        (sum, usage) => sum + (this.cost(usage, now) ?? dearestFcfa(tokensOf(usage), now, this.env.fcfaPerUsd)),
        0,
      ),
    });
  }

  /** For a thought that was dropped: in a transaction of its own. */
  async tellApart(sellerId: string, usages: ModelUsage[] | undefined, conversationId?: string): Promise<void> {
    if (usages?.length) await this.db.asSeller(sellerId, () => this.tell(sellerId, usages, undefined, conversationId));
  }

  private told(sellerId: string, usage: ModelUsage, now: Date, messageId?: string, conversationId?: string) {
    const cost = this.cost(usage, now);
    if (cost === undefined)
      this.logger.error({ event: 'ai.price-unknown', model: usage.model }, 'a model without a known price: its cost counts as 0');
    return fact(
      ConversationsApiUsedV1,
      {
        provider: 'gemini',
        operation: OPERATION[usage.operation ?? 'answer'],
        model: usage.model.slice(0, 100),
        calls: usage.calls,
        errors: usage.errors,
        inputTokens: usage.inputTokens,
        outputTokens: usage.outputTokens,
        latencyMs: Math.round(usage.latencyMs),
        costFcfa: cost ?? 0,
        since: new Date(now.getTime() - usage.latencyMs).toISOString(),
        ...(messageId ? { referenceId: messageId } : {}),
        ...(conversationId ? { conversationId } : {}),
      },
      // Several facts may tell of one message.
      { sellerId, key: newId(), version: 1 },
    );
  }

  private cost(usage: ModelUsage, at: Date): number | undefined {
    return costFcfa(usage.model, tokensOf(usage), at, this.env.fcfaPerUsd);
  }
}

const tokensOf = (usage: ModelUsage) => ({ input: usage.inputTokens, output: usage.outputTokens });
