import { goesOn } from './goes-on.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { askedWords } from './words/asked.js';

const WAITS =
  /^ (?:(?:ok|oui|d accord|bon|merci|alors|donc|parfait|entendu|pas de (?:probleme|souci)|c est bon|ca va|super) )*(?:j|je|on) attends?(?: (?:sa|ca|la|votre|ta|son|le|une|de|vos|reponse|retour|message|appel|lui|vous|alors|donc|svp|merci|ici|hein))* $/;

/** « ok j'attends sa réponse », after the shop was told of something: patience, and no complaint. True when that was said. */
export function waitsForAnswer(session: Session, u: Understanding): boolean {
  const last = session.turn.history.findLast(({ author }) => author === 'assistant')?.text ?? '';
  if (!/vous répond ici|vous écrit ici/.test(last) || u.mentions.length > 0 || !WAITS.test(inOneLine(u.words))) return false;
  session.say(askedWords.sellerAnswers(session.sellerFirstName));
  goesOn(session);
  return true;
}
