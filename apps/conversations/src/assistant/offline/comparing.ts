import { show } from './browse.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { catalogueLine } from './words/phrase.js';
import { restockWords } from './words/restock.js';

const COMPARES =
  / (mieux|meilleure?|preferable|prefere[sz]?|conseille\w*|difference|laquelle|lequel|plus (joli|jolie|belle?|solide|confortable|tendance|recente?)) /;

/** "laquelle est la mieux entre la puma et la stan smith ?": both with their prices; neither is chosen by asking. True when that was the answer. */
export function compares(session: Session, u: Understanding): boolean {
  const products = [...new Set(u.mentions.flatMap(({ candidates }) => (candidates.length === 1 ? candidates : [])))];
  const said = inOneLine(u.words);
  if (products.length < 2 || !COMPARES.test(said) || !/ (entre|ou|et|vs|contre) /.test(said)) return false;
  if (
    (u.intents.has('want') && !u.asksSomething && !/ (laquelle|lequel) /.test(said)) ||
    u.address ||
    products.some(({ offers }) => offers.length === 0)
  )
    return false;
  const { interest } = session.draft;
  if (interest) session.update({ aside: [...(session.draft.aside ?? []), interest] });
  session.forget('interest', 'pending');
  show(session, products, restockWords.compared(products.map(catalogueLine), session.sellerFirstName));
  return true;
}
