import { feeFor } from '../proposal.js';
import { goesOn } from './goes-on.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

const ASKED =
  / ((ca|il|cela) (va )?(prend|prendra|prendre|met|mettra|mettre|faut|dure|fait)( \w+){0,2} (combien de (temps|jours?|heures?)|longtemps)|(dans |apres |en )?combien de (temps|jours?|heures?)|(ma|la) (commande|livraison)( \w+){0,3} (arrive\w*|quand)|(ca|elle|il) (va )?(arrive\w*|vient|venir) quand|quand (est ce que )?(ca|elle|il|je|vous)( \w+)? (arrive\w*|recois|recevr\w+|livre\w*|vient)|(je|on) (vais )?(serai|suis|etre|recois|recevoir|recevrai)( \w+)? quand|quel(le)? (jour|heure)|how long|(deliver|livraison|get it|arrive) (aujourd hui|demain|when)|when (will|do|does|can|is) ) /;

/** "ça prend combien de temps ?" while she orders: the delay of her commune, and nothing else. True when that was the answer. */
export async function tellsDelay(session: Session, u: Understanding): Promise<boolean> {
  const { lines, interest, address, commune } = session.draft;
  if (lines.length === 0 && !interest && !commune) return false;
  if (u.address || u.mentions.length > 0 || u.amounts.length > 0 || u.intents.has('hours')) return false;
  const words = inOneLine(u.words);
  // "combien de jours" asks no price
  if (!ASKED.test(words) || (u.intents.has('price') && !/ combien de (temps|jours?|heures?) /.test(words))) return false;
  const fee = u.commune ? await session.tools.deliveryFee(u.commune) : await feeFor(session.draft, session.tools);
  if (u.commune && !fee) return false;
  if (fee) session.fee = fee;
  if (fee?.delay) session.say(say.arrives(fee.commune, fee.delay));
  else session.say(address || commune || u.commune ? say.delay(session.sellerFirstName) : say.delayWhere());
  goesOn(session);
  return true;
}
