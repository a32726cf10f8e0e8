import { formatFcfa } from '../money.js';
import { readAmounts } from './amounts.js';
import { Product } from './catalogue.js';
import { inOneLine, wordsOf } from './normalise.js';
import { nameOf, takes, theOneNamed } from './price-said.js';
import { say } from './say.js';
import { Session } from './session.js';
import { wanted } from './talked-about.js';
import { Understanding } from './understand.js';
import { factWords } from './words/facts.js';
import { priceOf } from './words/phrase.js';

/** A price on somebody's word: a friend's, another shop's, this shop's own of another day. */

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
