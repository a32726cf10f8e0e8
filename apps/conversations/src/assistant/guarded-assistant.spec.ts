import { Assistant, Reply, Turn } from './assistant.js';
import { AssistantWithFallback } from './assistant-with-fallback.js';
import { GuardedAssistant } from './guarded-assistant.js';
import { InMemoryShop } from './testing/in-memory-shop.js';

const at = new Date('2026-11-23T09:00:00Z');
const draft = { lines: [], address: 'Cocody' };
const turn: Turn = {
  shop: { name: 'Kouadio Chaussures', sellerFirstName: 'Kouadio' },
  customer: {},
  history: [],
  inbound: [{ author: 'customer', text: 'la nike ?', at }],
  draft,
  now: at,
};

/** An engine that says its texts one after the other and remembers what it was told to correct. */
class Says implements Assistant {
  readonly corrections: (string[] | undefined)[] = [];
  constructor(private readonly texts: string[]) {}
  answer(asked: Turn): Promise<Reply> {
    this.corrections.push(asked.corrections);
    const text = this.texts[this.corrections.length - 1] ?? '';
    return Promise.resolve({ text, draft: { lines: [] }, decisions: [{ kind: 'cancel-draft' }], engine: 'gemini', facts: [] });
  }
}

describe('the guarded assistant', () => {
  it('lets a true reply out as it is', async () => {
    const engine = new Says(['La Nike est à 45.000 FCFA.']);
    expect((await new GuardedAssistant(engine).answer(turn, InMemoryShop.withSizes())).refused).toBeUndefined();
    expect(engine.corrections).toHaveLength(1);
  });

  it('asks once more and says what was wrong', async () => {
    const engine = new Says(['La Nike est à 1.000 FCFA.', 'La Nike est à 45.000 FCFA.']);
    const reply = await new GuardedAssistant(engine).answer(turn, InMemoryShop.withSizes());
    expect(reply.text).toBe('La Nike est à 45.000 FCFA.');
    expect(engine.corrections[1]?.join()).toMatch(/1000/);
  });

  it('calls the seller after a second refusal, and nothing of the refused replies happens', async () => {
    const engine = new Says(['La Nike est à 1.000 FCFA.', 'La Nike est à 2.000 FCFA.', 'never asked']);
    const reply = await new GuardedAssistant(engine).answer(turn, InMemoryShop.withSizes());
    expect(reply.decisions).toEqual([{ kind: 'hand-over', reason: "réponse de l'assistant refusée deux fois" }]);
    expect(reply.draft).toBe(draft);
    expect(engine.corrections).toHaveLength(2);
  });
});

it('a failure of both engines is not hidden', async () => {
  const broken: Assistant = { answer: () => Promise.reject(new Error('database down')) };
  await expect(new AssistantWithFallback(broken, broken).answer(turn, InMemoryShop.withSizes())).rejects.toThrow('database down');
});
