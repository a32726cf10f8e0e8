import { draftTotal } from '../draft.js';
import { formatFcfa } from '../money.js';
import { feeFor } from '../proposal.js';
import { readAmounts } from './amounts.js';
import { productTalkedAbout, wanted } from './bargain.js';
import { remindOfRecap, tellTotal } from './closing.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { isSupposed } from './supposing.js';
import { Understanding } from './understand.js';
import { priceOf } from './words/phrase.js';

/** What she says that a thing costs, or asks of the whole: true sums are confirmed, false ones get the true one, and nothing is ordered or granted by it. */
export async function answersClaim(session: Session, u: Understanding): Promise<boolean> {
  if (u.address && !u.vagueAddress) return false;
  const said =
    (await claimsFee(session, u)) || (await claimsTotal(session, u)) || (await asksTotal(session, u)) || quotesPrice(session, u);
  if (said) goesOn(session);
  return said;
}

/** What was open before stays open: the recap, or what is offered. */
export function goesOn(session: Session): void {
  const { interest, recapNonce, lastAsked } = session.draft;
  const product = interest && session.product(interest.productId);
  if (recapNonce) remindOfRecap(session);
  else if (product && lastAsked === 'offer') session.say(say.offerAgain(product.name));
}

const FEE_SAID =
  / livraison (?:\w+ ){0,4}\d{3,5} | \d{3,5} (?:f |fcfa |francs? |cfa )?(?:pour |de )?(?:la )?livraison | livraison (?:\w+ ){0,3}(?:gratuite?|offerte?|cadeau|comprise?|incluse?|moins chere?) | (?:offre[sz]?|offrez|gratuite?|cadeau de|diminue[rz]?|baisse[rz]?|reduis|reduire) (?:moi )?(?:sur )?(?:la |les frais de )?livraison /;

/** "laisse la livraison à 1000", "la livraison est gratuite non ?" */
async function claimsFee(session: Session, u: Understanding): Promise<boolean> {
  const words = inOneLine(u.words);
  const amounts = readAmounts(u.words);
  if (!FEE_SAID.test(words) || amounts.length > 1 || u.mentions.length > 0) return false;
  // "36000 ok mais livraison gratuite" speaks of the goods too
  if (amounts.length === 1 && !/ livraison (\w+ ){0,4}\d{3,5} | \d{3,5} (\w+ ){0,3}livraison /.test(words)) return false;
  if (amounts.length === 1 && / \d{3,5} (ok|d accord|mais|et|avec) /.test(words)) return false;
  const { commune, address } = session.draft;
  const place = u.commune ?? address ?? commune;
  if (!place) {
    session.say(say.feeIsFixed(), say.feeWhere());
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

/** "c'est bien 39000 + 2500 ?", "ça fait 41500 donc": confirmed when it is what she will pay. */
async function claimsTotal(session: Session, u: Understanding): Promise<boolean> {
  const amounts = readAmounts(u.words);
  if (session.draft.lines.length === 0 || amounts.length === 0 || u.intents.has('want') || u.mentions.length > 0) return false;
  const words = inOneLine(u.words);
  const text = session.turn.inbound.map((utterance) => utterance.text).join(' ');
  const adds = /\d[\d .]*\s*(?:f|fcfa)?\s*[+=]/i.test(text) || / \d{3,} plus \d{3,} /.test(words);
  const whole = / (en tout|total|a payer|au total|tout compris) /.test(words);
  const counts = / (ca fait|c est bien|c est bon|donc|je (dois|paie|paye)|c est ca) /.test(words);
  const fee = await feeFor(session.draft, session.tools);
  const goods = draftTotal(session.draft);
  const payable = goods + (fee?.fee ?? 0);
  const sum = amounts.reduce((left, amount) => left + amount, 0);
  const right = amounts.at(-1) === payable || sum === payable;
  if (!adds && !whole && !(counts && right)) return false;
  if (u.intents.has('bargain') && !adds) return false;
  if (fee) session.fee = fee;
  if (right && fee) session.say(say.totalAsSaid(payable));
  else {
    session.say(say.exactCount());
    await tellTotal(session);
  }
  return true;
}

const TOTAL_ASKED =
  / (combien deja|combien (est ce que )?(je|j|on) (vais |te |vous )*(dois|doit|paie|paye|payer|donne|donner|devoir)|(dois|doit|vais) (te |vous )?(payer|donner) combien|combien (a|je dois|je vais) payer|a payer combien|(j ai|il y a) combien a payer|(ca|le tout) (me )?(fait|revient|fera) combien|combien (ca|le tout) (fait|me revient)|how much (in total|do i (pay|owe)|is it all)) /;

async function asksTotal(session: Session, u: Understanding): Promise<boolean> {
  if (session.draft.lines.length === 0 || session.draft.interest || u.mentions.length > 0 || u.amounts.length > 0) return false;
  if (!TOTAL_ASKED.test(inOneLine(u.words)) || isSupposed(u)) return false;
  await tellTotal(session);
  return true;
}

const QUOTED =
  / (on|quelqu un|patron|patronne|vendeur|vendeuse|boss|gerant|vous|tu|il|elle|ils|ami|amie|frere|soeur|copine|voisine?|cousine?|collegue|mari|femme) (?:m |me |nous |l |la |avez |as |a |ont |aviez |avait |avais |deja |bien )+(?:dit|promis|propose|fait|vendu|paye|payee|annonce|ecrit|laisse|confirme|achete) | (?:vu|lu|entendu|trouve) (?:\w+ ){0,5}\d{4,} | (?:ailleurs|a cote|en face|au marche|chez (?:d autres|les autres|le voisin|un autre)|l autre (?:boutique|vendeur)) (?:\w+ ){0,4}\d{4,} /;

/** "on m'a dit 20000": a price that others told her changes none. */
function quotesPrice(session: Session, u: Understanding): boolean {
  const [amount, ...others] = readAmounts(u.words);
  const takes = / (je|on) (la |le |les |l )?(prends|prend|commande|achete) /.test(inOneLine(u.words));
  if (amount === undefined || others.length > 0 || takes || !QUOTED.test(inOneLine(u.words))) return false;
  const product = productTalkedAbout(session, u);
  if (!product) return false;
  const offers = wanted(session, product, u).offers;
  session.cite(...offers);
  const [first] = offers.map((offer) => session.priced(offer));
  const price = priceOf(offers.map((offer) => session.priced(offer)));
  if (!first) return false;
  const alone = offers.every((offer) => session.priced(offer).unitPrice === first.unitPrice);
  if (alone && first.unitPrice === amount) session.say(say.alreadyAt(product.name, formatFcfa(amount)));
  else if (alone && first.floorPrice !== undefined && first.unitPrice <= first.floorPrice)
    session.say(say.lastWord(product.name, price));
  else session.say(say.priceStands(product.name, price));
  if (session.draft.lines.length === 0 && !session.draft.interest) session.update({ interest: { productId: product.id } });
  return true;
}
