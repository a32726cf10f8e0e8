import { AskedPrice, Interest } from '../assistant.js';
import { lineOf } from '../draft-lines.js';
import { feeFor } from '../proposal.js';
import { colorsOf, Product, sameColor, sameSize, sizesOf } from './catalogue.js';
import { choose } from './choice.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { findProducts } from './naming.js';

/** What is asked about together is priced as a list, remembered, and taken as a whole. */

/** So many lines are priced at once. */
const MOST_PRICED = 6;

const SUM =
  / (total|en tout|tout compris|le tout|les (deux|trois|quatre|2|3|4|5)|ensemble|ca (me )?(fait|fera|revient)|(tu|vous) (me )?(fais|faites|laisses|laissez)) /;

/** "3 Stan Smith + 1 Air Max + la livraison ?": one price for each line and the sum of them, with the fee where she says the place. True when that was the answer. */
export async function pricesTogether(session: Session, u: Understanding, interests: Interest[]): Promise<boolean> {
  const detailed = interests.every((one) => one.size ?? one.color ?? one.quantity);
  const sameProduct = new Set(interests.map(({ productId }) => productId)).size < interests.length;
  const priced = interests.slice(0, MOST_PRICED).map((one) => priceOne(session, one));
  const there = priced.flatMap((one) => (one ? [one] : []));
  session.forget('asked');
  if (there.length < interests.length) return false;
  session.update({ asked: there.map(({ asked }) => asked) });
  const written = session.turn.inbound.map(({ text }) => text).join('\n');
  const summed = SUM.test(inOneLine(u.words)) || u.intents.has('recap') || /\p{L}\s*\+\s*\w/u.test(written);
  const delivered = u.commune !== undefined && u.intents.has('delivery');
  if (!detailed && !sameProduct && !summed && !delivered) return false;
  session.cite(...there.map(({ offer }) => offer));
  const goods = there.reduce((sum, { offer, asked }) => sum + offer.unitPrice * (asked.quantity ?? 1), 0);
  const place = u.commune ?? session.draft.commune;
  const fee = place ? await session.tools.deliveryFee(place) : await feeFor(session.draft, session.tools);
  if (fee) session.fee = fee;
  session.say(
    say.pricedTogether(
      there.map(({ offer, asked }) => lineOf(offer, asked.quantity ?? 1, asked.size, asked.color)),
      there.map(({ open }) => open),
      say.total(goods, fee),
    ),
  );
  session.toldSum = true;
  session.update({ lastAsked: 'offer' });
  return true;
}

/** The offer that a line is priced by; `open`: another of the same price may be chosen later. */
function priceOne(session: Session, wish: Interest): { asked: AskedPrice; offer: AskedOffer; open: boolean } | undefined {
  const product = session.product(wish.productId);
  if (!product) return undefined;
  const { wanted: _wanted, sizes: _sizes, ...one } = wish;
  const fitting = fittingOffers(product, one);
  const [first] = fitting.map((offer) => session.priced(offer));
  if (!first || fitting.some((offer) => session.priced(offer).unitPrice !== first.unitPrice)) return undefined;
  const ready = choose(product, one, false, () => 0);
  const open = ready.state !== 'ready';
  if (open && ready.state !== 'size-missing' && ready.state !== 'color-missing') return undefined;
  const offer = { ...first };
  if (open) {
    if (!one.size) delete offer.size;
    if (!one.color) delete offer.color;
  }
  return { asked: { ...one, ...(first.variantId ? { variantId: first.variantId } : {}) }, offer, open };
}

type AskedOffer = Parameters<typeof lineOf>[0];

const fittingOffers = (product: Product, { size, color }: Interest) =>
  product.offers.filter(
    (offer) =>
      offer.available > 0 &&
      (!size || !offer.size || sameSize(offer.size, size)) &&
      (!color || !offer.color || sameColor(offer.color, color)),
  );

const ALL =
  / ((les|tous les|toutes les|ces|prends|veux|ok|oui|mets) (deux|trois|quatre|cinq|2|3|4|5)(?! (?:kg|g|l|m|yards?|paquets?|cartons?) )|tout|toutes?|tous|chaque|chacune?|les (articles|deux articles)) /;

/** "je prends les 3", "ok tout", an address after the list was priced: all of it is taken, in the numbers she asked for; a bare no leaves it. True when that is what she said. */
export function takesTogether(session: Session, u: Understanding): boolean {
  const { asked = [], interest, pending = [], lastAsked } = session.draft;
  if (asked.length > 0 && u.intents.has('no') && u.words.length <= 3 && u.mentions.length === 0) {
    session.forget('asked');
    session.say(say.draftCancelled());
    return true;
  }
  const named = findProducts(u.words, session.products).length > 0;
  if (asked.length === 0 || interest || named || u.intents.has('no') || u.intents.has('cancel')) return false;
  const words = inOneLine(u.words);
  const offered = lastAsked === 'offer' && (u.intents.has('yes') || u.intents.has('want') || u.address !== undefined);
  const all =
    ALL.test(words) &&
    ((u.words.length <= 5 && u.amounts.length === 0) ||
      u.intents.has('want') ||
      u.intents.has('yes') ||
      u.address !== undefined ||
      / chaque | chacune? /.test(words));
  const { quantity } = u.slots;
  const asks = u.asksSomething && !u.intents.has('want');
  if (asks || !(offered || all)) return false;
  const said = [u.slots, ...u.mentions.map(({ slots }) => slots)];
  const [size] = said.flatMap(({ sizes }) => sizes);
  const [color] = said.flatMap(({ colors }) => colors);
  const taken = asked.map(({ variantId: _priced, ...one }): Interest => {
    const offers = session.product(one.productId)?.offers ?? [];
    const product = session.product(one.productId);
    return {
      ...one,
      ...(quantity !== undefined && / (chaque|chacune?) /.test(words) ? { quantity } : {}),
      wanted: true,
      ...(size && !one.size && product && sizesOf(product).length > 0 ? { size } : {}),
      ...(color && !one.color && colorsOf(offers).length > 0 ? { color } : {}),
    };
  });
  const [first, ...others] = taken;
  session.forget('asked', 'aside');
  session.update({ ...(first ? { interest: first } : {}), pending: [...others, ...pending] });
  return true;
}

/** "le sac seulement", "juste la Nike" of the list: that one is taken. */
export function leavesTheRest(session: Session, u: Understanding): Understanding {
  const { asked = [], interest } = session.draft;
  const [mention, ...others] = u.mentions;
  const words = inOneLine(u.words);
  const one =
    mention !== undefined &&
    others.length === 0 &&
    asked.some(({ productId }) => mention.candidates.some(({ id }) => id === productId));
  if (interest || !one || u.asksSomething || !/ (seulement|juste|uniquement|seule?s?) /.test(words)) return u;
  return { ...u, intents: new Set([...u.intents, 'want' as const]) };
}

/** "les 2 ça fait combien, livré au Plateau ?": the list is priced again. True when that was the answer. */
export async function pricesThemAgain(session: Session, u: Understanding): Promise<boolean> {
  const { asked = [], interest } = session.draft;
  const named = findProducts(u.words, session.products).length > 0;
  if (asked.length < 2 || interest || named) return false;
  const words = inOneLine(u.words);
  const sums = SUM.test(words) || u.intents.has('recap');
  // "75000 les deux": what they cost together is said once more
  if (!sums || !(u.amounts.length > 0 || (u.asksSomething && !u.intents.has('bargain')))) return false;
  return pricesTogether(
    session,
    u,
    asked.map(({ variantId: _priced, ...one }) => one),
  );
}
