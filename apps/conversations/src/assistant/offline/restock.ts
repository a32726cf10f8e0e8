import { articleName } from '../proposal.js';
import { goesOn } from './goes-on.js';
import { inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { Session } from './session.js';
import { productTalkedAbout } from './talked-about.js';
import { Understanding } from './understand.js';
import { restockWords } from './words/restock.js';

/** "prévenez-moi quand y en a", "fais-moi signe dès que ça rentre". */
const TELL_ME =
  / ((previen\w*|preven\w*|averti\w*|inform\w*|ecri\w*|appel\w*|notifi\w*|contacte\w*|signal\w*|dis|dites|fais|faites) (\w+ ){0,3}(signe )?(quand|si|des|lorsque) (\w+ ){0,4}(il y a|y en a|y a|arriv\w*|revien\w*|rentr\w*|disponible|stock|recev\w*|aurez|as)|tenez moi (au courant|informee?)) /;
/** "prévenez-moi svp", "vous pouvez commander en 44 ?", said of what was just refused. */
const ABOUT_REFUSED =
  / (previen\w*|preven\w*|averti\w*|informe\w*|notifi\w*) moi | (pouvez|peux|peut|pourriez) (\w+ )?(commander|faire venir|trouver|chercher|avoir|ramener|importer) /;
/** "ça revient quand ?", "vous en aurez bientôt ?", "c'est pour quand le prochain arrivage ?" */
const WHEN =
  / ((revien\w*|revenir|arrivage|reapprovision\w*|restock\w*|rentr\w* en stock|retour en stock|nouveau stock|(vous |tu )?(en )?(allez (recevoir|avoir)|vas (recevoir|avoir)|aurez|auras|recevez|recevrez|recois|recevras|attendez)) (\w+ ){0,3}(quand|bientot|le mois|la semaine|demain|encore)|(quand|bientot) (\w+ ){0,4}(revien\w*|revenir|arrivage|reapprovision\w*|restock\w*|en stock|aurez|auras|recevez|recevrez|va y avoir|va en avoir|allez (recevoir|avoir|en avoir)|vas (recevoir|avoir|en avoir))|(prochain|nouvel) arrivage) /;
/** What was just said: it is not there. */
const REFUSED =
  /^(?:Désolé, je n'ai pas (?!l'adresse|cette|ce détail|de photo|de livreur|bien)|Désolé, .* n'est plus|Il n'y a plus|.* est épuisé)/m;

/** When what is missing comes back is only known in the shop, which hears that she waits for it. True when that was what she asked. */
export function asksRestock(session: Session, u: Understanding): boolean {
  // « je peux passer chercher moi-même ? »
  if (u.intents.has('collect')) return false;
  const said = inOneLine(u.words);
  const lately = session.turn.history.filter(({ author }) => author === 'assistant').slice(-3);
  const refused = lately.findLast(({ text }) => REFUSED.test(text));
  const tells = TELL_ME.test(said) || (refused !== undefined && ABOUT_REFUSED.test(said));
  const asks = WHEN.test(said) && (refused !== undefined || / (arrivage|stock|restock\w*) /.test(said));
  if (!(tells && (refused || / stock /.test(said))) && !asks) return false;
  const product = productTalkedAbout(session, u);
  const missing = refused && /(?:je n'ai pas|n'ai plus) (.+?)\.$/m.exec(refused.text)?.[1];
  const article = missing ?? (product ? articleName({ productName: product.name }) : 'un article');
  if (u.phone) session.update({ phone: u.phone });
  const call = u.phone ? ` (à appeler au ${u.phone})` : '';
  passOnWish(session, `prévenir quand il y aura ${article}${call}`, undefined, restockWords.told(session.sellerFirstName));
  goesOn(session);
  return true;
}
