import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { inContext, Worker } from '#bus';
import { LOGGER } from '#service';
import type { Assistant, Reply } from '../assistant/assistant.js';
import { AnswerCart } from '../cart/answer-cart.js';
import { ConversationsEnv } from '../conversations.env.js';
import { ReadReceipts } from '../outbound/read-receipts.js';
import { CloseTurn, type TurnOutcome } from './close-turn.js';
import { OpenTurns, type OpenTurn } from './open-turn.js';
import { ShopTools } from './shop-tools.js';
import { VoiceNotes } from './voice-notes.js';

/** Whoever answers customers, for injection. */
export const ASSISTANT = Symbol('assistant');
/** Who answers when the AI may not be asked. */
export const ASSISTANT_WITHOUT_AI = Symbol('assistant without AI');

/** A turn that failed this often is handed to a person. */
const MOST_ATTEMPTS = 3;

/** Answers customers: one turn at a time in each conversation, the thinking outside any transaction. */
@Injectable()
export class TurnWorker {
  constructor(
    private readonly turns: OpenTurns,
    private readonly tools: ShopTools,
    private readonly closing: CloseTurn,
    private readonly receipts: ReadReceipts,
    private readonly carts: AnswerCart,
    private readonly env: ConversationsEnv,
    private readonly voices: VoiceNotes,
    @Inject(ASSISTANT) private readonly assistant: Assistant,
    @Inject(ASSISTANT_WITHOUT_AI) private readonly withoutAi: Assistant,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Worker({ name: 'turns', idleMs: 1_000, concurrency: 8, outbound: true })
  async answer(): Promise<number> {
    const open = await this.turns.next();
    if (!open) return 0;
    await inContext({ ...open.chain, actor: 'assistant' }, () => this.answerOne(open));
    return 1;
  }

  private async answerOne(open: OpenTurn): Promise<void> {
    if (open.answering.length === 0) return void (await this.closing.nothingToSay(open));
    if (open.optedOut) return void (await this.closing.staySilent(open));
    if (!open.mayAnswer) return void (await this.closing.stayOut(open));
    if (open.loops) return void (await this.closing.leaveLoop(open));
    // A turn that ends the process each time it is thought about must not do so for ever.
    if (open.attempts > MOST_ATTEMPTS) return void (await this.closing.giveUp(open));
    if (this.voices.mustWait(open)) return void (await this.closing.waitForFile(open));
    const stopDots = this.receipts.whileThinking(open.sellerId, open.answering.at(-1)!);
    try {
      const reply = await this.inTime(this.think(open)).finally(stopDots);
      this.log(open, reply, await this.closing.close(open, reply));
    } catch (error) {
      this.logger.error(
        {
          event: 'turn.failed',
          conversationId: open.conversationId,
          attempts: open.attempts,
          error: (error as Error).stack ?? String(error),
        },
        'the assistant found no answer',
      );
      await (open.attempts >= MOST_ATTEMPTS ? this.closing.giveUp(open) : this.closing.tryLater(open));
    }
  }

  private async think(open: OpenTurn): Promise<Reply> {
    const { turn, usage } = await this.voices.hear(open);
    const tools = this.tools.for(open);
    const reply = await this.answerer(open).answer(turn, tools);
    return usage.length > 0 ? { ...reply, usage: [...usage, ...(reply.usage ?? [])] } : reply;
  }

  private answerer(open: OpenTurn): Assistant {
    if (open.cart.length > 0) return { answer: (turn, tools) => this.carts.answer(open.sellerId, turn, open.cart, tools) };
    return open.overBudget ? this.withoutAi : this.assistant;
  }

  private log(open: OpenTurn, reply: Reply, outcome: TurnOutcome): void {
    this.logger.info(
      {
        event: 'turn.closed',
        conversationId: open.conversationId,
        outcome,
        engine: reply.engine,
        messages: open.answering.length,
        decisions: reply.decisions.map((decision) => decision.kind),
        ...(open.overBudget ? { overBudget: true } : {}),
        ...(reply.fallbackReason ? { fallbackReason: reply.fallbackReason } : {}),
        ...(reply.refused ? { refused: reply.refused.length } : {}),
      },
      'turn closed',
    );
  }

  private async inTime(answer: Promise<Reply>): Promise<Reply> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the assistant took too long')), this.env.thinkingMs);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
