import type { Interest } from '../assistant.js';
import { sameColor, sameSize, sizesInStock } from './catalogue.js';
import { say } from './say.js';
import { Session } from './session.js';
import { askedWords } from './words/asked.js';

/** « 41 ou 42 »: both are there, and she is asked which she takes; one is, and it is hers; none is, and she hears what there is. */
export function offerBothSizes(session: Session, interest: Interest, sizes: string[]): void {
  const product = session.product(interest.productId);
  if (!product) return;
  const { color } = interest;
  const inHers = {
    ...product,
    offers: product.offers.filter((offer) => !color || !offer.color || sameColor(offer.color, color)),
  };
  const there = sizes.filter((size) => sizesInStock(inHers).some((known) => sameSize(known, size)));
  const [only, ...others] = there;
  if (only !== undefined && others.length === 0) {
    // "en noir, 41 ou 42 selon dispo": the one that is there
    session.cite(...product.offers);
    for (const size of sizes.filter((one) => one !== only))
      session.say(color ? say.noSuchColor(product.name, size, color) : say.noSuchSize(product.name, size));
    const { sizes: _asked, ...open } = interest;
    session.update({ interest: { ...open, size: only }, lastAsked: 'offer' });
    return;
  }
  const inStock = sizesInStock(inHers);
  if (there.length === 0 && sizes.length > 1 && inStock.length > 0) {
    session.cite(...product.offers);
    session.say(askedWords.noneOf(product.name, sizes), say.otherSizes(product.name, inStock));
    session.offerChoices(inStock);
    const { sizes: _refused, size: _none, ...open } = interest;
    session.update({ interest: open, lastAsked: 'size' });
    return;
  }
  if (there.length < 2) return;
  session.cite(...product.offers);
  session.say(say.bothSizes(product, there));
  session.update({ lastAsked: 'size' });
}
