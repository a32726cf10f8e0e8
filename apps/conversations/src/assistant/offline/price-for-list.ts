import { numberOf } from './lexicon.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** « 70000 c'est bon ? », right after a list was priced: her price is for all of it, and she takes it at that. @returns the burst as if she had said so */
export function pricesTheList(session: Session, u: Understanding): Understanding {
  const { asked = [], interest, lines, lastAsked } = session.draft;
  const [amount, ...others] = u.amounts;
  const known = asked.flatMap(({ productId }) => session.product(productId)?.offers ?? []);
  const dearest = Math.max(0, ...known.map(({ unitPrice }) => unitPrice));
  if (asked.length < 2 || interest || lines.length > 0 || lastAsked !== 'offer' || u.mentions.length > 0) return u;
  if (
    amount === undefined ||
    others.length > 0 ||
    amount <= dearest ||
    u.words.some((word) => (numberOf(word) ?? 99) === asked.length)
  )
    return u;
  const sum = asked.reduce((total, { productId, variantId, quantity = 1 }) => {
    const offers = session.product(productId)?.offers ?? [];
    const offer = offers.find((one) => one.variantId === variantId) ?? offers[0];
    return total + (offer ? session.priced(offer).unitPrice : 0) * quantity;
  }, 0);
  return {
    ...u,
    // what she names is what it costs
    amounts: amount === sum ? [] : u.amounts,
    words: [...u.words, 'les', String(asked.length)],
    intents: new Set([...u.intents, 'want' as const, 'allOfThem' as const]),
    asksSomething: false,
  };
}
