import { herWords } from './her-words.js';
import { latestOrder } from './latest-order.js';
import { inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { greet } from './questions.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { askedWords } from './words/asked.js';

const ORDERED =
  / (?:j ai|j avais|on a|nous avons) (?:deja |bien |aussi )*(?:commande|achete|paye|(?:passe|fait) (?:une |ma |la )?commande) (?:\w+ ){0,4}(?:hier|avant hier|ce matin|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|deja|chez vous|ici|depuis|l autre jour) /;

/** « j'ai commandé hier », where no order of hers is known: she is told so, and the shop hears it. True when that was said. */
export async function saysSheOrdered(session: Session, u: Understanding): Promise<boolean> {
  const { lines, interest } = session.draft;
  if (lines.length > 0 || interest || u.mentions.length > 0 || !ORDERED.test(inOneLine(u.words))) return false;
  if (u.intents.has('complaint') || (await latestOrder(session))) return false;
  greet(session, u);
  passOnWish(
    session,
    `dit avoir commandé : « ${herWords(session)} »`,
    undefined,
    askedWords.orderUnknown(session.sellerFirstName),
  );
  return true;
}
