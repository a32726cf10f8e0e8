import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { AssistantTools, Reply, Turn } from '../assistant/assistant.js';
import { OfflineAssistant } from '../assistant/offline/offline-assistant.js';
import { Articles } from './articles.js';
import type { CartItem } from './cart.js';
import { fillDraft } from './fill-draft.js';

/** What stands for her words when she sent the cart alone. */
const SHOW_ME = 'récapitulatif';

/**
 * Answers a WhatsApp cart: it becomes the draft, at our prices and within our stock, and the sale goes on from there. No model is asked: a cart says exactly what
 * is wanted.
 */
@Injectable()
export class AnswerCart {
  private readonly assistant = new OfflineAssistant();

  constructor(
    private readonly db: Database,
    private readonly articles: Articles,
  ) {}

  async answer(sellerId: string, turn: Turn, cart: CartItem[], tools: AssistantTools): Promise<Reply> {
    const articles = await this.db.asSeller(sellerId, () =>
      this.articles.byReference(
        sellerId,
        cart.map(({ reference }) => reference),
      ),
    );
    const { draft, facts, notes } = fillDraft(turn.draft, cart, articles);
    if (draft.lines.length === 0 && !draft.interest)
      return {
        text: [...notes, 'Dites-moi ce que vous cherchez, je vous montre ce que nous avons.'].join('\n'),
        draft,
        decisions: [],
        engine: 'offline',
        facts,
      };
    const said = turn.inbound.filter(({ text }) => text.trim() !== '');
    const inbound = said.length > 0 ? said : [{ author: 'customer' as const, text: SHOW_ME, at: turn.now }];
    const reply = await this.assistant.answer({ ...turn, draft, inbound }, tools);
    return { ...reply, text: [notes.join('\n'), reply.text].filter(Boolean).join('\n\n'), facts: [...facts, ...reply.facts] };
  }
}
