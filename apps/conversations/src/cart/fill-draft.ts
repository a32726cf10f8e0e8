import type { Draft, Offer } from '../assistant/assistant.js';
import { reopened } from '../assistant/draft.js';
import { lineOf } from '../assistant/draft-lines.js';
import { formatFcfa } from '../assistant/money.js';
import { articleName } from '../assistant/proposal.js';
import type { Article } from './articles.js';
import type { CartItem } from './cart.js';

/** A cart in the shop's own terms. */
export interface Filled {
  draft: Draft;
  facts: Offer[];
  /** What she has to know of it, in French. */
  notes: string[];
}

/** The cart as a draft: it says all that she wants, so it takes the place of the lines before it; address and telephone stay. */
export function fillDraft(before: Draft, cart: CartItem[], articles: Map<string, Article>): Filled {
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
  let unknown = 0;
  for (const item of cart) {
    const article = articles.get(item.reference);
    if (!article) unknown += 1;
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
  // Her telephone shows no references: they would tell her nothing.
  if (unknown === 1) problems.push('Je ne trouve pas un des articles de votre panier dans la boutique.');
  if (unknown > 1) problems.push(`Je ne trouve pas ${unknown} des articles de votre panier dans la boutique.`);
  const [interest, ...pending] = toChoose;
  if (interest) Object.assign(draft, { interest }, pending.length > 0 ? { pending } : {});
  // With an address the recap that follows lists them.
  const listed = received.length > 0 && !address ? ['Votre panier :', ...received] : [];
  return { draft, facts, notes: [...problems, ...listed] };
}
