import { inOneLine } from './normalise.js';
import { Understanding } from './understand.js';

const REST =
  / (rest\w* combien|combien (\w+ ){0,3}(rest\w*|manque\w*)|(il (me |vous )?|me |ca )?rest\w* (quoi |encore )?(a|pour) (payer|regler|donner|verser|solder|completer)|(mon|le|quel) (est (le|mon) )?(solde|reliquat|reste)|(je|j|on) (te |vous )?(dois|doit) (encore |toujours )?(combien|quoi)|combien (est ce que )?(je|on) (te |vous |lui )?(dois|doit|devra\w*|vais|remets?|donne)|(je|on) (vais |dois |doit )?(paye|paie|payer|donner|donne|remets|remettre) (encore )?combien|combien a (payer|donner|regler)|a (payer|donner|regler) combien|how much (\w+ ){0,3}(left|owe|pay)) /;
/** Whether something is still due, or whether money was seen. */
const STILL_DUE =
  / (((dois|doit|faut|vais|va) (\w+ ){0,3}(payer|donner|regler|remettre) (\w+ )?(quelque chose|rien)|(demande\w*|reclame\w*) (\w+ ){0,2}(rien|quelque chose|argent)|rien (a|de plus a) (payer|donner|regler)|(encore|plus) (rien )?a (payer|donner|regler)|tout est (paye|regle|solde)|(meme|et) pas (la livraison|les frais)|(recu|vu|trouve) (mon|l|le|les|notre) (argent|paiement|depot|transfert|virement|sous)|(mon|l) (argent|depot|transfert|virement) (est |a ete )?(bien )?(arrive|recu|passe|rentre)\w*|(je suis|on est) (quitte|a jour)|(livraison|frais) (est |sont )?(deja )?(paye\w*|compris\w*|inclus\w*|dedans))) /;
/** What she hands to the courier, or all of it together. */
const TO_GIVE = String.raw`(dois|doit|devr\w+|donn\w+|pay\w+|paie\w*|regl\w+|prepar\w+|prevo\w+|remet\w+|rembours\w+|demand\w+|encaiss\w+|vers\w+|amen\w+|sor[ts]\w*|garde\w*)`;
const SUM = new RegExp(
  ` (combien(?! de) (\\w+ ){0,5}(${TO_GIVE}|livreur|coursier)|(livreur|coursier) (\\w+ ){0,6}combien|${TO_GIVE} (\\w+ ){0,5}combien(?! de)|combien (\\w+ ){0,4}(au total|en tout|le tout|total|avec la livraison|livraison comprise)|(total|montant|somme|facture) (\\w+ ){0,4}(combien|a payer|a donner|a preparer|a remettre|de ma commande|exact\\w*)|(quel|quelle) (est )?(deja )?(le|la)? ?(total|montant|somme|prix)( total\\w*)?( de (ma|la) commande)?|ma commande (\\w+ ){0,3}combien|(prix|montant|total) (de )?(ma|la) commande) `,
);
/** Nothing but "c'est combien déjà ?", "le prix total svp". */
const BARE = new Set(
  'c est ca fait fera a combien prix total montant somme tout en au le la les deja donc alors et ok merci svp stp pardon non oui bon ah maintenant finalement exactement exact avec livraison comprise compris frais de ma commande quel quelle du coup nouveau nouvelle final quoi donne cout coute coutera payer regler donner livreur'.split(
    ' ',
  ),
);
/** A sum is named, and it is about what she has ordered. */
const OF_ORDER =
  / (livreur|coursier|donn\w+|remet\w+|prepar\w+|monnaie|appoint|billets?|convenu|entendu|prevu|confirme\w*|valide\w*|n est ce pas|hein|donc|pay\w+|paie|dois|doit|reste\w*|total|en tout|(aviez|avez|as|a) dit|promis|avec la livraison|envo\w+|depos\w+|vers\w+|transfer\w+|c est (bien|bon|ca)|d accord|ok) /;
/** Goods are looked for with it, or a price is bargained. */
const BUDGET =
  / (budget|avez(?! dit| promis)|quoi|quelle|autres?|moins de|maxi\w*|max|jusqu a|cherch\w+|paires?|modeles?|articles?|chaussures?|l unite|chacune?|pour (le|la|les) \w+|dernier prix|reduction|remise|rabais) /;
const CHANGE = / (monnaie|appoint|rendre|rend|billets?) /;
const SUPPOSES =
  / (si je|si j|si on|et si|quand je|apres avoir) (\w+ ){0,3}(envo\w+|depos\w+|vers\w+|pa[iy]\w+|transfer\w+|donn\w+|avanc\w+) /;
const MEANS =
  / (wave|orange( money)?|om|momo|mtn|moov|mobile money|carte) (\w+ ){0,4}(moins|plus cher|reduction|meme prix|pareil|frais) /;

export interface SumAsked {
  /** `rest`: what is left, or whether anything is; `sum`: what she is to pay; `change`: whether there is change; `sent`: what is left if she sends some; `means`: whether another means changes it. */
  about: 'rest' | 'sum' | 'change' | 'sent' | 'means';
  /** What she takes it to be, FCFA. */
  sum?: number;
  /** The banknote, FCFA. */
  note?: number;
}

/** "il reste combien à payer ?" */
export const asksForRest = (u: Understanding): boolean => REST.test(inOneLine(u.words)) && u.mentions.length === 0;

/** What she asks of the sum of her order; undefined where she names goods or a place, or speaks of something else. */
export function asksOfMoney(u: Understanding): SumAsked | undefined {
  if (u.mentions.length > 0 || u.commune || u.address || u.phone) return undefined;
  const said = inOneLine(u.words);
  const [named, ...others] = u.amounts.filter((amount) => amount >= 500);
  const bargains = u.intents.has('bargain') && !/ (mon|le|quel|du) solde | livreur | convenu | monnaie | appoint /.test(said);
  if (MEANS.test(said) && / (moins|plus cher|meme prix|pareil|frais) /.test(said)) return { about: 'means' };
  if (bargains) return undefined;
  if (CHANGE.test(said) && (named !== undefined || / (monnaie|appoint) /.test(said)))
    return { about: 'change', ...(named === undefined ? {} : { note: named }) };
  if (SUPPOSES.test(said) && named !== undefined) return { about: 'sent' };
  if (asksForRest(u) || STILL_DUE.test(said)) return { about: 'rest' };
  const claims = named !== undefined && others.length === 0 && OF_ORDER.test(said) && !BUDGET.test(said);
  if (claims) return { about: 'sum', sum: named };
  if (u.amounts.length > 0) return undefined;
  const bare = u.words.length > 0 && u.words.every((word) => BARE.has(word)) && / (combien|prix|montant|total|somme) /.test(said);
  // "la livraison, c'est combien ?" asks for the fee alone
  const fee = bare && / livraison | frais /.test(said) && !/ (total|tout|avec|comprise?) /.test(said);
  return (bare && !fee) || SUM.test(said) ? { about: 'sum' } : undefined;
}
