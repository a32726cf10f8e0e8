import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Backlog, inContext, Worker } from '#bus';
import { WhatsAppUpdateReceivedV1 } from '#contracts';
import { Database } from '#database';
import { LOGGER } from '#service';
import type { Assistant, Reply } from '../assistant/assistant.js';
import { AnswerCart } from '../cart/answer-cart.js';
import { ConversationsEnv } from '../conversations.env.js';
import { ReadReceipts } from '../outbound/read-receipts.js';
import { Bell } from './bell.js';
import { CloseTurn, type TurnOutcome } from './close-turn.js';
import { OpenTurns, type OpenTurn } from './open-turn.js';
import { ShopTools } from './shop-tools.js';
import { TurnLeases } from './turn-leases.js';
import { VoiceNotes } from './voice-notes.js';

/** Whoever answers customers, for injection. */
export const ASSISTANT = Symbol('assistant');
/** Who answers when the AI may not be asked. */
export const ASSISTANT_WITHOUT_AI = Symbol('assistant without AI');

/** A turn that failed this often is handed to a person. */
const MOST_ATTEMPTS = 3;

/** Turns that a replica thinks about at the same time: each may need a connection. */
const AT_ONCE = 8;
/** So many waiting updates are no burst any more but more than this machine takes in. */
const BEHIND = 50;

/** Answers customers: one turn at a time in each conversation, several conversations at the same time, the thinking outside any transaction. */
@Injectable()
export class TurnWorker implements OnModuleDestroy {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly db: Database,
    private readonly turns: OpenTurns,
    private readonly tools: ShopTools,
    private readonly closing: CloseTurn,
    private readonly leases: TurnLeases,
    private readonly receipts: ReadReceipts,
    private readonly carts: AnswerCart,
    private readonly env: ConversationsEnv,
    private readonly voices: VoiceNotes,
    private readonly backlog: Backlog,
    private readonly bell: Bell,
    @Inject(ASSISTANT) private readonly assistant: Assistant,
    @Inject(ASSISTANT_WITHOUT_AI) private readonly withoutAi: Assistant,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * One hand looks for turns that are due, and takes all that can be thought about now. What customers write is stored before they are answered: where shops send more
   * than this machine takes in, one whose customers wait in a long file has one turn at a time, over all replicas; the customers of the others find hands free. What is read meanwhile is
   * answered with what is there already, so that nothing is lost by it.
   */
  @Worker({ name: 'turns', idleMs: 1_000, outbound: true })
  async answer(): Promise<number> {
    const ofOneShop = this.backlog.of(WhatsAppUpdateReceivedV1) > BEHIND ? 1 : Infinity;
    if (this.underWay.size >= AT_ONCE) await Promise.race(this.underWay);
    const room = AT_ONCE - this.underWay.size;
    if (room <= 0) return 1;
    const due = await this.turns.due(room, ofOneShop);
    // A shop's next one waits for this one to end, and nobody else rings for it then.
    const last = () => ofOneShop < Infinity && this.bell.turnIn(0);
    for (const open of due) this.start(open, last);
    // With room left nothing is due any more: whoever makes a turn due rings.
    return due.length < room ? 0 : due.length;
  }

  /** A graceful stop waits for what is being thought about. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private start(open: OpenTurn, ended: () => unknown): void {
    const work = inContext({ ...open.chain, actor: 'assistant' }, () => this.db.keepingPlans(() => this.answerOne(open)))
      .catch((error: unknown) =>
        // The lease ends, and the turn is found again.
        this.logger.error(
          { event: 'turn.not-closed', conversationId: open.conversationId, error: (error as Error).stack ?? String(error) },
          'a turn could not be closed',
        ),
      )
      .finally(() => {
        this.underWay.delete(work);
        ended();
      });
    this.underWay.add(work);
  }

  private async answerOne(open: OpenTurn): Promise<void> {
    if (open.answering.length === 0) return void (await this.closing.nothingToSay(open));
    if (open.optedOut) return void (await this.closing.staySilent(open));
    if (!open.mayAnswer) return void (await this.closing.stayOut(open));
    if (open.loops) return void (await this.closing.leaveLoop(open));
    // A turn that ends the process each time it is thought about must not do so for ever.
    if (open.attempts > MOST_ATTEMPTS) return void (await this.closing.giveUp(open));
    if (this.voices.mustWait(open)) return void (await this.leases.waitForFile(open));
    const stopDots = this.receipts.whileThinking(open.sellerId, open.answering.at(-1)!, open.read);
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
      await (open.attempts >= MOST_ATTEMPTS ? this.closing.giveUp(open) : this.leases.tryLater(open));
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
