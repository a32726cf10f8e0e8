import { draftTotal } from '../draft.js';
import { feeFor } from '../proposal.js';
import { readAmounts } from './amounts.js';
import { tellTotal } from './closing.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { isSupposed } from './supposing.js';
import { Understanding } from './understand.js';

/** What the whole of her order comes to, as she takes it to be or asks for it. */

/** "65000 livraison comprise" */
export const WITH_DELIVERY = / \d{4,} (?:f |fcfa )?(?:avec )?(?:la )?livraison (?:comprise?|incluse?) /;

/** "c'est bien 39000 + 2500 ?", "ça fait 41500 donc": confirmed when it is what she will pay. */
export async function claimsTotal(session: Session, u: Understanding): Promise<boolean> {
  const amounts = readAmounts(u.words);
  if (session.draft.lines.length === 0 || amounts.length === 0 || u.intents.has('want') || u.mentions.length > 0) return false;
  const words = inOneLine(u.words);
  const text = session.turn.inbound.map((utterance) => utterance.text).join(' ');
  const adds = /\d[\d .]*\s*(?:f|fcfa)?\s*[+=]/i.test(text) || / \d{3,} plus \d{3,} /.test(words);
  const whole = WITH_DELIVERY.test(words) || / (en tout|total|a payer|au total|tout compris) /.test(words);
  const counts = / (ca fait|c est bien|c est bon|donc|je (dois|paie|paye)|c est ca) /.test(words);
  const fee = await feeFor(session.draft, session.tools);
  const goods = draftTotal(session.draft);
  const payable = goods + (fee?.fee ?? 0);
  const sum = amounts.reduce((left, amount) => left + amount, 0);
  const right = amounts.at(-1) === payable || sum === payable;
  const asks = u.asksSomething && SUM_ASKED.test(words) && amounts.length === 1 && !session.draft.interest;
  if (!adds && !whole && !asks && !(counts && right)) return false;
  if (u.intents.has('bargain') && !adds) return false;
  if (fee) session.fee = fee;
  if (right && fee) session.say(say.totalAsSaid(payable));
  else {
    // « 40000 en tout ? » leaves the delivery out
    const ofGoods = (amounts.at(-1) === goods || sum === goods) && !(whole && fee);
    session.say(ofGoods ? say.goodsAsSaid() : say.notThatSum());
    await tellTotal(session);
  }
  return true;
}

/** "donc ça fait 100000 c'est ça ?" */
const SUM_ASKED = / (ca (me )?(fait|fera|revient)|(je|j|on) (dois|doit|paie|paye|donne|vais payer)|donc|la somme|le montant) /;

const TOTAL_ASKED =
  / (combien deja|combien (exactement |au juste |vraiment )?(est ce que )?(je|j|on) (vais |te |vous )*(dois|doit|paie|paye|payer|donne|donner|devoir)|combien (\w+ ){0,3}(donner|remettre|payer) (au|a la|lui|le) ?(livreur)?|(dois|doit|vais) (te |vous )?(payer|donner) combien|combien (a|je dois|je vais) payer|a payer combien|(j ai|il y a) combien a payer|(ca|le tout) (me )?(fait|revient|fera) combien|combien (ca|le tout) (fait|me revient)|how much (in total|do i (pay|owe)|is it all)) /;

export async function asksTotal(session: Session, u: Understanding): Promise<boolean> {
  if (session.draft.lines.length === 0 || session.draft.interest || u.mentions.length > 0 || u.amounts.length > 0) return false;
  if (!TOTAL_ASKED.test(inOneLine(u.words)) || isSupposed(u)) return false;
  await tellTotal(session);
  return true;
}
