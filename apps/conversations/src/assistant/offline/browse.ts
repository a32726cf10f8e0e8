import { articleName } from '../proposal.js';
import { colorsOf, inStock, Product, sameColor, sameSize, sizesInStock, sizesOf } from './catalogue.js';
import { say } from './say.js';
import { Session } from './session.js';
import { catalogueLine, type Said } from './words/phrase.js';

/** At most this many products in one message: more is not read on a telephone. */
const MOST_SHOWN = 10;

/** Shows the shop, those in stock first. */
export async function showCatalogue(session: Session, introduction?: (products: Product[]) => Said): Promise<void> {
  const products = await session.catalogue();
  const shown = [...products.filter(inStock), ...products.filter((product) => !inStock(product))].slice(0, MOST_SHOWN);
  const lately = session.turn.history.filter(({ author }) => author === 'assistant').slice(-2);
  const seen = shown.length > 3 && shown.every((product) => lately.some(({ text }) => text.includes(catalogueLine(product))));
  // the list that she has just read is not sent a second time
  if (introduction && seen) show(session, shown, [introduction([])].flat()[0] + say.listAbove());
  else show(session, shown, (introduction ?? say.catalogue)(shown));
}

/** What there is, the cheapest first. */
export async function showCheapest(session: Session): Promise<void> {
  const products = (await session.catalogue()).filter(inStock).toSorted((a, b) => leastOf(a) - leastOf(b));
  show(session, products.slice(0, MOST_SHOWN), say.cheapest(products.slice(0, MOST_SHOWN)));
}

/** "la moins chère": one article, so that "ok celle-là" means it. */
export async function showTheCheapest(session: Session): Promise<void> {
  const [least] = (await session.catalogue()).filter(inStock).toSorted((a, b) => leastOf(a) - leastOf(b));
  if (least) show(session, [least], say.theCheapest(least));
  else await showCatalogue(session);
}

const leastOf = (product: Product): number => Math.min(...product.offers.map((offer) => offer.unitPrice));

/** Which sizes or colours there are of the article talked about. True when that was the answer. */
export function tellVariants(session: Session, product: Product, asked: 'sizes' | 'colors', color?: string): boolean {
  const { interest } = session.draft;
  // the colours there are in the size she named
  const size = asked === 'colors' && interest?.productId === product.id ? interest.size : undefined;
  const inColor = product.offers.filter((offer) => offer.available > 0 && (!color || sameColor(offer.color, color)));
  const inSize = inColor.filter((offer) => size && offer.size && sameSize(offer.size, size));
  const there = inSize.length > 0 ? inSize : inColor;
  const values = asked === 'sizes' ? sizesInStock({ ...product, offers: there }) : colorsOf(there);
  if (values.length === 0) return false;
  session.cite(...product.offers);
  session.say(
    asked === 'sizes'
      ? say.otherSizes(articleName({ productName: product.name, ...(color ? { color } : {}) }), values)
      : say.colorsOf(articleName({ productName: product.name, ...(inSize.length > 0 ? { size: size! } : {}) }), values),
  );
  session.offerChoices(values);
  if (session.draft.interest?.productId === product.id) session.update({ lastAsked: asked === 'sizes' ? 'size' : 'color' });
  return true;
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
