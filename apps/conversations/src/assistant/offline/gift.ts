import { findProducts } from './naming.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { priceOf } from './words/phrase.js';

/** She would have an article for nothing: the words between which it stands. */
const GIVE =
  /^(offres?|offrez|offrir|offert|offerte|offerts|offertes|cadeau|cadeaux|gratuit|gratuite|gratuits|gratuites|gratuitement|gratos|bonus|prime)$/;
/** She buys a present, or speaks of the delivery. */
const NO_ASKING =
  / (pour|a) offrir | (je|j|on) (\w+ )?(veux|voudrais|aimerais|vais|compte|cherche a|souhaite|pense)( l| le| la| les| lui)? offrir (?!moi )| offrir (\w+ ){1,6}(a|pour) (ma|mon|mes|sa|son|un|une|elle|lui|notre|maman|papa) | (c est|comme|un|pour|faire) (un )?cadeaux? | cadeaux? (pour|a) (?!moi |nous )| (papier|emballage|paquet) (cadeau|offert) | (livraison|livrer|transport) /;

/** "tu m'offres les chaussettes avec ?": what she asks for nothing is refused in words, and is neither offered nor ordered. @returns the burst without it */
export function refusesGift(session: Session, u: Understanding): Understanding {
  const words = inOneLine(u.words);
  const at = u.words.findIndex((word) => GIVE.test(word));
  if (at < 0 || u.mentions.length === 0 || NO_ASKING.test(words)) return u;
  const after = findProducts(u.words.slice(at + 1), session.products)[0];
  const before = findProducts(u.words.slice(0, at), session.products).at(-1);
  const asked = (after ?? before)?.candidates.map(({ id }) => id) ?? [];
  const given = u.mentions.filter(({ candidates }) => candidates.every(({ id }) => asked.includes(id)));
  const [product] = given.flatMap(({ candidates }) => candidates);
  if (!product) return u;
  session.cite(...product.offers);
  session.say(say.notGiven(product.name, priceOf(product.offers.map((offer) => session.priced(offer)))));
  const intents = new Set([...u.intents].filter((intent) => !['bargain', 'want', 'more', 'availability'].includes(intent)));
  const mentions = u.mentions.filter((mention) => !given.includes(mention));
  if (mentions.length > 0 && u.intents.has('want')) intents.add('want');
  return { ...u, mentions, intents };
}
