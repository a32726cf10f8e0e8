import { goesOn } from './goes-on.js';
import { herWords } from './her-words.js';
import { inOneLine, plain } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { besideWords } from './words/beside.js';

const MEANS = / (wave|orange money|om|momo|mtn|moov|djamo|mobile money|carte|virement|depot|transfert|avance|acompte|payer) /;
/** « c'est quel numéro ? », « sur quel compte ? », once paying was spoken of. */
const WHICH_NUMBER =
  / (?:(?:c est |sur |au |a )?(?:quel|le quel|quoi le|c est quoi le|votre|le) (?:numero|compte|code)|(?:donne[sz]?|envoie|envoyez|passe[rz]?)(?: moi)? (?:le |un |votre |ton )?(?:numero|compte|code|lien)|(?:numero|compte) (?:c est )?(?:quoi|combien)) /;
/** « je peux faire le dépôt maintenant ? » */
const DEPOSIT =
  / (?:je|on|j|nous) (?:\w+ ){0,3}(?:fais|fait|faire|envoie|envoyer|verse|verser|depose|deposer|transfere|transferer|paie|paye|payer) (?:\w+ ){0,3}(?:depot|transfert|avance|acompte|d avance|maintenant|tout de suite|l argent|le montant|avant) /;

/** « je veux payer maintenant » */
const NOW =
  / (?:je|on|j|nous) (?:\w+ )?(?:veux|voudrais|prefere|prefererais|aimerais|souhaite) (?:\w+ )?(?:payer|regler) (?:\w+ ){0,2}(?:maintenant|tout de suite|d avance|deja|avant) /;

/** « vous avez reçu ? », after she said that she has paid: the shop is asked once more. True when that was asked. */
export function asksWhetherMoneyCame(session: Session, u: Understanding): boolean {
  const asks = session.turn.inbound.some(({ text }) => text.includes('?'));
  const claimed = session.turn.history
    .slice(-6)
    .some(({ author, text }) => author === 'assistant' && /vérifie le paiement/.test(text));
  const more = u.mentions.length > 0 || u.address !== undefined || u.words.length > 6;
  if (!asks || !claimed || more || !/ (recu|vu|passe|arrive|rentre|verifie) /.test(inOneLine(u.words))) return false;
  passOnWish(session, 'vérifier un paiement annoncé par le client', undefined, say.paymentClaim(session.sellerFirstName));
  goesOn(session);
  return true;
}

/** Where money would be sent only the shop says; until it answers she pays at the door. True when that was asked. */
export function asksWhereToPay(session: Session, u: Understanding): boolean {
  const said = inOneLine(u.words);
  const before = session.turn.history.findLast(({ author }) => author === 'customer')?.text ?? '';
  const ofMoney = MEANS.test(said) || MEANS.test(plain(before));
  const asks =
    (WHICH_NUMBER.test(said) && ofMoney && u.words.length <= 10) ||
    NOW.test(said) ||
    (DEPOSIT.test(said) && / (depot|transfert|avance|acompte|argent) /.test(said));
  if (!asks || u.mentions.length > 0 || / (livreur|coursier|commande|suivi|boutique|service client) /.test(said)) return false;
  passOnWish(
    session,
    `payer autrement qu'à la livraison : « ${herWords(session)} »`,
    undefined,
    besideWords.payment(session.sellerFirstName),
  );
  goesOn(session);
  return true;
}
