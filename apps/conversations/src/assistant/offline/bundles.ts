import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { productTalkedAbout, wanted } from './talked-about.js';
import { Understanding } from './understand.js';
import { factWords } from './words/facts.js';
import { priceOf } from './words/phrase.js';

const NUMBER = String.raw`(?:\d{1,2}|une?|deux|trois|quatre|cinq)`;
/** "3 pour le prix de 2", "2 achetés 1 offert" */
const BUNDLE = new RegExp(
  String.raw` ${NUMBER} (?:\w+ ){0,3}(?:pour|a|au) (?:le )?prix (?:de |d )${NUMBER} | ${NUMBER} (?:\w+ )?achetee?s? (?:\w+ ){0,2}(?:${NUMBER} )?(?:\w+ )?(?:offerte?s?|gratuite?s?) `,
);

/** So many for the price of fewer: the shop has no such offer, and what she named is told at its price. True when she asked for that. */
export function refusesBundle(session: Session, u: Understanding): boolean {
  const product = productTalkedAbout(session, u);
  if (!BUNDLE.test(inOneLine(u.words)) || !product) return false;
  const { offers } = wanted(session, product, u);
  session.cite(...offers);
  session.say(factWords.noBundle(product.name, priceOf(offers.map((offer) => session.priced(offer)))));
  if (session.draft.lines.length === 0 && !session.draft.interest) session.update({ interest: { productId: product.id } });
  return true;
}
