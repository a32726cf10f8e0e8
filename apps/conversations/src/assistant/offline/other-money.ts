import { goesOn } from './goes-on.js';
import { inOneLine } from './normalise.js';
import { goesOnWith } from './price-said.js';
import { Session } from './session.js';
import { productTalkedAbout, wanted } from './talked-about.js';
import { Understanding } from './understand.js';
import { factWords } from './words/facts.js';
import { priceOf } from './words/phrase.js';

const MONEY = '(euros?|dollars?|usd|eur|livres? sterling|nairas?|cedis?|yuans?|dirhams?)';
const NAMED = new RegExp(` ${MONEY} `);
/** « je prends à 50 euros »: a sum in it is a price she names, whatever else she says. */
const SUM = new RegExp(` \\d+ (mille )?${MONEY} | ${MONEY} \\d+ `);

/** « combien en euros ? », « je prends à 50€ »: the shop counts in FCFA; what it costs there is told, and nothing is taken by it. True when that was the answer. */
export function asksOtherMoney(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  if (!NAMED.test(words)) return false;
  const sum = SUM.test(words);
  const asks = u.asksSomething || u.intents.has('price') || / (convert\w*|payer|paie|paye|acceptez|prenez) /.test(words);
  if (!asks && !sum) return false;
  session.say(factWords.onlyFcfa());
  const product = productTalkedAbout(session, u);
  if (!product) {
    goesOn(session);
    return true;
  }
  const offers = wanted(session, product, u).offers.filter(({ available }) => available > 0);
  session.cite(...offers);
  if (offers.length > 0 && (sum || session.draft.lines.length === 0))
    session.say(factWords.costs(product.name, priceOf(offers.map((offer) => session.priced(offer)))));
  if (session.draft.lines.length > 0 && !session.draft.interest) goesOn(session);
  else goesOnWith(session, product, sum ? withoutSize(u) : u);
  return true;
}

/** The number before the money is none of its sizes. */
const withoutSize = (u: Understanding): Understanding => ({ ...u, slots: { ...u.slots, sizes: [], quantity: undefined } });
