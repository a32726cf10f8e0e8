/** What is said after an order besides asking of it, in plain words with spaces around. */

const CAME = /(?:livre\w*|recu\w*|eu|vu|arrive\w*|pris)/.source;
const NOTHING_CAME = new RegExp(` (rien|pas|jamais|aucun\\w*) (\\w+ ){0,2}${CAME} | ${CAME} (rien|aucun\\w*) `);
const MONEY_BACK =
  / (veux|voudrais|rends?|rendez|redonne\w*|remets|remettez|retourne\w*) (moi )?(mon|mes) (argent|sous|jetons|wari|franc) /;
const NO_CHANGE_GIVEN =
  / (pas|jamais|refuse de?) (\w+ ){0,2}(rendu|rendre|remis|donne) (\w+ )?(monnaie|reste|difference) | (livreur|coursier) (\w+ ){0,4}(de plus|en plus|plus cher|trop) /;
const PLEASED =
  / (bien recu\w*|recu\w*|contente?s?|satisfaite?s?|jolies?|joli|belles?|beau|adore|kiffe|nickel|impeccable|top|bravo|me vont|me va|va bien|vont bien|plait|plaisent) /;
export const NOT_PLEASED = / (pas|mais|manque|rien|jamais|trop|sauf|si|quand|ou|combien) /;
const ANOTHER_DAY =
  / (repouss\w+|report\w+|decal\w+|differ\w+|avancer la (livraison|date)|plus tot|un autre jour|une autre (date|heure)|(trop )?(loin|tard) (pour moi )?(demain|lundi|mardi|mercredi|jeudi|vendredi|samedi)|possible (aujourd hui|ce soir|demain|maintenant|ce matin|cet apres midi)|(livrez|livrer|venez|venir|passez|passer|vienne|revienne|passe) (\w+ ){0,3}(apres|avant|vers|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce soir|le matin)|jusqu a \d+.* apres) /;
const RECEIVER =
  / (soeur|sour|frere|mari|femme|mere|pere|maman|papa|fils|fille|voisine?|gardien|vigile|collegue|cousine?|tante|tantie|tonton|amie?|copine?|copain) (\w+ ){0,3}(va (\w+ )?(recevoir|prendre|recuperer|payer|receptionner|etre la)|recoit|recevra|prendra|recupere\w*|sera la|receptionne\w*) /;
/** « il peut m'appeler au moins ? » */
const HE_CALLS =
  / (il|livreur|coursier) (\w+ )?(a|connait) (\w+ )?(mon|notre|nos) (numero|contact|adresse) | (il|livreur|coursier|gars) (\w+ ){0,2}(m |me |nous )(\w+ )?(appel\w*|rappel\w*|bip\w*|ecri\w*) /;
const COURIERS_NUMBER = / (numero|contact|tel\w*|joindre|appeler) (du |le |de (mon |votre |la )?|au )?(livreur|coursier) /;
const WAITS =
  / (attend\w*|depuis (ce|le|hier|tout|\d+|midi|des)|(?<!(a|de|vers|apres|avant|des|entre|et|pour|jusqu a|partir de) )(\d+|une?|deux|trois|quatre|cinq) ?(h|heures?|minutes?|min|jours?)|retard\w*|ca dure|dure (trop|deh)|trop (long|lent|lente|dure)|(toujours|encore) (pas|rien)|fatigue\w*|abuse\w*) /;
const COMES_WHEN = / (il|elle|on|vous|ils) (re)?(passe\w*|vien\w*|vient|viendra) (\w+ )?(quand|a quelle heure|demain|ou) /;
const IF_NOT_RIGHT =
  / si (\w+ ){0,5}(pas|trop) (\w+ ){0,5}(rends?|rendre|retourne\w*|renvoie\w*|renvoy\w+|change\w*|echange\w*|refuse\w*) /;

/** What it is about. */
export type Kind =
  | 'nothing came'
  | 'money back'
  | 'no change given'
  | 'pleased'
  | 'day'
  | 'receiver'
  | 'number'
  | 'waits'
  | 'when'
  | 'if not right';

const RULES: [RegExp, Kind][] = [
  [MONEY_BACK, 'money back'],
  [NO_CHANGE_GIVEN, 'no change given'],
  [IF_NOT_RIGHT, 'if not right'],
  [NOTHING_CAME, 'nothing came'],
  [COURIERS_NUMBER, 'number'],
  [RECEIVER, 'receiver'],
  [HE_CALLS, 'receiver'],
  [ANOTHER_DAY, 'day'],
  [COMES_WHEN, 'when'],
  [WAITS, 'waits'],
  [PLEASED, 'pleased'],
];

/** The first that her words say. */
export const saidAfter = (said: string): Kind | undefined => RULES.find(([rule]) => rule.test(said))?.[1];
