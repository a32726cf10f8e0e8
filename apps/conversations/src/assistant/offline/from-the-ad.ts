import { show } from './browse.js';
import { groupByProduct, inStock, Product } from './catalogue.js';
import { queriesOf } from './looked-up.js';
import { namesGoods } from './looking.js';
import { findProducts, isTelling } from './naming.js';
import { inOneLine, wordsOf } from './normalise.js';
import { say } from './say.js';
import { searchWords } from './search-words.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding } from './understand.js';

const MOST_SHOWN = 10;

/** « l'offre de la pub », « ce que j'ai vu sur Facebook », « l'article sponsorisé » */
const SAYS_AD =
  / ((la|ta|ton|votre|cette|une|l|vos|tes|les|sur) ?(pub|pubs|publicite|publicites|annonce|annonces|publication|sponsorise|sponsorisee)|(article|produit|photo|post|offre) (sponsorisee?|de la pub\w*|de l annonce|sur (facebook|fb|insta|instagram|tiktok))|(vue?|trouvee?) (\w+ ){0,3}(sur|dans) (facebook|fb|insta|instagram|tiktok|la pub|votre page)) /;

/**
 * Who came by an ad and names no article means the one it shows: it is talked about from then on, at the catalogue's price.
 * @returns 'meant' when it is talked about now, 'shown' when she was answered
 */
export async function meansTheAd(session: Session, u: Understanding): Promise<'meant' | 'shown' | undefined> {
  const says = SAYS_AD.test(inOneLine(u.words));
  if (u.mentions.length > 0 || u.button || session.suggestions.length > 0 || isUnderWay(session, says)) return undefined;
  const { ad } = session.turn;
  if (!ad && !says) return undefined;
  if (!says && !mayMeanIt(session, u)) return undefined;
  const [first, ...others] = ad ? await articlesOf(session, [ad.headline, ad.body]) : [];
  if (!first) {
    if (!says) return undefined;
    await showUnknown(session);
    return 'shown';
  }
  if (session.draft.lines.some(({ productId }) => productId === first.id)) return undefined;
  session.know(first, ...others);
  if (others.length > 0) {
    show(session, [first, ...others], say.ofTheAd([first, ...others]));
    return 'shown';
  }
  session.update({ interest: { productId: first.id, ...session.draft.hints } });
  return 'meant';
}

/** What only who has an article in mind asks or says. */
const OF_AN_ARTICLE = [
  'price',
  'availability',
  'want',
  'interest',
  'bargain',
  'photo',
  'sizesThere',
  'colorsThere',
  'authentic',
  'detail',
] as const;
/** « puis-je en savoir plus à ce sujet ? », as WhatsApp writes it for her. */
const ASKS_MORE =
  / (ceci|celui ci|celle ci|a ce sujet|en savoir plus|plus d info\w*|(des|une|d) infos?|informations?|renseignements?) /;

/** An article is being talked about, or was listed for her; who speaks of the ad comes back to it. */
function isUnderWay({ draft }: Session, says: boolean): boolean {
  if (says) return draft.interest !== undefined;
  const { lines, interest, pending, aside, asked, shown, previous } = draft;
  return lines.length > 0 || [interest, pending, aside, asked, shown, previous].some((known) => known !== undefined);
}

/** « je veux des New Balance » is about other goods, « la taille 41 » is not. */
const namesOther = (u: Understanding): boolean => namesGoods(u) && searchWords(u.words).some(isTelling);

function mayMeanIt({ turn }: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  if (u.intents.has('catalogue') || u.intents.has('cheapest') || namesOther(u)) return false;
  if (OF_AN_ARTICLE.some((intent) => u.intents.has(intent)) || hasSlots(u.slots) || ASKS_MORE.test(words)) return true;
  // « Bonjour », sent from the ad
  const onlyGreets = [...u.intents].every((intent) => intent === 'greeting' || intent === 'wellbeing');
  return onlyGreets && turn.inbound.some(({ at }) => at <= (turn.ad?.at ?? new Date(0))) && u.intents.size > 0;
}

/** What the headline names in the shop, or else the rest of the ad; what is there before what is not. */
async function articlesOf(session: Session, parts: (string | undefined)[]): Promise<Product[]> {
  for (const part of parts) {
    const found = (await Promise.all(queriesOf([part ?? '']).map((query) => session.tools.searchCatalogue(query)))).flat();
    const products = groupByProduct(found);
    const named = findProducts(wordsOf(part ?? ''), products).flatMap(({ candidates }) => candidates);
    const each = [...new Set(named)].slice(0, MOST_SHOWN);
    if (each.length > 0) return each.some(inStock) ? each.filter(inStock) : each;
  }
  return [];
}

/** She speaks of an ad that tells nothing here: what it shows is hers to say. */
async function showUnknown(session: Session): Promise<void> {
  const products = await session.catalogue();
  show(session, products.slice(0, MOST_SHOWN), say.unknownAd(products.slice(0, MOST_SHOWN)));
}
