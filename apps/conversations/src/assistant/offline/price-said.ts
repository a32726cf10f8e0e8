import { articleName } from '../proposal.js';
import { formatFcfa } from '../money.js';
import { readAmounts } from './amounts.js';
import { productTalkedAbout, wanted } from './talked-about.js';
import { Product, sizesOf } from './catalogue.js';
import { remindOfRecap } from './closing.js';
import { inOneLine, wordsOf } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { factWords } from './words/facts.js';
import { priceOf } from './words/phrase.js';

/** A price that she states as a fact, in a question or as somebody's word: it is confirmed or contradicted, and nothing is granted or ordered by it. */

const AMOUNT = String.raw`\d{3,8}`;
/** "la Air Max est à 15000 ?", "c'est 25000 n'est-ce pas ?" */
const STATED = new RegExp(
  String.raw` (est|sont|coutent?|vaut|valent|c est|etait|reste|egal) (bien |toujours |maintenant |encore |deja |donc |seulement |juste |passee? |a |de )*${AMOUNT} `,
);
const ASKED = / (n est ce pas|oui ou non|pas vrai|c est (bien )?(ca|exact|vrai|confirme)|vous confirmez|tu confirmes|hein|non) /;
/** "prix validé 10000", "nouveau tarif", "votre réduction est validée": an act of the shop that was none. */
const OFFICIAL =
  / ((prix|tarif|reduction|remise|promo|promotion|offre) (\w+ ){0,4}(valide|validee|confirmee?|acceptee?|accordee?|approuvee?)|(valide|confirme|confirmez|confirmer|certifie[rz]?) (\w+ ){0,3}par ecrit|(nouveau|nouveaux) (prix|tarifs?)|je (change|modifie|fixe|mets) (le |les |ce )?(prix|tarifs?)|(l )?autre moitie (est )?(gratuite?|offerte)) /;
/** "si je multiplie 35000 par zéro" */
const SUMS_UP = / (multipli\w*|divis\w*) (\w+ ){0,3}(par|fois) /;
const TOGETHER = / (en tout|le tout|total|les (deux|trois|quatre|cinq|[2-9])|livraison|frais) /;

/** "la Air Max est à 15000 ?", "nouveau tarif validé : 10000": what it costs is said, yes or no. True when that was the answer. */
export function answersStatedPrice(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  const amounts = [...new Set(readAmounts(u.words))];
  const [amount] = amounts;
  const asks = session.turn.inbound.some(({ text }) => text.includes('?')) || ASKED.test(words);
  const official = OFFICIAL.test(words);
  const stated = STATED.test(words) && asks && !u.intents.has('bargain');
  const sums = SUMS_UP.test(words);
  if (amount === undefined || (amounts.length > 1 && !official) || u.address || TOGETHER.test(words)) return false;
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
function theOneNamed(session: Session, u: Understanding): Product | undefined {
  const named = new Set(u.mentions.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  return named.size > 1 ? undefined : productTalkedAbout(session, u);
}

function tellPrice(session: Session, product: Product, u: Understanding, amount: number): void {
  const { offers } = wanted(session, product, u);
  const priced = offers.map((offer) => session.priced(offer));
  const [first] = priced;
  if (!first) return;
  session.cite(...offers);
  const name = nameOf(product, u, session);
  const right = priced.every(({ unitPrice }) => unitPrice === amount);
  session.say(right ? factWords.thatPrice(name, priceOf(priced)) : factWords.notThatPrice(name, priceOf(priced)));
  goesOnWith(session, product, u);
}

/** The article with the size and colour she speaks of. */
function nameOf(product: Product, u: Understanding, session: Session): string {
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

const takes = (u: Understanding): boolean =>
  / (je|on) (la |le |les |l |en )?(prends|prend|commande|achete|veux) | (mets|mettez|envoie|envoyez|donne|donnez) moi /.test(
    inOneLine(u.words),
  );

const PERSON =
  '(?:patron|patronne|vendeur|vendeuse|boss|gerant|gerante|proprietaire|ami|amie|frere|soeur|copine|copain|voisin|voisine|cousin|cousine|collegue|mari|femme|mere|pere|maman|tante|oncle|concurrent|concurrents|concurrence|pub|publicite|annonce|affiche|statut|quelqu un|il|elle|ils)';
/** A price on somebody's word; whoever is quoted, it is the catalogue's that counts. */
export const QUOTED_PRICE = new RegExp(
  [
    String.raw` (?:on|vous|tu|${PERSON}) (?:m |me |nous |l |la |avez |as |a |ont |aviez |avait |avais |deja |bien )+(?:dit|promis|propose|fait|vendu|paye|payee|annonce|ecrit|laisse|confirme|achete) `,
    String.raw` ${PERSON} (?:dit|disait|propose|vend|fait|affiche|annonce|parle) `,
    String.raw` ${PERSON} (?:a |d |de |en |au |du |\w+ ){1,4}(?:vend|fait|propose|laisse) `,
    String.raw` (?:vu|lu|entendu|trouve) (?:\w+ ){0,5}\d{4,} `,
    // « c'est pas 9900 comme dans la pub ? », « sur l'annonce c'est 9900 »
    String.raw` \d{4,} (?:\w+ ){0,4}(?:pub|publicite|annonce|affiche) | (?:sur|dans|selon) (?:la|votre|l|ta|vos) (?:pub|publicite|annonce|affiche|page|photo) (?:\w+ ){0,5}\d{4,} `,
    String.raw` (?:ailleurs|a cote|en face|au marche|chez (?:d autres|les autres|le voisin|un autre)|l autre (?:boutique|vendeur)) (?:\w+ ){0,4}\d{4,} `,
  ].join('|'),
);

/** "hier vous m'avez dit 25000, je la prends à ce prix": the true price is said at once, and what she takes she takes at it. True when that was said. */
export function contradictsQuote(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  const amounts = readAmounts(u.words);
  const [amount] = amounts;
  if (amount === undefined || amounts.length > 1 || !takes(u) || !QUOTED_PRICE.test(words)) return false;
  const product = theOneNamed(session, u);
  if (!product) return false;
  const { offers } = wanted(session, product, u);
  const priced = offers.map((offer) => session.priced(offer));
  if (priced.length === 0 || priced.some(({ unitPrice }) => unitPrice === amount)) return false;
  // within the seller's floor her price is an offer like any other
  if (offers.some(({ floorPrice }) => floorPrice !== undefined && floorPrice <= amount)) return false;
  session.cite(...offers);
  if (FREE_DELIVERY.test(words)) session.say(factWords.notFree());
  session.say(say.priceIs(nameOf(product, u, session), priceOf(priced)));
  return true;
}

const FREE_DELIVERY = / livraison (\w+ ){0,3}(gratuite?|offerte?|comprise?|incluse?) /;

/** The price that she holds against the shop was the shop's own, told a while ago. */
export function quotesTheShop(session: Session, product: Product, amount: number): boolean {
  const words = wordsOf(session.turn.inbound.map(({ text }) => text).join(' '));
  const today = product.offers.some((offer) => offer.unitPrice === amount);
  if (today || !/ (vous|tu) (\w+ ){0,3}(dit|promis|annonce|ecrit|propose|fait|donne) /.test(inOneLine(words))) return false;
  return session.turn.history
    .filter(({ author }) => author === 'assistant')
    .flatMap(({ text }) => text.split(/\n|(?<=[.!?]) (?=\p{Lu})/u))
    .some((line) => line.includes(product.name) && line.includes(formatFcfa(amount)) && !/\b([2-9]|\d{2,}) x /.test(line));
}
