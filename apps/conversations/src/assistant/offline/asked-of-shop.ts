import { asksWhatNext, wantsItExchanged } from './after-complaint.js';
import { showCatalogue } from './browse.js';
import { asksOfArticle } from './asked-of-article.js';
import { asksWhetherFeasible } from './feasible.js';
import { asksCouriersNumber } from './courier-number.js';
import { goesOn } from './goes-on.js';
import { herWords } from './her-words.js';
import { inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { greet } from './questions.js';
import { goesOnWith } from './price-said.js';
import { Session } from './session.js';
import { productTalkedAbout } from './talked-about.js';
import { Understanding } from './understand.js';
import { saysSheOrdered } from './says-she-ordered.js';
import { asksToTryThere } from './try-there.js';
import { waitsForAnswer } from './waits-for-answer.js';
import { asksWhereToPay, asksWhetherMoneyCame } from './where-to-pay.js';
import { asksWhetherNoted } from './whether-noted.js';
import { asksOfNature } from './asked-of-nature.js';
import { asksHowSold } from './sold-by.js';
import { askedWords } from './words/asked.js';
import type { Said } from './words/phrase.js';

/** What is asked that is neither for goods nor for a price. What only the seller knows is passed on to him, and nothing is said that nobody knows. True when it was answered. */
export async function asksOfShop(session: Session, u: Understanding): Promise<boolean> {
  if (u.address || u.phone) return false;
  // « il va m'appeler avec quel numéro ? » asks for nobody
  if (await asksCouriersNumber(session, u)) return true;
  if (u.intents.has('human')) return false;
  const answered =
    asksPages(session, u) ||
    asksOfMaterial(session, u) ||
    asksOfArticle(session, u) ||
    asksWhereToPay(session, u) ||
    (session.draft.lines.length + (session.draft.interest ? 1 : 0) > 0 && asksWhetherMoneyCame(session, u)) ||
    waitsForAnswer(session, u) ||
    (await saysSheOrdered(session, u)) ||
    asksToTryThere(session, u) ||
    asksOfNature(session, u) ||
    (await asksHowSold(session, u)) ||
    (await asksAdvice(session, u)) ||
    asksWhetherFeasible(session, u) ||
    wantsItExchanged(session, u) ||
    (await asksWhetherNoted(session, u)) ||
    (await asksWhatNext(session, u));
  if (answered) session.forget('puzzled');
  return answered;
}

const PAGES = / (instagram|insta|facebook|fb|tiktok|snap|snapchat|youtube|telegram|site|site web|site internet) /;
const ASKS_PAGE =
  / (vous avez|avez vous|vous etes|etes vous|tu es|tu as|t as|as tu|il y a|y a|existe|c est quoi|quel est|votre|ton|vos|donnez|donne|envoyez|envoie) /;
/** « j'ai vu ça sur votre Facebook » tells where she comes from. */
const CAME_FROM = / ((vu|vue|vus|vois|trouve|viens|passe) (\w+ ){0,5}(sur|de|dans|par)|annonce|pub|publicite|article|modele) /;

/** « vous avez un instagram ? » */
function asksPages(session: Session, u: Understanding): boolean {
  const said = inOneLine(u.words);
  // « un instagram ? »
  const alone = u.words.length <= 3 && session.turn.inbound.some(({ text }) => text.includes('?'));
  if (
    !PAGES.test(said) ||
    !(ASKS_PAGE.test(said) || alone) ||
    CAME_FROM.test(said) ||
    u.mentions.length > 0 ||
    u.words.length > 9
  )
    return false;
  asksSeller(session, u, 'savoir si la boutique a une page ou un site', askedWords.pageUnknown(session.sellerFirstName));
  goesOn(session);
  return true;
}

const MATERIAL =
  / (cuir|cuirs|matiere|tissu|toile|daim|semelles?|coutures?|finitions?|qualite|materiau|plastique|caoutchouc|colle|fermeture|doublure) (\w+ ){0,5}(bon|bonne|bons|bonnes|solides?|vrai|vraie|dure|durs?|resiste|resistante?s?|tient|tiennent|souple|souples|comment|top|mauvaise?|fragile|propre|veritable|epais|epaisse|original|originale) | (bon|bonne|vrai|vraie|veritable|quel|quelle|en) (cuir|matiere|tissu|semelle|qualite) | quoi (la|le|comme) (matiere|tissu|cuir|qualite) /;

const HOLDS = / (solides?|confortables?|etanches?|impermeables?|resistante?s?|durables?|lavables?|souples?|legere?s?) /;

/** « le cuir est bon ? »: no catalogue tells. */
function asksOfMaterial(session: Session, u: Understanding): boolean {
  const asks = u.asksSomething || session.turn.inbound.some(({ text }) => text.includes('?'));
  const more = u.intents.has('want') || u.intents.has('price') || u.intents.has('complaint') || u.intents.has('catalogue');
  // « c'est solide ? », of no article in particular
  const ofNone =
    HOLDS.test(inOneLine(u.words)) && u.mentions.length === 0 && !session.draft.interest && session.draft.lines.length === 0;
  if (!(MATERIAL.test(inOneLine(u.words)) || (ofNone && !session.draft.shown?.length)) || !asks || more) return false;
  if (session.draft.lines.length === 0 && u.intents.has('status')) return false;
  asksSeller(session, u, 'savoir ce que vaut la matière', askedWords.materialUnknown(session.sellerFirstName));
  const product = u.mentions.length > 0 ? productTalkedAbout(session, u) : undefined;
  if (product) goesOnWith(session, product, u);
  else goesOn(session);
  return true;
}

const ADVICE =
  / ((vous|tu) (me |nous )?(conseille[sz]?|proposerie[sz]|recommande[sz]?|prendrie[sz]|choisirie[sz]) (\w+ )?(quoi|laquelle|lequel|lesquel\w*|comme)|(que|quoi|lequel|laquelle) (est ce que )?(me |vous |tu )*(conseille[sz]?|recommande[sz]?)|(un|votre|ton|des) conseils?|(conseille[sz]?|recommande[sz]?) (moi|nous)|(quel est )?(votre|ton) avis|a (votre|ta) place|(aide[sz]?|aider) (moi |m |nous )?(a )?choisir|(laquelle|lequel) (est |sont |c est )?(la |le )?(mieux|meilleure?|plus (?!chere?|abordable)\w+)|je sais pas (quoi|lequel|laquelle) (prendre|choisir)) /;

/** « vous conseillez quoi ? »: taste is the seller's, who is asked; the goods and their prices are shown. */
async function asksAdvice(session: Session, u: Understanding): Promise<boolean> {
  const other = u.mentions.length > 0 || u.amounts.length > 0 || u.slots.sizes.length > 0 || u.intents.has('bargain');
  if (!ADVICE.test(inOneLine(u.words)) || other) return false;
  const { interest, lines, shown } = session.draft;
  asksSeller(session, u, 'un conseil', askedWords.advice(session.sellerFirstName));
  if (!interest && lines.length === 0 && !shown?.length) await showCatalogue(session);
  else goesOn(session);
  return true;
}

function asksSeller(session: Session, u: Understanding, wish: string, words: Said): void {
  greet(session, u);
  passOnWish(session, `${wish} : « ${herWords(session)} »`, undefined, words);
}
