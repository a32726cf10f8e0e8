import { LANDMARK } from './address-bounds.js';
import { findPlaces } from './places.js';
import { wordsOf } from './normalise.js';

/** What is said to the courier and not to the shop: when to call, with whom to leave it, what not to tell. */

const IN_CLAUSE = '[^,;.!?\\n]*';
const WHO = String.raw`(?:(?:et|mais|puis|surtout|svp|stp|donc|aussi|il|qu'il|kil|que le livreur|le livreur|livreur|on|vous|tu)\s+)*`;
const MAY = String.raw`(?:(?:peut|peux|pouvez|doit|dois|devez|faut|va|m'|me|nous|lui|l'|la|le|les|y|de|d'|ne|n')\s*)*`;
/** He is there, or nearly. */
const THERE = String.raw`(?:la|arriv\w*|devant|en bas|en route|en chemin|proche|pas loin|venez|viens|vient|passez|passe|partez|part|sur place|au portail|au carrefour|dans le (?:coin|quartier)|trouv\w*|perd\w*)`;
const WHEN = String.raw`(?:quand|kan|kand|qd|lorsque?|des que?|des qu'|une fois|1 fois|si)`;
const ARRIVING = String.raw`(?:en (?:arrivant|venant|approchant|route|chemin|bas)|a l'?arrivee|a votre arrivee|a son arrivee|avant(?! ?\d+ ?h| midi| demain| ce soir)|${WHEN}\b${IN_CLAUSE}\b${THERE}\b|devant|au portail|pour (?:le chemin|la direction|vous guider|le guider|indiquer|descendre|l'itineraire))`;
const CALLS = String.raw`(?:ap+el+(?:e[zr]?|es)?|bip+e[zrs]?|flash?e[zr]?|klaxon+e[zr]?|ecri(?:vez|s|re|ve)|contacte[zr]?|previen\w*|preven\w*|joign\w*|fai(?:s|tes) (?:moi |nous )?signe|cri(?:e|ez|er))`;
const KEEPER = String.raw`(?:gardien\w*|vigile\w*|voisin\w*|concierge|reception\w*|secretair\w*|secretariat|boutiquiere?|portier|securite|accueil|bonne|servante|nounou|menagere|mere|pere|mari|femme|soeur|frere|fils|fille|maman|papa|tante|tantie|tonton|oncle|cousine?|ami|amie|copine?|collegue\w*|tata|vieux|vieille|gerante?|boite aux lettres|elle|lui|eux)`;
const LEAVES = String.raw`(?:laiss|donn|remet|depos|confi|gliss)\w*`;
const IT = String.raw`(?:[- ](?:le|la|les|l'|ca|cela|tout|svp|juste|seulement|directement|direct|(?:mon|le) colis|ma commande|la commande|mes (?:articles|chaussures)))*`;
const HOUR = String.raw`(?:\d{1,2} ?h\w*|\d{1,2} heures?|midi|minuit|le travail|le boulot|le soir|le matin|soir|matin|l'apres[- ]midi|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le week[- ]?end)`;

