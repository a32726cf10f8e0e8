import { Offer } from '../assistant.js';
import { Product, sameColor, sameSize } from './catalogue.js';
import { numberOf } from './lexicon.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** The product she means: named now, being talked about, or the last one on the draft. */
export function productTalkedAbout(session: Session, u: Understanding): Product | undefined {
  const named = u.mentions.flatMap((mention) => (mention.candidates.length === 1 ? mention.candidates : []))[0]?.id;
  const id =
    named ?? session.draft.interest?.productId ?? session.draft.lines.at(-1)?.productId ?? session.turn.draft.interest?.productId;
  return id === undefined ? undefined : session.product(id);
}

/** The offers of the product that fit what is known of her wish, and how many she wants. */
export function wanted(session: Session, product: Product, u: Understanding): { offers: Offer[]; quantity: number } {
  const lines = session.draft.lines.filter((known) => known.productId === product.id);
  const line = lines.at(-1);
  // "36000 les deux": one red and one blue are two
  const all = u.intents.has('allOfThem') && lines.length > 1 ? lines.reduce((sum, one) => sum + one.quantity, 0) : undefined;
  const wish = session.draft.interest?.productId === product.id ? session.draft.interest : line;
  const slots = u.mentions.find((mention) => mention.candidates.includes(product))?.slots ?? u.slots;
  const size = slots.sizes[0] ?? wish?.size;
  const color = slots.colors[0] ?? wish?.color;
  const fitting = product.offers.filter(
    (offer) => (!size || !offer.size || sameSize(offer.size, size)) && (!color || !offer.color || sameColor(offer.color, color)),
  );
  const there = fitting.filter((offer) => offer.available > 0);
  return {
    offers: there.length > 0 ? there : product.offers,
    quantity: slots.quantity ?? all ?? lotPriced(u) ?? wish?.quantity ?? 1,
  };
}

/** "110000 les 3": the number her price is for. */
function lotPriced({ words, amounts }: Understanding): number | undefined {
  const at = words.findIndex(
    (word, i) => /^(les|pour)$/.test(words[i - 1] ?? '') && (numberOf(word) ?? 0) > 1 && (numberOf(word) ?? 0) < 16,
  );
  return at < 0 || amounts.length === 0 ? undefined : numberOf(words[at]);
}
