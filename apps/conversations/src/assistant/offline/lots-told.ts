import { productTalkedAbout } from './talked-about.js';
import { lotOf } from './lots.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { priceOf } from './words/phrase.js';

/** Pairs she asked for that are sold together: how many lots they are is said openly. */
export function tellsLots(session: Session, u: Understanding): void {
  for (const { slots, candidates } of [...u.mentions, { slots: u.slots, candidates: [] }]) {
    const product = candidates.length === 1 ? candidates[0] : productTalkedAbout(session, u);
    const lot = product && lotOf(product);
    if (!product || lot === undefined || slots.pieces === undefined || slots.quantity === undefined) continue;
    session.cite(...product.offers);
    session.say(say.soldInLots(product.name, lot, slots.pieces, slots.quantity));
  }
}

/** "ya combien de paires dans un lot ?": as many as its name says. True when that was the answer. */
export function tellsLotSize(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  if (
    !/ combien (?:de |d |il y a |y a |ya )?.*(?:dans|par) (?:le |un |une |chaque |1 )?(?:lot|pack|paquet|set|sachet|carton) /.test(
      words,
    )
  )
    return false;
  const product = productTalkedAbout(session, u);
  const lot = product && lotOf(product);
  if (!product || lot === undefined) return false;
  session.cite(...product.offers);
  session.say(say.lotSize(product.name, lot, priceOf(product.offers)));
  if (session.draft.lines.length === 0) session.update({ interest: { productId: product.id }, lastAsked: 'offer' });
  return true;
}
