import { show } from './browse.js';
import { Product } from './catalogue.js';
import { findProducts } from './naming.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { say } from './say.js';
import { catalogueLine } from './words/phrase.js';
import { restockWords } from './words/restock.js';

/** « la Air Max ou la Air Force », « j'hésite entre… » */
const HESITATES = / (sais pas|hesit\w*|indecise?) /;
const COMPARES =
  / (mieux|meilleure?|preferable|prefere[sz]?|conseille\w*|difference|laquelle|lequel|plus (joli|jolie|belle?|solide|confortable|tendance|recente?)) /;

/** "laquelle est la mieux entre la puma et la stan smith ?": both with their prices; neither is chosen by asking. True when that was the answer. */
export function compares(session: Session, u: Understanding): boolean {
  const products = [...new Set(u.mentions.flatMap(({ candidates }) => (candidates.length === 1 ? candidates : [])))];
  const said = inOneLine(u.words);
  if (
    products.length < 2 ||
    !(COMPARES.test(said) || HESITATES.test(said) || areEither(session, u)) ||
    !/ (entre|ou|et|vs|contre) /.test(said)
  )
    return false;
  if (
    (!areEither(session, u) && u.intents.has('want') && !u.asksSomething && !/ (laquelle|lequel) /.test(said)) ||
    u.address ||
    products.some(({ offers }) => offers.length === 0)
  )
    return false;
  if (tellsByPrice(session, products, said)) return true;
  const { interest } = session.draft;
  if (interest) session.update({ aside: [...(session.draft.aside ?? []), interest] });
  session.forget('interest', 'pending');
  show(session, products, restockWords.compared(products.map(catalogueLine), session.sellerFirstName));
  return true;
}

/** « entre la Stan Smith et la Puma, laquelle est la moins chère ? »: that is no matter of taste. */
function tellsByPrice(session: Session, products: Product[], said: string): boolean {
  const order = / (plus|moins) (?:chere?s?|abordables?) /.exec(said)?.[1];
  const priceOf = ({ offers }: Product) => Math.min(...offers.map((offer) => session.priced(offer).unitPrice));
  const [one, ...others] = products.toSorted((a, b) => (order === 'plus' ? -1 : 1) * (priceOf(a) - priceOf(b)));
  if (!order || !one || others.every((other) => priceOf(other) === priceOf(one))) return false;
  session.forget('interest', 'pending');
  show(session, [one], order === 'plus' ? say.theDearest(one) : say.theCheapest(one));
  session.update({ aside: others.reverse().map(({ id }) => ({ productId: id })) });
  return true;
}

/** « air max ou stan smith »: one of them, and she has not said which. */
function areEither(session: Session, u: Understanding): boolean {
  const [first, second, ...more] = findProducts(u.words, session.products);
  if (!first || !second || more.length > 0 || u.asksSomething || u.intents.has('price')) return false;
  const between = inOneLine(u.words.slice(first.end, second.start));
  return / ou (?:(?:bien|alors|sinon) )?(?:(?:la|le|les|l|une?|des) )?$/.test(between) && u.slots.sizes.length === 0;
}
