import { Interest } from '../assistant.js';
import { priceFor } from '../draft.js';
import { Product, sizesOf } from './catalogue.js';
import { withOwnNumber } from './how-many.js';
import { numberOf } from './lexicon.js';
import { Mention } from './mention.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { hasSlots, Slots } from './slots.js';
import { isSupposed } from './supposing.js';
import { Understanding } from './understand.js';

/** "la Nike en 38 et en 40" asks for two articles, "2 rouges et 1 nude" for two colours; "38 ou 39" for one. */
export function perSize(mention: Mention, u: Understanding): Mention[] {
  const { sizes, colors, quantity } = mention.slots;
  const split = u.eitherSize ? undefined : (wishesOf(mention.slots) ?? oneOfEachSize(mention, u));
  if (u.eitherSize || (u.asksSomething && !split)) return [mention];
  if (split) return split.map((slots) => ({ ...mention, slots }));
  if (sizes.length < 2 && !(colors.length > 1 && quantity === colors.length)) return [mention];
  const each = quantity === undefined || quantity === sizes.length || sizes.length < 2 ? 1 : quantity;
  return sizes.length > 1
    ? sizes.map((size) => ({ ...mention, slots: { ...mention.slots, sizes: [size], quantity: each } }))
    : colors.map((color) => ({ ...mention, slots: { ...mention.slots, colors: [color], quantity: each } }));
}

/** "air max 40, 41 et 42, combien les 3 ?": as many as the sizes she names are one of each. */
function oneOfEachSize({ slots: { sizes, colors, quantity } }: Mention, u: Understanding): Slots[] | undefined {
  if (!u.asksSomething || sizes.length < 2 || colors.length > 1) return undefined;
  const number = numberOf(/ les (deux|trois|quatre|2|3|4) /.exec(inOneLine(u.words))?.[1]);
  return (quantity ?? number) === sizes.length ? sizes.map((size) => ({ sizes: [size], colors, quantity: 1 })) : undefined;
}

/** One wish for each number she named. */
export function wishesOf({ sizes, colors, parts }: Slots): Slots[] | undefined {
  return parts?.map(({ size, color, quantity }) => ({
    sizes: size ? [size] : sizes.slice(0, 1),
    colors: color ? [color] : colors.slice(0, 1),
    quantity,
  }));
}

/** What she wants of a product: what she says now, what was known of it before, and what she said before she named it. */
export function interestIn(session: Session, product: Product, mention: Mention, u: Understanding): Interest {
  const before =
    session.draft.interest?.productId === product.id
      ? session.draft.interest
      : (lookedAtBefore(session, product) ?? askedBefore(session, product));
  const hints = session.draft.hints;
  const { sizes, colors, quantity } = mention.slots;
  // the size of another article does not become that of one without any
  const worn = sizesOf(product).length > 0 || session.products.every((other) => sizesOf(other).length === 0);
  const size = (u.eitherSize ? undefined : sizes[0]) ?? before?.size ?? (worn ? hints?.size : undefined);
  const color = oneColor(colors, before) ?? before?.color ?? hints?.color;
  const known = before && withOwnNumber(before, { ...(size ? { size } : {}), ...(color ? { color } : {}) }, u);
  const count = quantity ?? known?.quantity ?? hints?.quantity;
  return {
    productId: product.id,
    ...(size ? { size } : {}),
    ...(color ? { color } : {}),
    // "la Puma en 40 et en 41, disponible ?": « les deux » takes both
    ...((u.eitherSize || u.asksSomething) && sizes.length > 1 ? { sizes } : {}),
    ...(count ? { quantity: count } : {}),
    ...(before?.wanted || saysSheTakesIt(session, u, quantity) ? { wanted: true } : {}),
  };
}

/** What she looked at before she turned to another article: « bon je reste sur la Stan Smith » is still in her size. */
function lookedAtBefore({ draft }: Session, { id }: Product): Interest | undefined {
  const known = draft.aside?.findLast(({ productId }) => productId === id);
  return known && { productId: id, ...(known.size ? { size: known.size } : {}), ...(known.color ? { color: known.color } : {}) };
}

/** The only line of it in a list that she asked the price of. */
function askedBefore({ draft }: Session, { id }: Product): Interest | undefined {
  const [one, ...others] = (draft.asked ?? []).filter(({ productId }) => productId === id);
  if (!one || others.length > 0) return undefined;
  const { variantId: _priced, ...wish } = one;
  return wish;
}

