import { alike } from './alike.js';
import { show, showCatalogue } from './browse.js';
import { groupByProduct, Product, sameColor, sameSize } from './catalogue.js';
import { isEveryday } from './everyday.js';
import { kindsAsked, kindsNamed } from './kinds.js';
import { colorOf } from './lexicon.js';
import { findProducts } from './naming.js';
import { inOneLine, wordsOf } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { asksHowManyLeft, tellsLeftOf } from './stock-left.js';
import { Understanding } from './understand.js';

/** More is not read on a telephone. */
const MOST_SHOWN = 10;

/**
 * "ya quoi comme sacs", "le téléphone le moins cher", "c'est quoi le plus cher": shows the goods of that kind, by price where she asks by price, and says so
 * when there are none. True when that was the answer.
 */
export async function showsKind(session: Session, u: Understanding): Promise<boolean> {
  const noun = nounAsked(session, u);
  const byPrice = orderAsked(session, u, noun);
  if ((!noun && !byPrice) || u.address || u.amounts.length > 0 || / photos? /.test(inOneLine(u.words))) return false;
  if (!byPrice && (!looksAround(u) || ordersTheOne(u))) return false;
  const others = u.words.filter((word) => word !== noun);
  if (findProducts(others, session.products).length > 0) return false;
  const goods = await goodsAsked(session, u, noun, byPrice);
  const narrowed = u.slots.sizes.length > 0 || u.slots.colors.length > 0;
  if (noun && goods.length === 0 && !narrowed && (kindsAsked(noun).length > 0 || session.suggestions.length === 0)) {
    await showCatalogue(session, (products) => say.notSold(noun, products));
  } else if (goods.length === 0) return false;
  else if (noun && goods.length === 1 && goods[0] && asksHowManyLeft(u)) {
    session.know(goods[0]);
    tellsLeftOf(session, goods[0]);
    return true;
  } else if (byPrice && /^(?!.* les (moins|plus) ).* (moins|plus) (chere?|abordable) /.test(inOneLine(u.words))) {
    const [one] = goods;
    if (one) show(session, [one], byPrice === 'cheapest' ? say.theCheapest(one) : say.theDearest(one));
  } else if (byPrice) show(session, goods, byPrice === 'cheapest' ? say.cheapest(goods) : say.dearest(goods));
  else {
    // the catalogue does not say whom a thing is made for
    if (/ (enfants?|bebes?|femmes?|hommes?|filles?|garcons?|dames?|mixtes?) /.test(inOneLine(u.words)))
      session.say(say.notSorted());
    show(session, goods, say.ofKind(goods));
  }
  session.forget('interest', 'pending', 'puzzled');
  const [[size], [color]] = [u.slots.sizes, u.slots.colors];
  if (size || color) session.update({ hints: { ...(size ? { size } : {}), ...(color ? { color } : {}) } });
  return true;
}

/** "2 sacs", "je veux un sac": where there is but one such article she orders it. */
function ordersTheOne({ mentions, intents, asksSomething }: Understanding): boolean {
  const [mention, ...others] = mentions;
  const one = mention?.candidates.length === 1 && others.length === 0 && !asksSomething && !intents.has('catalogue');
  return one && (intents.has('want') || mention.slots.quantity !== undefined);
}

/** She asks what there is, or says the noun alone; not what she has already. */
function looksAround(u: Understanding): boolean {
  const { intents } = u;
  if (intents.has('remove') || intents.has('replace') || intents.has('again') || intents.has('status')) return false;
  return (
    u.words.length <= 3 ||
    /^ (et|ou) (des?|les|la|une?|du) | (vend|vends|vendez) (moi|nous) | (quelles?|quels?) (qualites?|sortes?|types?|genres?|categories?) /.test(
      inOneLine(u.words),
    ) ||
    (['availability', 'catalogue', 'interest', 'want', 'price'] as const).some((one) => intents.has(one))
  );
}

