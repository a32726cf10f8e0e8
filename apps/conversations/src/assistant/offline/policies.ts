import { remindOfRecap } from './closing.js';
import { goesOn } from './goes-on.js';
import { herWords } from './her-words.js';
import { inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** What she would do if it did not suit her, asked before she buys. */
const POLICIES: [RegExp, string][] = [
  [
    / (?:peux|peut|possible|pourrai|pourrais|puis je|on peut|acceptez|prenez|faites) (?:\w+ ){0,6}(?:changer|echanger|echanges?|rendre|retourner|retours?|ramener) (?:\w+ ){0,6}(?:si|apres|au cas ou|quand) /,
    "savoir si l'on peut échanger un article qui ne va pas",
  ],
  [
    / (?:si|au cas ou) (?:\w+ ){1,8}(?:changer|echanger|echange|echangez|rendre|retourner|ramener|reprenez|rembours\w*|changez) /,
    "savoir si l'on peut échanger un article qui ne va pas",
  ],
  [
    / (?:essayer|essaie|essayage|tester) (?:\w+ ){0,4}(?:avant|d abord|sur place|a la livraison|livreur|payer|acheter|prendre) /,
    "savoir si l'on peut essayer avant de payer",
  ],
  [
    / (?:si|au cas ou) (?:\w+ ){0,4}(?:ne )?(?:(?:me|m|lui|l|nous|te) )?(?:(?:va|vont|ira|plait|plaisent|plaira|convien\w+|correspond\w*|aime|aiment) (?:pas|trop|plus)|(?:est|sont) (?:pas|trop) (?:(?:a )?(?:ma|sa|la|le|mon) \w+|bien|bon|bonne|petite?s?|grande?s?|serree?s?|large|courte?|longue?|comme|conforme|jolie?|pareil\w*)) .*\?/,
    "savoir ce qui se passe si l'article ne va pas",
  ],
  [
    / (?:refuse\w*|repart\w*|repartir|reprend\w*) (?:\w+ ){0,3}(?:avec|colis|article|livreur) .*\?/,
    "savoir si l'on peut refuser l'article à la livraison",
  ],
  [
    / si (?:(?:le|votre|ton|mon) )?(?:livreur|coursier|il) (?:ne )?(?:\w+ )?(?:me )?(?:trouve|joint|voit|vient|arrive|appelle) (?:\w+ )?pas /,
    'savoir ce qui se passe si le livreur ne trouve personne',
  ],
  [/ (?:prix (?:de gros|grossiste|revendeu\w+|de revente)|en gros|grossiste) /, 'un prix de gros'],
];

/** "si ça va pas je peux échanger ?", "je peux essayer avant de payer ?": how the shop deals with it only the seller can say. True when she asked that. */
export function asksPolicy(session: Session, u: Understanding): boolean {
  if (u.mentions.length > 0 || u.address || u.phone || u.intents.has('status')) return false;
  const asks = session.turn.inbound.some(({ text }) => text.includes('?'));
  const said = `${inOneLine(u.words)}${asks ? '?' : ''}`;
  const policy = POLICIES.find(([rule]) => rule.test(said))?.[1];
  if (!policy) return false;
  passOnWish(session, `${policy} : « ${herWords(session)} »`);
  if (session.draft.recapNonce) remindOfRecap(session);
  else goesOn(session);
  return true;
}
