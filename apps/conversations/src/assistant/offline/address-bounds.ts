import { isEveryday } from './everyday.js';
import { wordsOf } from './normalise.js';
import { findPlaces } from './places.js';

/** Where in a sentence an address begins and where it ends. */

export const LANDMARK =
  /\b(villa|rue|(?:auto)?route d(?:e|u|es)?|avenue|boulevard|carrefour|pharmacie|derriere|en face|a cote|pres? d(?:e|u|es)?|a kote|non loin|cite|immeuble|tour [a-z0-9](?![a-z0-9])|residence|lots?(?= ?(?:n°? ?|numero |:)?\d)|ilot|\d+\s?(?:eme|e) tranche|tranche|quartier|marche|ecole|lycee|college|eglise|temple|mosquee|station|terminus|portail|appartement|appart|apt|bloc|rond[ -]point|supermarche|hopital|clinique|maquis|maki|lavage|garage|kiosque|glacier|hotel|cinema|stade|mairie|boulangerie|arrondissement|pressing|commissariat|universite|campus|gare|pont|chateau|antenne|feux?|rez de chaussee|etage|phase|opera|terrain|palais|dispensaire|maternite|cimetiere|gendarmerie|foyer|tribunal|sococe|total|shell|petro ivoire)\b/;
const LEAD =
  /\b(?:(?:voici |voila )?(?:mon |l')?adresse(?: de livraison)?(?: c'? ?est| est| c(?= )|,)?\s*:?|livr(?:ez|er|aison|es?|e)[ -]?(?:moi|la|le|les|nous|ca|cela)?\s*(?:a|au|aux|sur|dans|vers|chez moi a)\b(?! (?:combien|domicile|moi))|(?:j'?\s?|je )habite\s*(?:a|au|aux|vers|sur|dans)?\b|(?:je suis|jsuis|chui|chuis|je reste|je vis|je loge|je me trouve|on est|on reste)\s+(?:a|au|aux|vers|sur|dans|derriere)\b|c'?\s?est (?:a|au)\b(?! combien)|envoyez[ -]?(?:moi|la|le|les)? (?:ca )?(?:a|au)\b|deliver(?:y)?(?: it| them)? (?:to|at|in)\b|i(?: am|'m| live| stay) (?:in|at)\b|my address is\b)\s*:?\s*/;
export const AFTER_ADDRESS =
  /(?:[,;.]?\s+(?:et\s+)?(?:je (?:veux|voudrais|prends|vais|confirme|peux)|j'?aimerais|mon (?:numero|contact|tel)|appelez|(?:qui|ki) (?:va|peut|doit|vient|pourra|recup\w*|recoi\w*|prend\w*)|il (?:me |nous )?faut|tu (?:peux|vas|viens|me)|vous (?:pouvez|livrez|expediez|envoyez|faites)|on peut|c'?est combien|combien|la livraison|merci|svp|stp|s'il (?:vous|te) plait|pour (?:la|les|le|une|un|deux|\d)|tel\b|contact\b|demain|aujourd)|[,;]?\s*$)/;
/** What introduces the address: the last such words before its first place ("changez l'adresse, livrez à Marcory"). */
export function leadOf(folded: string, placeAt: number): RegExpExecArray | undefined {
  const leads = [...folded.matchAll(new RegExp(LEAD.source, 'g'))];
  return leads.filter((lead) => lead.index + lead[0].length <= placeAt).at(-1) ?? leads[0];
}

/** Words before the place that are no everyday French belong to the address ("Kokodi Angré", "Faya cité Génie"). */
export function startsUnknown(sentence: string, placeStart: number): boolean {
  const before = wordsOf(sentence).slice(0, placeStart);
  return before.length > 0 && before.every((word) => !isEveryday(word) && !/^\d/.test(word));
}

/** Where the first place stands that the sentence names, which its words alone may not tell (« les 2, plateau »). */
function firstNamedAt(sentence: string, folded: string): number {
  const first = findPlaces(wordsOf(sentence))[0]?.start;
  const pieces = [...folded.matchAll(/[a-z0-9-]+/g)];
  const known = pieces.find(
    ({ index }) =>
      wordsOf(sentence.slice(0, index)).length === first && findPlaces(wordsOf(sentence.slice(index)))[0]?.start === 0,
  );
  return (known ?? pieces.find(({ index }) => findPlaces(wordsOf(sentence.slice(index)))[0]?.start === 0))?.index ?? 0;
}

/** Where the address begins when nothing introduces it: at the place, or at the landmark when that comes first ("Villa 12, Cocody"). */
export function firstPlaceAt(sentence: string, folded: string, landmark: number | undefined): number {
  const at = firstNamedAt(sentence, folded);
  const between = landmark === undefined || landmark >= at ? [] : wordsOf(sentence.slice(landmark, at));
  const near = between.length > 0 && between.length <= 4;
  return landmark !== undefined && landmark < at && (near || /^\W*$|,\s*$|\b(a|au|aux)\s*$/.test(folded.slice(0, landmark)))
    ? landmark
    : at;
}

/** Words that only carry the sentence ("Marcory alors", "bon, Marcory plutôt"): at the edges of a clause they are no part of the place. */
const CARRYING = 'alors|donc|du coup|plut[oô]t|finalement|en fait|dans ce cas|hein|d[eè]h|quoi|bref|voil[aà]|ok|okay';
const LEADING = new RegExp(
  String.raw`^(?:(?:${CARRYING}|c['’ ]?est|c(?=\s+\p{L}{2})|bon|oui|non(?!\s+loin)|mais|et bien|eh bien)(?![\p{L}\p{N}'’-])\s*)+`,
  'iu',
);
const TRAILING = new RegExp(String.raw`(?:\s+(?:${CARRYING}|l[aà]|le|et(?: puis)?))+$`, 'iu');

export function tidy(address: string): string {
  const clauses = address
    .replace(/\s+/g, ' ')
    .split(',')
    .map((clause) => clause.trim().replace(LEADING, '').replace(TRAILING, ''));
  return clauses
    .filter((clause) => clause !== '' && !/^(?:le|au|et)$/i.test(clause))
    .join(', ')
    .replace(/^[\s,;:.-]+|[\s,;:.!?-]+$/g, '');
}