/** The kind of goods she names; or whatever she names after « quoi comme ». */
function nounAsked(session: Session, u: Understanding): string | undefined {
  const words = u.words;
  const kind = words.find((word) => kindsAsked(word).length > 0);
  if (kind) return / (numeros?|contact|appel\w*|joindre) /.test(inOneLine(u.words)) ? undefined : kind;
  const at = words.findIndex((word, i) => word === 'comme' && words[i - 1] === 'quoi');
  const after = at < 0 ? [] : words.slice(at + 1).filter((word) => word.length > 2 && !isEveryday(word) && !/^\d/.test(word));
  return after.find((word) => colorOf(word) === undefined && findProducts([word], session.products).length === 0);
}

/** By price: only when it is a question about the shop, and no bargaining for what is being talked about. */
function orderAsked(session: Session, u: Understanding, noun: string | undefined): 'cheapest' | 'dearest' | undefined {
  const words = inOneLine(u.words);
  if (/ (possible|faire|fais|faites|laisse|laissez|descendre|donner|donnez|prends|veux (le|la)|celui|celle) /.test(words))
    return undefined;
  const aboutShop =
    / (vous avez|avez vous|tu as|il y a|boutique|magasin|c est quoi|c est lequel|quel|quelle|quels|quelles|articles?|produits?) /;
  const fromList = session.draft.lastAsked === 'product' && (session.draft.shown ?? []).length > 1;
  if (!noun && fromList && !aboutShop.test(words)) return undefined;
  if (/ (le|la|les) plus chere?s? /.test(words)) return 'dearest';
  if (!noun && session.draft.interest && !aboutShop.test(words)) return undefined;
  return u.intents.has('cheapest') || (noun && / (moins|pas) (trop )?chere?s? /.test(words)) ? 'cheapest' : undefined;
}

/** What there is of a kind, in stock first; a shop that carries the kind in its name sells it with everything that is of no other. */
async function goodsAsked(
  session: Session,
  u: Understanding,
  noun: string | undefined,
  byPrice: 'cheapest' | 'dearest' | undefined,
): Promise<Product[]> {
  const listed = byPrice ? await session.listed(byPrice) : await session.catalogue();
  const found = noun ? groupByProduct(await session.tools.searchCatalogue(noun)) : [];
  const all = [...listed, ...found.filter((product) => !listed.some((known) => known.id === product.id))];
  const fitting = (noun ? ofKind(all, noun, session.turn.shop.name) : all).filter((product) => isThere(product, u));
  if (!byPrice) return fitting.slice(0, MOST_SHOWN);
  const sign = byPrice === 'cheapest' ? 1 : -1;
  return fitting.toSorted((a, b) => sign * (leastOf(a) - leastOf(b))).slice(0, MOST_SHOWN);
}

/** In stock, and in the size and colour she names. */
const isThere = (product: Product, { slots: { sizes, colors } }: Understanding): boolean =>
  product.offers.some(
    (offer) =>
      offer.available > 0 &&
      (sizes.length === 0 || sizes.some((size) => sameSize(size, offer.size))) &&
      (colors.length === 0 || colors.some((color) => sameColor(color, offer.color))),
  );

/** What is of no kind we know counts too where the kind is the trade of the shop: its name says so, and most of what it sells is of it. */
function ofKind(products: Product[], noun: string, shop: string): Product[] {
  const asked = kindsAsked(noun);
  const byName = (product: Product) => product.names.some((name) => name.some((word) => alike(word, noun)));
  if (asked.length === 0) return products.filter(byName);
  const kinds = new Map(products.map((product) => [product, kindsOf(product)]));
  const isOne = (product: Product) => kinds.get(product)?.some((kind) => asked.includes(kind)) === true;
  const known = products.filter((product) => kinds.get(product)?.length);
  const trade =
    wordsOf(shop).some((word) => kindsAsked(word).some((kind) => asked.includes(kind))) &&
    4 * known.filter(isOne).length >= 3 * known.length;
  return products.filter((product) => isOne(product) || (!known.includes(product) && (trade || byName(product))));
}

/** By its name or, where that tells none, by what else the seller calls it. */
const kindsOf = ({ names }: Product): number[] =>
  names.map((name) => kindsNamed(name.join(' '))).find((kinds) => kinds.length > 0) ?? [];

/** The least that is asked for what is there of it. */
const leastOf = (product: Product): number =>
  Math.min(...product.offers.filter((offer) => offer.available > 0).map((offer) => offer.unitPrice));
