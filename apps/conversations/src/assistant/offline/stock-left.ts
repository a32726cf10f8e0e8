import { Offer } from '../assistant.js';
import { articleName } from '../proposal.js';
import { productTalkedAbout } from './talked-about.js';
import { Product, sameColor, sameSize } from './catalogue.js';
import { goesOn } from './goes-on.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Up to this many are counted out to her; how full the shop is beyond that is the seller's affair. */
const COUNTED_OUT = 5;

const HOW_MANY =
  / (((il )?(vous |m |t )?(en )?reste|(il )?y en a|(vous|tu) (en )?(avez|as)|stock)( (encore|plus|en tout|la))* combien(?! de (temps|modeles?|couleurs?|tailles?|pointures?|jours?))|combien (de (paires?|pieces?|unites?) )?((il )?(vous |t )?(en )?rest\w*|(il )?y en a|(vous |tu )?(en )?(avez vous|avez|as)|en stock)|combien (de |d )(\w+ ){1,4}(en stock|disponibles?|il (vous |t )?reste|(vous |t )?restent?|en boutique)|combien (sont )?disponibles?|(le|votre|quel) stock) /;

/** "combien de sacs en stock ?" */
export const asksHowManyLeft = (u: Understanding): boolean => HOW_MANY.test(inOneLine(u.words));

/** What is left of an article she did not name by its name. */
export function tellsLeftOf(session: Session, product: Product): void {
  session.cite(...product.offers);
  const there = product.offers.filter((offer) => offer.available > 0);
  const [only] = there;
  if (!only) session.say(say.soldOut(product.name));
  else if (there.length === 1) session.say(say.left(named(only), leftOf(only)));
  else
    session.say(
      say.leftOfEach(
        product.name,
        there.map((offer) => ({ article: detail(offer), left: leftOf(offer) })),
      ),
    );
}

/** "il reste combien", "yen a combien encore": the number that is left, as the database has it. True when that was the answer. */
export function tellsStock(session: Session, u: Understanding): boolean {
  if (!HOW_MANY.test(inOneLine(u.words))) return false;
  const product = productTalkedAbout(session, u);
  if (!product) return false;
  const wish = wishFor(session, product, u);
  const offers = product.offers.filter(
    (offer) =>
      (!wish.size || !offer.size || sameSize(offer.size, wish.size)) &&
      (!wish.color || !offer.color || sameColor(offer.color, wish.color)),
  );
  if (offers.length === 0) return false;
  session.cite(...product.offers);
  const there = offers.filter((offer) => offer.available > 0);
  const [only] = offers;
  if (there.length === 0) session.say(say.soldOut(articleName({ productName: product.name, ...sharedBy(offers) })));
  else if (only && offers.length === 1) session.say(say.left(named(only), leftOf(only)));
  else
    session.say(
      say.leftOfEach(
        product.name,
        there.map((offer) => ({ article: detail(offer), left: leftOf(offer) })),
      ),
    );
  if (session.draft.interest?.productId === product.id && there.length > 0) {
    const open = there.length > 1;
    session.say(open ? say.whichOfThese() : say.offerAgain(product.name));
    session.update({ lastAsked: open ? (there.some((offer) => offer.size) && !wish.size ? 'size' : 'color') : 'offer' });
  }
  return true;
}

/** The same of an article she has on her order, without opening it again. */
export function tellsStockOfHers(session: Session, u: Understanding): boolean {
  const product = productTalkedAbout(session, u);
  const hers = session.draft.lines.some((line) => line.productId === product?.id);
  if (!hers || session.draft.interest || !tellsStock(session, u)) return false;
  goesOn(session);
  return true;
}

/** The size and colour she speaks of now, or has said before. */
function wishFor(session: Session, product: Product, u: Understanding): { size?: string; color?: string } {
  const slots = u.mentions.find((mention) => mention.candidates.includes(product))?.slots ?? u.slots;
  const { interest, lines } = session.draft;
  const before = interest?.productId === product.id ? interest : lines.findLast((line) => line.productId === product.id);
  const [size, color] = [slots.sizes[0] ?? before?.size, slots.colors[0] ?? before?.color];
  return { ...(size ? { size } : {}), ...(color ? { color } : {}) };
}

function sharedBy(offers: Offer[]): { size?: string } {
  const [first] = offers;
  return first?.size && offers.every((offer) => sameSize(offer.size, first.size)) ? { size: first.size } : {};
}

const leftOf = (offer: Offer): number | 'several' => (offer.available <= COUNTED_OUT ? offer.available : 'several');
const named = ({ productName, size, color }: Offer): string =>
  articleName({ productName, ...(size ? { size } : {}), ...(color ? { color } : {}) });
const detail = (offer: Offer): string => named({ ...offer, productName: '' });
