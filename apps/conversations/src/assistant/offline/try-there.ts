import { goesOn } from './goes-on.js';
import { herWords } from './her-words.js';
import { inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { greet } from './questions.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { askedWords } from './words/asked.js';

/** « je peux venir essayer la Puma ? », « passer voir les modèles » */
const WOULD_TRY =
  / (?:venir|viens|viendrai|passer|passe|passerai) (?:\w+ ){0,2}(?:essayer|essaie|voir|regarder|toucher|choisir|comparer)(?! (?:demain|plus tard)) /;
/** « je viens samedi matin », once coming by was spoken of. */
const COMES =
  / (?:je|on|nous) (?:\w+ )?(?:viens|vient|passe|passerai|viendrai|passons|venons) (?:\w+ ){0,2}(?:demain|aujourd hui|ce soir|tout a l heure|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|midi|apres midi|a \d{1,2}) ?/;

/** She would come by and look: she hears where and when the shop is open, and the seller that she comes. True when that was what she said. */
export function asksToTryThere(session: Session, u: Understanding): boolean {
  const said = inOneLine(u.words);
  const spoken = session.turn.history
    .slice(-4)
    .some(({ text }) => / (?:passer|venir voir|boutique se trouve|adresse de la boutique)/.test(text));
  const comes = spoken && COMES.test(said) && session.draft.lines.length === 0 && u.mentions.length === 0;
  if ((!WOULD_TRY.test(said) && !comes) || / (?:livreur|coursier) /.test(said) || u.intents.has('collect')) return false;
  greet(session, u);
  passOnWish(
    session,
    `venir voir sur place : « ${herWords(session)} »`,
    undefined,
    askedWords.triesThere(session.sellerFirstName),
  );
  const { pickupAddress, openingHours } = session.turn.shop;
  if (pickupAddress) session.say(say.location(pickupAddress));
  if (openingHours) session.say(say.hours(openingHours));
  goesOn(session);
  return true;
}
