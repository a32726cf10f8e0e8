import { colorsOf, inStock, Product, sameColor, sameSize, sizesInStock, sizesOf } from './catalogue.js';
import { say } from './say.js';
import { Session } from './session.js';
import type { Said } from './words/phrase.js';

/** At most this many products in one message: more is not read on a telephone. */
const MOST_SHOWN = 10;

/** Shows the shop, those in stock first. */
export async function showCatalogue(session: Session, introduction?: (products: Product[]) => Said): Promise<void> {
  const products = await session.catalogue();
  const shown = [...products.filter(inStock), ...products.filter((product) => !inStock(product))].slice(0, MOST_SHOWN);
  show(session, shown, (introduction ?? say.catalogue)(shown));
}

/** What there is, the cheapest first. */
export async function showCheapest(session: Session): Promise<void> {
  const least = (product: Product) => Math.min(...product.offers.map((offer) => offer.unitPrice));
  const products = (await session.catalogue()).filter(inStock).sort((a, b) => least(a) - least(b));
  show(session, products.slice(0, MOST_SHOWN), say.cheapest(products.slice(0, MOST_SHOWN)));
}

/** What there is in her size; goods that have no sizes fit everybody only where the seller lists no sizes at all. */
export async function showSize(session: Session, size: string): Promise<void> {
  const products = await session.catalogue();
  const sized = products.some((product) => sizesOf(product).length > 0);
  const fitting = products
    .filter((product) => (sized ? sizesInStock(product).some((known) => sameSize(known, size)) : inStock(product)))
    .slice(0, MOST_SHOWN)
    .map((product) => ({ ...product, offers: product.offers.filter((offer) => !offer.size || sameSize(offer.size, size)) }));
  show(session, fitting, fitting.length > 0 ? say.inSize(size, fitting) : say.nothingInSize(size));
}

/** What there is in the colour she likes. */
export async function showColor(session: Session, color: string): Promise<void> {
  const products = await session.catalogue();
  const fitting = products
    .filter((product) => colorsOf(product.offers.filter((offer) => offer.available > 0)).some((known) => sameColor(known, color)))
    .slice(0, MOST_SHOWN)
    .map((product) => ({ ...product, offers: product.offers.filter((offer) => sameColor(offer.color, color)) }));
  if (fitting.length > 0) show(session, fitting, say.inColor(color, fitting));
  else await showCatalogue(session, (all) => say.nothingInColor(color, all));
}

/** Lists products to choose from. */
export function show(session: Session, products: Product[], text: Said): void {
  session.know(...products);
  session.cite(...products.flatMap((product) => product.offers));
  session.say(text);
  session.update({ lastAsked: 'product', shown: products.map((product) => product.id) });
}
