import { Assistant, AssistantTools, Reply, Turn } from './assistant.js';
import { EngineFailed } from './engine-failed.js';

/**
 * Lets a second engine answer when the first one fails or takes too long, so that no customer waits for a provider. The reply says why,
 * and carries what the failed attempt cost.
 */
export class AssistantWithFallback implements Assistant {
  constructor(
    private readonly first: Assistant,
    private readonly second: Assistant,
    /** Milliseconds the first engine may take. */
    private readonly patienceMs = 15_000,
  ) {}

  async answer(turn: Turn, tools: AssistantTools): Promise<Reply> {
    try {
      return await this.inTime(this.first.answer(turn, tools));
    } catch (error) {
      const reply = await this.second.answer(turn, tools);
      const failed = error instanceof EngineFailed ? error : new EngineFailed('error', [], { cause: error });
      return { ...reply, fallbackReason: failed.reason, ...(failed.usage.length > 0 ? { usage: failed.usage } : {}) };
    }
  }

  private async inTime(answer: Promise<Reply>): Promise<Reply> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new EngineFailed('timeout')), this.patienceMs);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