/** Of several colours none is chosen yet, unless one of them is what she had before. */
export function oneColor(colors: string[], before: Interest | undefined): string | undefined {
  return colors.length < 2 ? colors[0] : before?.color && colors.find((color) => color !== before.color);
}

/** She takes it when she says so; a number says so too unless she is asking a question. */
export function saysSheTakesIt(session: Session, u: Understanding, quantity: number | undefined): boolean {
  if (u.intents.has('no') && !u.intents.has('want')) return false;
  // "si je prends la Nike et les chaussettes, tu me fais un prix ?" takes nothing yet
  if (u.asksSomething && isSupposed(u)) return false;
  // "envoie-moi photo" wants a picture of it
  if (u.intents.has('photo') && !/ (prends|commande|achete|reserve) /.test(inOneLine(u.words))) return false;
  if (proposesAPrice(session, u)) return false;
  // "vous pouvez ajouter un sac ?"
  if (session.draft.addsTo && / (ajout\w+|rajout\w+) /.test(inOneLine(u.words))) return true;
  // « et des chaussettes avec », beside a change that waits for her yes
  if (session.draft.addsTo && session.draft.wants && !u.asksSomething) return true;
  // « ok je passe demain » says yes to nothing yet
  const thinks = u.intents.has('thinking') && u.address === undefined && u.slots.quantity === undefined;
  // « ok mais c'est un peu cher »
  const later = thinks || (u.intents.has('bargain') && / mais /.test(inOneLine(u.words)));
  if (u.intents.has('yes') && session.draft.lastAsked === 'offer' && !later) return true;
  if (settlesFor(session, u)) return true;
  if (u.intents.has('want') && !/\b(combien|est ce que)\b/.test(u.words.join(' '))) return true;
  // « je cherche un sac pour l'école » looks for one
  if (quantity === 1 && u.address === undefined && / (cherche|recherche) /.test(inOneLine(u.words))) return false;
  // naming several articles and asking nothing is taking them
  if (u.mentions.length > 1 && !u.asksSomething) return true;
  return (quantity !== undefined || u.address !== undefined) && !u.asksSomething;
}

/** "bon blanc alors", "va pour la 42", "c'est tout": she settles for what was offered. */
function settlesFor({ draft }: Session, u: Understanding): boolean {
  // « Quelle taille vous faut-il ? », « ok L rouge », « donnez 42 »
  const wears = / (mais|fais|chausse|porte) /.test(inOneLine(u.words));
  const agrees = (u.intents.has('yes') && !wears) || / (mets|mettez|donne|donnez|envoie|envoyez) /.test(inOneLine(u.words));
  if (draft.lastAsked === 'size' && agrees && u.slots.sizes.length === 1 && u.mentions.length === 0)
    return !u.asksSomething && !u.intents.has('bargain') && !u.intents.has('thinking');
  if (draft.lastAsked !== 'offer' || u.asksSomething || u.amounts.length > 0 || u.mentions.length > 0) return false;
  const said = inOneLine(u.words);
  if (
    /^ (?:(?:oui|ok|bon|non|merci) )*(?:c est tout|rien d autre|c est tout ce que je veux)(?: (?:merci|pour moi|svp|ok))* $/.test(
      said,
    )
  )
    return true;
  return (
    hasSlots(u.slots) &&
    /^ (?:ah |bah |ben )?(?:bon|allez|alors|tant pis|va pour|dans ce cas|du coup) | (?:alors|dans ce cas|du coup|tant pis|ca ira|ira) $/.test(
      said,
    )
  );
}

/** "40000 c'est bon ?": a price asked about, or one that she does not get, is no yes to the price she was told. */
function proposesAPrice(session: Session, u: Understanding): boolean {
  if (u.amounts.length === 0) return false;
  if (u.asksSomething) return true;
  const interest = session.draft.interest;
  const offers = (interest && session.product(interest.productId)?.offers) ?? [];
  const tooLow = (amount: number) =>
    offers.length > 0 && offers.every((offer) => amount < (offer.floorPrice ?? priceFor(session.draft, offer)));
  return !u.intents.has('want') && u.amounts.some(tooLow);
}