/** With whom he leaves it. */
const KEPT_BY = String.raw`${WHO}${MAY}${LEAVES}${IT} (?:au|aux|a la|a l'|a|chez|avec|entre les mains de)\s*(?:le|la|les|l'|un|une|ma|mon|mes|notre|nos|son|sa|ses)?\s*(?:grande?|petite?)?\s*${KEEPER}\b${IN_CLAUSE}`;
/** What it cost is nobody's affair but hers. */
const SECRET = String.raw`(?:(?:et|mais|surtout|svp|il)\s+)*(?:ne |n'|faut |pas |jamais |sans |lui |leur )*(?:dire|dites|dis|dit|parle[zr]?|annonce[zr]?|montre[zr]?|mentionne[zr]?|donne[zr]?)\b(?=${IN_CLAUSE}\b(?:prix|montant|combien|facture|somme|cout)\b)${IN_CLAUSE}`;
const RULES = [
  // « ne dites pas que c'est moi », « dites-lui que c'est de ma part »
  String.raw`(?:(?:et|mais|surtout|svp|il|faut|faudra)\s+)*(?:ne |n')?(?:lui )?(?:pas (?:lui )?)?(?:dire|dites|dis)\b${IN_CLAUSE}\b(?:c'? ?est moi|de (?:ma|sa|notre) part|qui (?:l'? ?)?(?:offre|envoi\w*|paie|a (?:achete|commande|paye)))\b${IN_CLAUSE}`,
  String.raw`${WHO}${MAY}${CALLS}\b${IN_CLAUSE}\b${ARRIVING}${IN_CLAUSE}`,
  String.raw`(?:et |mais )?(?:c'? ?est |c )(?:une |un )?(?:cadeau )?surprise\b${IN_CLAUSE}`,
  String.raw`(?:et |mais |donc )?(?:je|j'|jsuis|jserai|elle|il|on|quelqu'un|kelkun|qqn)\b(?=${IN_CLAUSE}\b(?:la|dispo\w*|disponible|libre|presente?|a la maison|au bureau|rentr\w*|revien\w*|finis|finit|termine|absente?)\b)${IN_CLAUSE}\b(?:a partir de|apres|avant|jusqu'?a|a|entre|des|vers|que|seulement)\s*(?:la |le )?${HOUR}${IN_CLAUSE}`,
  String.raw`(?:et |mais )?(?:pas|surtout pas|jamais|livrez|livrer|venez|passez|qu'il passe)\s*(?:le livrer )?(?:avant|apres) ${HOUR}${IN_CLAUSE}`,
  String.raw`(?:et |mais )?(?:il )?(?:faut que|faudrait que|faut|doit|je (?:le|la|les) veux|j'en ai besoin|ca doit|que ca)\b(?=${IN_CLAUSE}\b(?:arriv\w*|livr\w*|recu\w*|recev\w*|soit la|etre la|pret\w*|veux|besoin)\b)${IN_CLAUSE}\b(?:a|pour|avant|vers|d'ici|des)\s*${HOUR}${IN_CLAUSE}`,
  String.raw`^\W*(?:avant|apres|vers|a partir de) ${HOUR}(?: svp| stp| si possible| merci| au plus tard)*(?: (?:je|j'|elle|il|on|car|parce que?)\b(?! (?:veux|prends|voudrais|peux|commande))${IN_CLAUSE})?\s*$`,
  String.raw`(?:a|avant|vers|pour) \d{1,2} ?(?:h\w*|heures?) (?:au plus tard|maximum|maxi?|pile|precises?)${IN_CLAUSE}`,
  String.raw`(?:et |mais )?(?:faites |fais )?attention (?:au|aux|a la|a mon|a mes|il y a|ya)\b${IN_CLAUSE}`,
  String.raw`(?:et |mais )?(?:il y a|ya|y a) (?:un|une|des|mes|le) (?:\w+ )?(?:chiens?|gardien|vigile|portail|interphone|sonnette|digicode|barriere)\b${IN_CLAUSE}`,
  String.raw`(?:et |mais )?(?:ne |n')?(?:son+|toqu|frap+|tap)(?:e|ez|er)\b${IN_CLAUSE}`,
  String.raw`(?:et |mais )?(?:dites|dis|dire|demande[zr]?|precise[zr]?|previens|prevene[zr])[- ](?:lui|au|le|a)\s*(?:le )?(?:livreur|coursier|chauffeur)\b${IN_CLAUSE}`,
  String.raw`(?:et |mais )?(?:dites|dis|precise[zr]?|previens|prevene[zr])[- ](?:lui|le|la|les) (?:que?|qu'|de|d')\s*${IN_CLAUSE}`,
  String.raw`(?:et |mais |donc )?ap+el+(?:e|ez|er)[- ](?:la|le|les|lui|elle|eux|ma \w+|mon \w+)\b${IN_CLAUSE}`,
  String.raw`(?:et |mais )?(?:qu'il|kil|que le livreur|le livreur (?:doit|peut|n'a qu'a))\s+(?:ne |n'|m'|me |y |l'|la |le )*(?:passe|vienne|vien|laisse|attend|prenne|monte|descend|remet|donne|depose|prevoi|cherche|demande|fasse|entre|mette)\w*${IN_CLAUSE}`,
  String.raw`je (?:vais )?(?:descend|sor)\w*(?: (?:vous|te|le|la|les|l'))? (?:chercher|prendre|recevoir|recuperer|ouvrir|a (?:sa|votre) rencontre)\b(?!${IN_CLAUSE}\b(?:boutique|magasin|place)\b)${IN_CLAUSE}`,
];
const rule = (words: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}'-])${words}`, 'u');
const [SECRETS, KEEPERS, OTHERS] = [rule(SECRET), rule(KEPT_BY), RULES.map(rule)];

/** Another person is asked for: that is no word for the courier. */
const NOT_HIS = /\b(?:patron\w*|vendeu\w*|gerant\w*|proprietaire|responsable|humain\w*|une (?:vraie )?personne|service client)\b/;
const NEGATED = /\b(?:pas|jamais|rien|sans|ne|n')/;
/** « si je suis pas là », before the clause that says what to do then. */
export const CONDITION =
  /^\W*(?:et |mais )?(?:si|s'il|s'ils|au cas ou|quand|en mon absence)\b[^,;.!?\n]*\b(?:pas|plus|absente?|dor\w*|sort\w*|occupe\w*|ferme\w*|ailleurs|absence|personne)\b/;
const ITS_CONDITION = /(?:^|\s)(?:et |mais )?(?:si|s'il|au cas ou|en mon absence)\b[^,]*$/;

/** From where on a clause is for the courier; undefined when nothing of it is. @param clause folded */
export function startOfInstruction(clause: string): number | undefined {
  if (NOT_HIS.test(clause)) return undefined;
  const secret = SECRETS.exec(clause);
  const found =
    (secret && NEGATED.test(secret[0]) && !/\b(?:me|moi|nous|vous|tu)\b/.test(clause) ? secret : undefined) ??
    KEEPERS.exec(clause) ??
    OTHERS.map((one) => one.exec(clause))
      .filter((one) => one !== null)
      .sort((a, b) => a.index - b.index)[0];
  if (!found) return undefined;
  const before = ITS_CONDITION.exec(clause.slice(0, found.index));
  const start = before ? before.index : found.index;
  const said = clause.slice(start);
  // « déposez à Cocody chez ma mère, villa 12 » says where: that is an address
  const where = findPlaces(wordsOf(said)).length > 0 || (KEEPERS.test(said) && LANDMARK.test(said));
  return where ? undefined : start;
}
