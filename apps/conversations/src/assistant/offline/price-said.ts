import { articleName } from '../proposal.js';
import { readAmounts } from './amounts.js';
import { productTalkedAbout, wanted } from './talked-about.js';
import { Product, sizesOf } from './catalogue.js';
import { remindOfRecap } from './closing.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { factWords } from './words/facts.js';
import { priceOf } from './words/phrase.js';

/** A price that she states as a fact, in a question or as somebody's word: it is confirmed or contradicted, and nothing is granted or ordered by it. */

const AMOUNT = String.raw`\d{3,8}`;
/** "la Air Max est à 15000 ?", "c'est 25000 n'est-ce pas ?" */
const STATED = new RegExp(
  String.raw` (est|sont|coute|coutent|coutait|vaut|valent|c est|etait|reste|egal|fait|font|revient|reviennent|prix) (bien |toujours |maintenant |encore |deja |donc |seulement |juste |passee? |a |de )*${AMOUNT} `,
);
const ASKED =
  / (n est ce pas|oui ou non|pas vrai|c est (bien )?(ca|exact|vrai|correct|confirme)|confirme[zsr]?|hein|non|ou bien|(j ai|ai je) bien (compris|vu|lu|entendu)) /;
/** What bargains, however it is asked. */
const HAGGLES =
  / (dernier|reduction|remise|rabais|promo|diminue\w*|baisse\w*|moins|cher|chere|arrange\w*|effort|geste|discut\w*|laisse\w*|prix d ami|si je|si j|fais moi|faites moi) /;
/** "prix validé 10000", "nouveau tarif", "votre réduction est validée": an act of the shop that was none. */
const OFFICIAL =
  / ((prix|tarif|reduction|remise|promo|promotion|offre) (\w+ ){0,4}(valide|validee|confirmee?|acceptee?|accordee?|approuvee?)|(valide|confirme|confirmez|confirmer|certifie[rz]?) (\w+ ){0,3}par ecrit|(nouveau|nouveaux) (prix|tarifs?)|je (change|modifie|fixe|mets) (le |les |ce )?(prix|tarifs?)|(l )?autre moitie (est )?(gratuite?|offerte)) /;
/** "si je multiplie 35000 par zéro" */
const SUMS_UP = / (multipli\w*|divis\w*) (\w+ ){0,3}(par|fois) /;
const TOGETHER = / (en tout|le tout|total|les (deux|trois|quatre|cinq|[2-9])|livraison|frais) /;

/** "les deux", of the one article she has two of */
const SO_MANY = / les (deux|trois|quatre|cinq|[2-9]) /;

/** "la Air Max est à 15000 ?", "nouveau tarif validé : 10000": what it costs is said, yes or no. True when that was the answer. */
export function answersStatedPrice(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  const amounts = [...new Set(readAmounts(u.words))];
  const [amount] = amounts;
  const asks = session.turn.inbound.some(({ text }) => text.includes('?')) || ASKED.test(words);
  const official = OFFICIAL.test(words);
  const asserts = ASKED.test(words) && asks && !HAGGLES.test(words) && (u.mentions.length > 0 || u.words.length <= 7);
  const stated = (STATED.test(words) && asks && !u.intents.has('bargain')) || asserts;
  const sums = SUMS_UP.test(words);
  if (amount === undefined || (amounts.length > 1 && !official) || u.address) return false;
  if (TOGETHER.test(session.draft.lines.length === 1 && !session.draft.interest ? words.replace(SO_MANY, ' ') : words))
    return false;
  if (
    !(stated || official || sums) ||
    (takes(u) && !official) ||
    / (moi|budget|j ai) $/.test(words.split(String(amount))[0] ?? '')
  )
    return false;
  const product = theOneNamed(session, u);
  if (!product) return false;
  tellPrice(session, product, u, amount);
  return true;
}

/** Several mentions of one product are one. */
export function theOneNamed(session: Session, u: Understanding): Product | undefined {
  const named = new Set(u.mentions.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  return named.size > 1 ? undefined : productTalkedAbout(session, u);
}

function tellPrice(session: Session, product: Product, u: Understanding, amount: number): void {
  const { offers, quantity } = wanted(session, product, u);
  const priced = offers.map((offer) => session.priced(offer));
  const [first] = priced;
  if (!first) return;
  session.cite(...offers);
  const name = nameOf(product, u, session);
  const right = priced.every(({ unitPrice }) => unitPrice === amount);
  const { unitPrice } = first;
  if (quantity > 1 && amount > unitPrice && priced.every((one) => one.unitPrice === unitPrice)) {
    session.say(factWords.priceOfSo(amount === quantity * unitPrice, name, quantity, unitPrice));
    goesOnWith(session, product, u);
    const { interest } = session.draft;
    if (interest?.productId === product.id) session.update({ interest: { ...interest, quantity } });
    return;
  }
  const some = priced.some((one) => one.unitPrice === amount);
  if (some && !right) session.say(factWords.priceDepends(name, priceOf(priced)));
  else session.say(right ? factWords.thatPrice(name, priceOf(priced)) : factWords.notThatPrice(name, priceOf(priced)));
  goesOnWith(session, product, u);
}

/** The article with the size and colour she speaks of. */
export function nameOf(product: Product, u: Understanding, session: Session): string {
  const wish = wishOf(session, product, u);
  return articleName({ productName: product.name, ...wish });
}

function wishOf(session: Session, product: Product, u: Understanding): { size?: string; color?: string } {
  const slots = u.mentions.find(({ candidates }) => candidates.includes(product))?.slots ?? u.slots;
  const { interest, lines } = session.draft;
  const ofIt = lines.filter(({ productId }) => productId === product.id);
  const before = interest?.productId === product.id ? interest : ofIt.length === 1 ? ofIt[0] : undefined;
  const [size, color] = [slots.sizes[0] ?? before?.size, slots.colors[0] ?? before?.color];
  return { ...(size ? { size } : {}), ...(color ? { color } : {}) };
}

/** With size and colour where they make the price. */
export const namedApart = (product: Product, { size, color }: { size?: string; color?: string }): string =>
  new Set(product.offers.map(({ unitPrice }) => unitPrice)).size < 2
    ? product.name
    : articleName({ productName: product.name, ...(size ? { size } : {}), ...(color ? { color } : {}) });

/** What was open stays open; an article she named first is talked about from here on. */
export function goesOnWith(session: Session, product: Product, u: Understanding): void {
  const { draft } = session;
  if (draft.recapNonce) return remindOfRecap(session);
  if (draft.lines.length === 0) {
    const same = draft.interest?.productId === product.id ? draft.interest : undefined;
    const { wanted: _wanted, ...before } = same ?? { productId: product.id };
    session.update({ interest: { ...before, ...wishOf(session, product, u) } });
  }
  const { interest } = session.draft;
  if (interest?.productId !== product.id) return;
  const open = sizesOf(product).length > 0 && !interest.size;
  session.say(open ? say.askSizeAgain(product, session.sellsShoes) : say.offerAgain(namedApart(product, interest)));
  session.update({ lastAsked: open ? 'size' : 'offer' });
}

export const takes = (u: Understanding): boolean =>
  / (je|on) (la |le |les |l |en )?(prends|prend|commande|achete|veux) | (mets|mettez|envoie|envoyez|donne|donnez) moi /.test(
    inOneLine(u.words),
  );
