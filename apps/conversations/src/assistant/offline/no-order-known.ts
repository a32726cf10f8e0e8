import { inOneLine } from './normalise.js';
import { greet } from './questions.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { lineWords } from './words/lines.js';

const LEAD =
  '(?:bonjour|bonsoir|salut|svp|merci|alors|donc|encore|bon|ok|oui|je|on|en|veux|voudrais|prends|aimerais|commande|recommande|donnez|donne|mettez|mets|envoyez|envoie|moi|nous|il faut|me|faut|toujours|juste|exactement)';
const TAIL = '(?:svp|merci|encore|s|il|vous|plait|possible|chose|choses|commande|la|que|pour moi|aussi)';
/** « je veux la même », where nothing was talked about: what she had the time before. */
const BARE = new RegExp(String.raw`^ (?:${LEAD} )*(?:la|le|les) memes? (?:${TAIL} )*$`);

/** « la même » with no article before it: what she ordered last is meant. */
export function meansLastOrder(session: Session, u: Understanding): boolean {
  const { shown = [], aside = [], asked = [] } = session.draft;
  return shown.length + aside.length + asked.length === 0 && BARE.test(inOneLine(u.words));
}

/** The same as last time is wanted, and no order of hers is known: she is told so, and asked which article. */
export function tellsNoneKnown(session: Session, u: Understanding): true {
  greet(session, u);
  session.say(lineWords.noOrderKnown());
  session.update({ lastAsked: 'product' });
  session.forget('puzzled');
  return true;
}
