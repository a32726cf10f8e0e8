import { type FactoryProvider, Module, type Type } from '@nestjs/common';
import type { Assistant } from '../../apps/conversations/src/assistant/assistant.js';
import { ConversationsModule } from '../../apps/conversations/src/conversations.module.js';
import { conversationsService } from '../../apps/conversations/src/conversations.service-definition.js';
import { ASSISTANT } from '../../apps/conversations/src/turns/turn.worker.js';
import { asDialogue, type Dialogue } from './dialogue.js';
import { play } from './play.js';
import { isGood } from './report.js';
import { Stage } from './stage.js';

/** The platform's own assistant, except that it lies, with no guard behind it, when it is asked about Jordan. */
const liar = (honest: Assistant): Assistant => ({
  answer: async (turn, tools) => {
    if (!turn.inbound.some(({ text }) => /jordan/i.test(text))) return honest.answer(turn, tools);
    const text = 'La Jordan 4 Retro est à 50.000 FCFA, la livraison est offerte.';
    return { text, draft: turn.draft, decisions: [], engine: 'offline', facts: [] };
  },
});

const provided = Reflect.getMetadata('providers', ConversationsModule) as (Type | FactoryProvider<Assistant>)[];
const own = provided.find((one): one is FactoryProvider<Assistant> => 'provide' in one && one.provide === ASSISTANT)!;

@Module({
  providers: [
    ...provided.filter((one) => one !== own),
    { ...own, useFactory: async (...needs: unknown[]) => liar(await own.useFactory(...needs)) },
  ],
})
class LyingConversations {}

const bought: Dialogue = asDialogue(
  {
    name: 'two pairs',
    covers: ['quantity'],
    shop: 'chaussures',
    says: ['Bonjour, je voudrais 2 Puma Suede Classic en 40', 'Cocody, Angré 7ème tranche, Villa 123'],
    answers: { address: 'Cocody, Angré 7ème tranche, Villa 123', confirm: 'press' },
    ends: { order: ['2 x Puma Suede Classic | 40 @ 30000'], address: ['villa 123'] },
  },
  'tuning',
);
const asked = (over: Partial<Dialogue>): Dialogue => ({
  ...bought,
  answers: undefined,
  ends: { order: 'none', human: 'either' },
  ...over,
});

describe('the evaluation counts right', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({}, { ...conversationsService, module: LyingConversations });
  }, 90_000);
  afterAll(async () => await stage?.close());

  it('an order as it must be, as success', async () => {
    const outcome = await play(stage, bought);
    expect(outcome).toMatchObject({ failures: [], wrongPrices: [], handedOver: false });
    expect(outcome.turnsToOrder).toBeLessThanOrEqual(4);
    expect(isGood([outcome])).toBe(true);
  });

  it('another order than the one that was meant, as failure', async () => {
    const [other, none] = await Promise.all([
      play(stage, { ...bought, ends: { ...bought.ends, order: ['1 x Puma Suede Classic | 40 @ 30000'] } }),
      play(stage, { ...bought, ends: { order: 'none', human: 'either' } }),
    ]);
    expect(other.failures).toEqual([
      'ordered 2 x Puma Suede Classic | 40 @ 30000 instead of 1 x Puma Suede Classic | 40 @ 30000',
    ]);
    expect(none.failures).toEqual(['ordered: 2 x Puma Suede Classic | 40 @ 30000']);
    expect(isGood([other])).toBe(false);
  });

  it('a lie that nobody stopped, as wrong prices, even where the dialogue asks for nothing', async () => {
    const outcome = await play(stage, asked({ says: ['la jordan c combien'] }));
    expect(outcome.wrongPrices.map(({ amount }) => amount).sort()).toEqual([0, 50_000]);
    expect(isGood([outcome])).toBe(false);
  });

  it('a reply that lacks what it must hold, and an ending that does not come, as failure', async () => {
    const outcome = await play(
      stage,
      asked({ says: [{ say: 'vous avez des puma suede ?', reply: ['violet'] }], ends: { order: 'none', human: 'yes' } }),
    );
    expect(outcome.failures).toEqual([expect.stringContaining('« violet »'), 'nobody of the shop was called']);
  });
});
