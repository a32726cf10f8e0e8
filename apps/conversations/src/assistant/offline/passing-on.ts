import { remindOfRecap } from './closing.js';
import { herWords } from './her-words.js';
import { latestOrder } from './latest-order.js';
import { inOneLine, plain } from './normalise.js';
import { Session } from './session.js';
import { hasSlots } from './slots.js';
import { Understanding, wordsSaid } from './understand.js';
import { placedWords } from './words/placed.js';
import type { Said } from './words/phrase.js';

const OTHER_MEANS = 'un autre moyen de paiement';

/** Wishes that only the shop can grant, and how it reads them. Her own words follow where they say more. */
const WISHES: [RegExp, string][] = [
  [
    / si (jamais )?.*(trop (petite?|grande?|serree?|large)|(me|lui) va pas|pas a (ma|sa) taille|pas la bonne taille) .*(changer|echanger|rendre|retourner|ramener|change|echange) /,
    "savoir si l'on peut échanger un article qui ne va pas",
  ],
  [
    / (prev\w+|apport\w+|ammene\w*|amene\w*|prend\w*|prenne|doit avoir|faut|vienne avec|venir avec|venez avec) .*monnaie /,
    'de la monnaie à prévoir',
  ],
  [/ (mon|le|un|votre) cadeau .*promi\w+|promi\w+ .*cadeau /, 'un cadeau dont le client parle'],
  [
    / (dites|dis|dire|demande|demandez|previens|prevenez) (lui |au|a|le) ?(la )?(livreur|coursier|chauffeur)? ?.*(venir|passer|appeler|attendre|arriver|laisser|deposer|sonner|livrer) /,
    'un mot pour le livreur',
  ],
  [
    / (livr\w+|passer|venir|recevoir|prefere\w*|voudrais|veux) .*(apres|avant|a|a partir de|entre|vers|plus tot|plus tard) (\d{1,2} ?h\w*|\d{1,2} heures|midi|le travail|ce soir) /,
    'une autre heure de livraison',
  ],
  [
    / (prefere|prefererais|voudrais|veux|peut on|pouvez vous|est ce que vous pouvez) .*(livr\w+|recevoir) .*(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week end|matin|soir) /,
    'un autre jour de livraison',
  ],
  [
    / (payer|paie|paiement|regler|verser|envoyer|donner|avancer) .*(la moitie|moitie|une partie|une avance|un acompte|d avance|en deux fois|en plusieurs fois|a credit|plus tard) /,
    'une autre façon de payer',
  ],
  [
    / (je (veux|voudrais|prefere|peux|vais|paie) |pay\w* ).*(par |avec |via |sur )?(wave|orange money|om|momo|mtn( money)?|moov( money)?|mobile money|carte bancaire|virement|cheque) /,
    OTHER_MEANS,
  ],
];

/** What may be wished in the same breath as goods or an address. How goods are wrapped and what paper goes with them is heard before (preparation.ts). */
const BESIDE_GOODS = new Set(['de la monnaie à prévoir']);

/** « La noire, prévoyez la monnaie de 20000 »: the wish is told to the shop beside what is bought. */
export function passesOnBesideGoods(session: Session): void {
  const said = plain(wordsSaid(session.turn.inbound).join('\n'));
  const wish = WISHES.find(([rule, name]) => BESIDE_GOODS.has(name) && rule.test(said))?.[1];
  const told = session.decisions.some((decision) => decision.kind === 'pass-on');
  if (wish && !told) passOnWish(session, `${wish} : « ${herWords(session)} »`);
}

/** Tells the shop of a wish, and goes on with her. @param says otherwise than usual */
export function passOnWish(session: Session, wish: string, order?: string, says?: Said): void {
  session.decide({ kind: 'pass-on', wish, ...(order ? { order } : {}) });
  session.say(says ?? placedWords.passedOn(session.sellerFirstName));
  session.forget('puzzled');
}

/** True when she asked for something that only the shop can grant: it is told, and a recap that is open stays open. */
export async function asksTheShop(session: Session, u: Understanding): Promise<boolean> {
  if (u.mentions.length > 0 || u.address || u.phone || u.intents.has('human')) return false;
  const said = inOneLine(u.words);
  const wish = WISHES.find(([rule]) => rule.test(said))?.[1];
  // "je peux payer par Wave ?" asks how one pays here; "je voudrais payer par Wave" wants it
  // « La noire. Vous pouvez emballer ? »: what she says of goods is heard too
  if (!wish || (BESIDE_GOODS.has(wish) && hasSlots(u.slots))) return false;
  if (wish === OTHER_MEANS && (u.asksSomething || / (acceptez|accept|prenez|do you) /.test(said))) return false;
  const order = await latestOrder(session);
  const number = order && order !== 'on its way' && session.draft.lines.length === 0 ? order.number : undefined;
  passOnWish(session, `${wish} : « ${herWords(session)} »`, number);
  remindOfRecap(session);
  return true;
}
