import { numberOf } from './lexicon.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

const SO_MANY_AND =
  /^ (?:(?:ok|oui|bon|alors|donc|je|prends|veux|voudrais|mettez|mets|donnez|moi|en) )*(\d{1,2}|une?|deux|trois|quatre|cinq|six|dix) (?:lots?|paires?|pieces?|unites?) (?=(?:et|plus|avec) (?:(\d{1,2}|une?|deux|trois|quatre|cinq|six) )?)/;

/** « 2 lots et une casquette noire », while the socks are on offer: so many of what is offered, and the other beside it. @returns the burst without the number */
export function countsTheOffer(session: Session, u: Understanding): Understanding {
  const { interest, lastAsked } = session.draft;
  const found = SO_MANY_AND.exec(inOneLine(u.words));
  const [mention, ...others] = u.mentions;
  const count = numberOf(found?.[1]);
  if (!found || !interest || !mention || lastAsked !== 'offer' || count === undefined) return u;
  if (mention.candidates.some(({ id }) => id === interest.productId)) return u;
  session.update({ interest: { ...interest, quantity: count } });
  const words = inOneLine(u.words).slice(found[0].length).trim().split(' ');
  return { ...u, words, mentions: [{ ...mention, slots: { ...mention.slots, quantity: numberOf(found[2]) ?? 1 } }, ...others] };
}
