import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { AssistantTools, Draft, Offer, Reply, Turn } from '../assistant/assistant.js';
import { lineOf, reopened } from '../assistant/draft.js';
import { formatFcfa } from '../assistant/money.js';
import { OfflineAssistant } from '../assistant/offline/offline-assistant.js';
import { articleName } from '../assistant/proposal.js';
import { type Article, Articles } from './articles.js';
import type { CartItem } from './cart.js';

interface Filled {
  draft: Draft;
  facts: Offer[];
  /** What she has to know of it, in French. */
  notes: string[];
}

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
    const { draft, facts, notes } = fill(turn.draft, cart, articles);
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

/** The cart as a draft: it says all that she wants, so it takes the place of the lines before it; address and telephone stay. */
function fill(before: Draft, cart: CartItem[], articles: Map<string, Article>): Filled {
  const { address, commune, phone } = before;
  const draft: Draft = {
    ...reopened({ lines: [] }),
    ...(address ? { address } : {}),
    ...(commune ? { commune } : {}),
    ...(phone ? { phone } : {}),
  };
  const [received, problems]: [string[], string[]] = [[], []];
  const facts: Offer[] = [];
  const toChoose = [];
  for (const item of cart) {
    const article = articles.get(item.reference);
    if (!article) problems.push(`Je ne trouve pas l’article « ${item.written} » dans la boutique.`);
    else if (!('offer' in article)) toChoose.push({ productId: article.productId, quantity: item.quantity, wanted: true });
    else {
      const { offer } = article;
      const quantity = Math.min(item.quantity, offer.available);
      const line = lineOf(offer, quantity);
      facts.push(offer);
      if (quantity < 1) problems.push(`${articleName(line)} n’est plus disponible.`);
      else if (quantity < item.quantity)
        problems.push(`${articleName(line)} : il n’en reste que ${quantity}, j’en ai mis ${quantity}.`);
      if (quantity < 1) continue;
      if (item.shownPrice !== undefined && item.shownPrice !== offer.unitPrice)
        problems.push(`${articleName(line)} : le prix est de ${formatFcfa(offer.unitPrice)}.`);
      draft.lines.push(line);
      received.push(`• ${quantity} x ${articleName(line)} : ${formatFcfa(offer.unitPrice)}`);
    }
  }
  const [interest, ...pending] = toChoose;
  if (interest) Object.assign(draft, { interest }, pending.length > 0 ? { pending } : {});
  // With an address the recap that follows lists them.
  const listed = received.length > 0 && !address ? ['Votre panier :', ...received] : [];
  return { draft, facts, notes: [...problems, ...listed] };
}
