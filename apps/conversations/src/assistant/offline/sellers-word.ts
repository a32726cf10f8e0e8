import { readAmounts } from './amounts.js';
import { remindOfRecap } from './closing.js';
import { inOneLine, wordsOf } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { placedWords } from './words/placed.js';

const WROTE = / (ecrit|dit|promis|accorde|propose|fait|confirme|valide|au dessus|plus haut|message) /;

/**
 * She holds to a price that the seller himself wrote in this conversation. Only he can book it: he is told, and she hears that here the catalogue's price is what counts
 * until then. True when there is nothing more to answer.
 */
export function holdsToSellersWord(session: Session, u: Understanding): boolean {
  const written = session.turn.history.filter(({ author }) => author === 'human').flatMap(({ text }) => amountsOf(text));
  const amount = session.turn.inbound.flatMap(({ text }) => amountsOf(text)).find((one) => written.includes(one));
  if (amount === undefined) return false;
  passOnWish(
    session,
    `enregistrer le prix que vous avez écrit : ${amount} FCFA`,
    undefined,
    placedWords.sellersPrice(session.sellerFirstName),
  );
  const more = u.mentions.length > 0 || u.address !== undefined || u.commune !== undefined || u.phone !== undefined;
  if (more || !WROTE.test(inOneLine(u.words))) return false;
  remindOfRecap(session);
  return true;
}

/** « 42 000 » and « 42.000 » are one number. */
const amountsOf = (text: string): number[] => readAmounts(wordsOf(text.replace(/(\d)[ .\u00a0\u202f](?=\d{3}(?!\d))/g, '$1')));
