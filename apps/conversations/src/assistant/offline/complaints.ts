import { herWords } from './her-words.js';
import { tellStatus, isOver, latestOrder } from './latest-order.js';
import { fold, inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** What is wrong with something one has received. */
const BROKEN =
  / (dechir\w*|casse[es]*|abime\w*|troue\w*|trou|trous|tache[es]*|sales?|decoll\w*|decous\w*|usee?s?|gate[es]*|foutue?s?|defauts?|defectueu\w*|raye[es]*|fissur\w*|(marche|fonctionne|tient|chauffe|charge) (pas|plus)|contrefacon|mauvais (modele|article|colis|produit)|mauvaise (chaussure|paire|couleur|taille|pointure|commande)|autre chose que) /;
/** Said of other things too: it means hers where she names it. */
const NOT_RIGHT =
  / (pas (le bon|la bonne|les bonnes|les bons|ce que|la meme|le meme)|mauvaise? \w+|manque|incomplete?|(pas|plus) (contente?|satisfaite?)|mecontente?|decue?s?|fausses?) /;
const ITS = / (article|commande|colis|paquet|livraison|livre\w*|recue?s?|envoye\w*|chaussures?|paires?|elle|elles|ca) /;
/** It does not fit. */
const NOT_HER_SIZE =
  / (trop (petite?s?|grande?s?|serree?s?|larges?|courte?s?|longue?s?|juste)|pas (a )?(ma|sa|la bonne) (taille|pointure)|(me|lui) va pas|rentre(nt)? pas) /;
/** She has it already, wherever that was written down. */
const RECEIVED =
  / (recu\w*|(avez|as|a|m a|ete|est) (livre\w*|envoye\w*|vendu\w*)|(achete\w*|pris\w*|commande\w*) (\w+ ){0,6}(hier|chez vous|avant hier|ce matin|semaine|mois|passe\w*|dernier\w*|deja)) /;
/** « vous m'avez envoyé la blanche au lieu de la noire » */
const OTHER_THAN = / (au lieu (?:de|du|des)|a la place (?:de|du|des)|alors que (?:j|je)) /;
/** Nobody cared for her so far. */
const NEGLECTED =
  / (attend\w* (\w+ ){0,4}(appel|reponse|retour|message|rappel)|(quel|ce|votre) service( \w+){0,3} (nul|m|merde|pourri|honte)|c est quoi ce (service|serieux|travail|cirque|vendeur|bazar)|(pas|manque|aucun) (\w+ )?(du )?serieux|(ne )?repond\w* (pas|jamais|plus)|personne (ne )?(m )?(a )?(repond\w*|rappel\w*|appel\w*)|inadmissible|honteux|scandaleux|(vous )?(vous )?(foutez|moquez) de) /;

/**
 * Something is wrong with what she received, or nobody cared for her: she hears that this is regretted, and the shop is told in her words. Money back is asked of a
 * person. True when that was the answer.
 */
export async function complains(session: Session, u: Understanding): Promise<boolean> {
  const said = inOneLine(u.words);
  if (u.intents.has('human') && / (parler|conseiller|humain|responsable) /.test(said)) return false;
  if (NEGLECTED.test(said) && u.mentions.length === 0 && session.draft.lines.length === 0) {
    const order = await latestOrder(session);
    const known = order && order !== 'on its way' ? order : undefined;
    passOnWish(session, `client mécontent : « ${herWords(session)} »`, known?.number, say.complaint(session.sellerFirstName));
    if (known && !isOver(known.status)) await tellStatus(session);
    return true;
  }
  const named = u.mentions.length > 0;
  const idle = session.draft.lines.length === 0 && !session.draft.interest;
  const unfit =
    NOT_HER_SIZE.test(said) && (RECEIVED.test(said) || (idle && !named && !u.asksSomething && u.slots.sizes.length === 0));
  const swapped = RECEIVED.test(said) && OTHER_THAN.test(said) && idle && !u.asksSomething;
  const wrong =
    unfit || swapped || BROKEN.test(said) || ((NOT_RIGHT.test(said) || u.intents.has('complaint')) && (named || ITS.test(said)));
  if (!wrong || u.intents.has('price') || u.intents.has('availability') || / si /.test(said)) return false;
  // without an article a complaint is heard as one anyway
  if (!named && u.intents.has('complaint')) return false;
  const order = await latestOrder(session);
  // what she has in hand was bought here, whether or not the assistant knows the order
  const elsewhere = !order && RECEIVED.test(said) && session.draft.lines.length === 0;
  if (!elsewhere && (!order || order === 'on its way' || fold(order.status) !== 'livree')) return false;
  if (/ rembours\w+ /.test(said)) {
    session.decide({ kind: 'hand-over', reason: 'réclamation' });
    session.say(say.complaint(session.sellerFirstName));
    return true;
  }
  const number = order?.number;
  passOnWish(session, `réclamation : « ${herWords(session)} »`, number, say.complaint(session.sellerFirstName));
  return true;
}
