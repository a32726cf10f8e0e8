import { goesOn } from './goes-on.js';
import { formatFcfa } from '../money.js';
import { feeFor } from '../proposal.js';
import { readAmounts } from './amounts.js';
import { pricesTogether } from './asked-together.js';
import { herWords } from './her-words.js';
import { productTalkedAbout, wanted } from './talked-about.js';
import { asksTotal, claimsTotal, WITH_DELIVERY } from './claimed-total.js';
import { answersOfGoods } from './goods-asked.js';
import { inOneLine, wordsOf } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { QUOTED_PRICE, quotesTheShop } from './price-quoted.js';
import { answersStatedPrice } from './price-said.js';
import { refusesBundle } from './bundles.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { factWords } from './words/facts.js';
import { priceOf } from './words/phrase.js';

/** What she says that a thing costs, or asks of the whole: true sums are confirmed, false ones get the true one, and nothing is ordered or granted by it. */
export async function answersClaim(session: Session, u: Understanding): Promise<boolean> {
  if (u.address && !u.vagueAddress) return false;
  const said =
    (await claimsFee(session, u)) ||
    (await claimsTotal(session, u)) ||
    (await asksTotal(session, u)) ||
    quotesPrice(session, u) ||
    refusesBundle(session, u);
  if (!said && (await claimsSum(session, u))) return true;
  if (said) goesOn(session);
  return said || answersOfGoods(session, u) || answersStatedPrice(session, u);
}

const FEE_SAID =
  / livraison (?:\w+ ){0,4}\d{3,5} | \d{3,5} (?:f |fcfa |francs? |cfa )?(?:pour |de )?(?:la )?livraison | livraison (?:\w+ ){0,3}(?:gratuite?|offerte?|cadeau|comprise?|incluse?|moins chere?) | (?:offre[sz]?|offrez|gratuite?|cadeau de|diminue[rz]?|baisse[rz]?|reduis|reduire) (?:moi )?(?:sur )?(?:la |les frais de )?livraison | (?:partage[rz]?|divise[rz]?|moitie de|sans payer) (?:les frais de )?(?:la |cette )?livraison /;
/** "offerte à partir de 30000": the amount is a condition, no fee. */
const CONDITION =
  / (?:a partir de|des|au dessus de|au dela de|pour (?:plus de|tout achat de)|superieurs? a|a compter de) (\d{4,}) /;

/** "laisse la livraison à 1000", "la livraison est gratuite non ?" */
async function claimsFee(session: Session, u: Understanding): Promise<boolean> {
  const words = inOneLine(u.words).replace(/ (?:le |les frais de )?transport /g, ' la livraison ');
  const amounts = readAmounts(wordsOf(words.replace(CONDITION, ' ')));
  if (!FEE_SAID.test(words) || amounts.length > 1 || u.mentions.length > 0) return false;
  // « ça fait 65000 livraison comprise » is a sum
  if (amounts.length === 1 && session.draft.lines.length > 0 && WITH_DELIVERY.test(words)) return false;
  // "36000 ok mais livraison gratuite" speaks of the goods too
  if (amounts.length === 1 && !/ livraison (\w+ ){0,4}\d{3,5} | \d{3,5} (\w+ ){0,3}livraison /.test(words)) return false;
  if (amounts.length === 1 && / \d{3,5} (ok|d accord|mais|et|avec) /.test(words)) return false;
  const { commune, address } = session.draft;
  const place = u.commune ?? address ?? commune;
  if (!place) {
    if (/ (gratuite?|offerte?|cadeau|comprise?|incluse?) /.test(words)) session.say(factWords.notFree());
    else session.say(say.feeIsFixed(), say.feeWhere());
    return true;
  }
  const fee = u.commune ? await session.tools.deliveryFee(u.commune) : await feeFor(session.draft, session.tools);
  if (!fee) return false;
  session.fee = fee;
  if (u.commune && !address) session.update({ commune: u.commune });
  if (fee.fee === 0) session.say(say.fee(fee));
  else session.say(amounts[0] === fee.fee ? say.feeAsSaid(fee) : say.feeStands(fee));
  return true;
}

/** "41 noir + 43 noir = 80000 ?": each at its own price, and the true sum. */
async function claimsSum(session: Session, u: Understanding): Promise<boolean> {
  const { sizes, colors } = u.slots;
  const product = productTalkedAbout(session, u);
  const adds = session.turn.inbound.some(({ text }) => /\S\s*\+\s*\S/.test(text)) || / (et|plus) /.test(inOneLine(u.words));
  if (!product || u.mentions.length > 0 || sizes.length < 2 || u.amounts.length !== 1 || u.intents.has('want') || !adds)
    return false;
  if (session.draft.lines.length > 0) return false;
  const { interest } = session.draft;
  const [color = interest?.productId === product.id ? interest.color : undefined] = colors;
  const each = sizes.map((size) => ({ productId: product.id, size, ...(color ? { color } : {}) }));
  if (!(await pricesTogether(session, u, each))) return false;
  session.forget('interest');
  return true;
}

/** "on m'a dit 20000": a price that others told her changes none. */
function quotesPrice(session: Session, u: Understanding): boolean {
  const [amount, ...others] = readAmounts(u.words);
  const takes = / (je|on) (la |le |les |l )?(prends|prend|commande|achete) /.test(inOneLine(u.words));
  if (amount === undefined || others.length > 0 || takes || !QUOTED_PRICE.test(inOneLine(u.words))) return false;
  const product = productTalkedAbout(session, u);
  if (!product) return false;
  const offers = wanted(session, product, u).offers;
  session.cite(...offers);
  const [first] = offers.map((offer) => session.priced(offer));
  const price = priceOf(offers.map((offer) => session.priced(offer)));
  if (!first) return false;
  const alone = offers.every((offer) => session.priced(offer).unitPrice === first.unitPrice);
  if (quotesTheShop(session, product, amount)) {
    passOnWish(
      session,
      `prix annoncé avant : « ${herWords(session)} »`,
      undefined,
      factWords.ownQuote(product.name, price, session.sellerFirstName),
    );
  } else if (alone && first.unitPrice === amount) session.say(say.alreadyAt(product.name, formatFcfa(amount)));
  else if (alone && first.floorPrice !== undefined && first.unitPrice <= first.floorPrice)
    session.say(say.lastWord(product.name, price));
  else session.say(say.priceStands(product.name, price));
  tellsTheShop(session, u);
  if (session.draft.lines.length === 0 && !session.draft.interest) session.update({ interest: { productId: product.id } });
  return true;
}

/** "Jean vient de m'appeler, il a dit 22500": the shop hears what is said in its name, and nothing waits for it. */
function tellsTheShop(session: Session, u: Understanding): void {
  const words = inOneLine(u.words);
  const own =
    words.includes(` ${wordsOf(session.sellerFirstName).join(' ')} `) || / (vendeur|vendeuse|patron|patronne|boss) /.test(words);
  if (!own || !/ (appeler?|appele|ecrit|au telephone|confirme|valide) /.test(words)) return;
  passOnWish(
    session,
    `dit qu'un prix lui a été accordé : « ${herWords(session)} »`,
    undefined,
    factWords.reported(session.sellerFirstName),
  );
}
