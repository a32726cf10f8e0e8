import { articleName } from '../proposal.js';
import { show, showCatalogue } from './browse.js';
import { inStock, Product, sizesOf } from './catalogue.js';
import { measuredBy } from './counted-by-measure.js';
import { goesOn } from './goes-on.js';
import { herWords } from './her-words.js';
import { inOneLine, wordsOf } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { goesOnWith } from './price-said.js';
import { greet } from './questions.js';
import { say } from './say.js';
import { Session } from './session.js';
import { productTalkedAbout } from './talked-about.js';
import { Understanding } from './understand.js';
import { askedWords } from './words/asked.js';
import { priceOf } from './words/phrase.js';

/** "vous vendez au mètre ?", "au détail ?", "vous coupez le pagne ?": what goods are counted by is what the catalogue says; the rest is the seller's to answer. */

const BY =
  / (?:(?:au|aux|par|a la|a l) (m|cm|yards?|kg|l|g|grammes?|detail|unite|piece|pot|bouteille|verre|demi piece|morceaux?|tranche|parts?)|en (detail|morceaux|tranches|demi piece)) /;
const SELLS = / (vend\w*|vente|prendre|prends|avoir|achet\w*|possible|faites|fais|peut|peux|donnez|servez|c est) /;
const CUTS = / (?:vous|tu|on|pouvez|peux|peut|faire) (?:me |le |la |les |nous )?(coup\w+|decoup\w+|detaill\w+) /;
const BY_ONE = /^(detail|unite|piece)$/;
/** Where she also asks for wholesale, the seller answers both. */
const WHOLESALE = / (gros|demi gros|grossistes?) /;

/** What she asks goods to be counted by; undefined when she asks nothing of the kind. */
function askedBy(session: Session, u: Understanding): string | undefined {
  const said = inOneLine(u.words);
  if (!session.turn.inbound.some(({ text }) => text.includes('?')) || WHOLESALE.test(said)) return undefined;
  if (u.intents.has('price') || u.intents.has('photo') || u.slots.quantity !== undefined) return undefined;
  // « en L » is a size
  const by = BY.exec(said)?.slice(1).find(Boolean);
  if (by !== undefined && (u.words.length <= 4 || SELLS.test(said))) return by;
  return CUTS.test(said) ? 'morceaux' : undefined;
}

/** True when that was what she asked. */
export async function asksHowSold(session: Session, u: Understanding): Promise<boolean> {
  const by = askedBy(session, u);
  if (by === undefined) return false;
  const product = productTalkedAbout(session, u);
  // « Tissu bazin (mètre) », « Jus de bissap, 1 litre »: it is offered as always
  if (product && counts(product, by)) return false;
  greet(session, u);
  if (BY_ONE.test(by)) await tellsByOne(session, u, product);
  else if (product) passesPart(session, u, product);
  else await tellsMeasured(session, by);
  return true;
}

const counts = (product: Product, by: string): boolean =>
  measuredBy(product) === by ||
  sizesOf(product).some((size) => wordsOf(size).join(' ') === (by === 'demi piece' ? by : `1 ${by}`));

async function tellsByOne(session: Session, u: Understanding, product: Product | undefined): Promise<void> {
  if (!product) {
    session.say(askedWords.fromOneOn());
    return showCatalogue(session);
  }
  session.cite(...product.offers);
  session.say(askedWords.thisFromOneOn(articleName({ productName: product.name }), priceOf(product.offers)));
  goesOnWith(session, product, u);
}

function passesPart(session: Session, u: Understanding, product: Product): void {
  session.cite(...product.offers);
  const { sellerFirstName } = session;
  passOnWish(
    session,
    `une question : « ${herWords(session)} »`,
    undefined,
    askedWords.notSoldInParts(product.name, sellerFirstName),
  );
  goesOnWith(session, product, u);
}

/** Nothing is talked about yet: what the shop counts by that measure, or the question goes to the seller. */
async function tellsMeasured(session: Session, by: string): Promise<void> {
  const there = (await session.catalogue()).filter((product) => inStock(product) && counts(product, by)).slice(0, 10);
  if (there.length > 0) return show(session, there, say.ofKind(there));
  passOnWish(session, `une question : « ${herWords(session)} »`, undefined, askedWords.questionPassedOn(session.sellerFirstName));
  goesOn(session);
}
