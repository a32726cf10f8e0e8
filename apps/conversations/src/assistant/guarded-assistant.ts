import { Assistant, AssistantTools, Reply, Turn } from './assistant.js';
import { check } from './guard.js';
import { say } from './offline/say.js';

/**
 * Lets out only what the guard found true. A refused reply is asked for once more, with what was wrong; a second refusal calls the seller
 * and leaves the draft as it was. What was refused is reported with the reply that left.
 */
export class GuardedAssistant implements Assistant {
  constructor(private readonly engine: Assistant) {}

  async answer(turn: Turn, tools: AssistantTools): Promise<Reply> {
    const first = await this.engine.answer(turn, tools);
    const verdict = await check(first, turn, tools);
    if (verdict.ok) return first;
    const second = await this.engine.answer({ ...turn, corrections: verdict.problems }, tools.anew());
    const again = await check(second, turn, tools);
    const usage = addUsage(first, second);
    if (again.ok) return { ...second, ...usage, refused: verdict.problems };
    return {
      text: say.handOver(turn.shop.sellerFirstName),
      draft: turn.draft,
      decisions: [{ kind: 'hand-over', reason: "réponse de l'assistant refusée deux fois" }],
      engine: second.engine,
      facts: [],
      ...usage,
      refused: [...verdict.problems, ...again.problems],
    };
  }
}

/** Both attempts were paid for. */
function addUsage(first: Reply, second: Reply): Pick<Reply, 'usage'> {
  const usage = [...(first.usage ?? []), ...(second.usage ?? [])];
  return usage.length > 0 ? { usage } : {};
}
