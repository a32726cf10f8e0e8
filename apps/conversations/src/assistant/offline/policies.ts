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
    / si (?:(?:le|votre|ton|mon) )?(?:livreur|coursier|il) (?:ne )?(?:\w+ )?(?:me )?(?:trouve|joint|voit|vient|arrive|appelle) (?:\w+ )?pas /,
    'savoir ce qui se passe si le livreur ne trouve personne',
  ],
  [/ (?:prix (?:de gros|grossiste|revendeu\w+|de revente)|en gros|grossiste) /, 'un prix de gros'],
];

/** "si ça va pas je peux échanger ?", "je peux essayer avant de payer ?": how the shop deals with it only the seller can say. True when she asked that. */
export function asksPolicy(session: Session, u: Understanding): boolean {
  if (u.mentions.length > 0 || u.address || u.phone || u.intents.has('status')) return false;
  const said = inOneLine(u.words);
  const policy = POLICIES.find(([rule]) => rule.test(said))?.[1];
  if (!policy) return false;
  passOnWish(session, `${policy} : « ${herWords(session)} »`);
  if (session.draft.recapNonce) remindOfRecap(session);
  else goesOn(session);
  return true;
}
