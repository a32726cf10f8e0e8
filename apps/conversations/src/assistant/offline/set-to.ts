import { numberOf } from './lexicon.js';
import { inOneLine } from './normalise.js';

/** The number that what she has of an article is brought to, up or down: "laisse la Stan Smith à 2", "réduis à 2", "la Stan Smith c'est 2". */

const VERB = String.raw`(?:laisse[rz]?|reste[rz]?|garde[rz]?|passe[rz]?|passons|restons|mets|mettez|mettre|mettons|remets|remettez|remettre|descends?|descendez|descendre|redescends?|monte[rz]?|remonte[rz]?|reviens|revenez|revenons|revenir|reduis|reduisez|reduire|ramene[rz]?|diminue[rz]?|baisse[rz]?|limite[rz]?|augmente[rz]?|corrige[rz]?|rectifie[rz]?)`;
/** Verbs that bring to a number whatever stands between them and it. */
export const BRINGS_TO = new RegExp(`^${VERB}$`);
const NUMBER = String.raw`(\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)`;
const COUNTED = '(?:paires?|pieces?|lots?|articles?|unites?|exemplaires?|boites?|paquets?)';
const ONLY = '(?:seulement|juste|uniquement|que|plus que)';
const THE = '(?:pour |sur |de |d )?(?:la |le |les |l |ma |mes |mon |ces |cette )?';
const ENDS = `(?:${COUNTED}|${ONLY}|seule?s?|svp|stp|finalement|plutot|alors|ok|merci|maximum|max|et|ca suffit|suffit|d accord|pour moi)`;

/** "laisse à 2 la", before the name. */
const TO_BEFORE = new RegExp(
  String.raw` ${VERB} (?:moi )?(?:${ONLY} )?a (?:${ONLY} )?${NUMBER} (?:${COUNTED} |seulement )?${THE}$`,
);
/** "laisse seulement 2", before the name. */
const ONLY_BEFORE = new RegExp(String.raw` ${VERB} (?:moi |en )?${ONLY} ${NUMBER} (?:${COUNTED} )?(?:de |d )?$`);
/** "à 2", after the name and a verb before it. */
const TO_AFTER = new RegExp(
  String.raw`^ (?:(?:en|plutot|${ONLY}|donc) )*a (?:${ONLY} )?${NUMBER} (?:${ENDS} )*(?:(?:${VERB}|puis) )*$`,
);
/** "laisse à 2", after the name. */
const VERB_AFTER = new RegExp(
  String.raw`^ (?:(?:tu|vous|on|finalement|plutot|bon|je veux|faut|il faut) )*${VERB} (?:moi )?(?:${ONLY} )?a (?:${ONLY} )?${NUMBER} (?:${ENDS} )*$`,
);
/** "c'est 2 finalement", after the name. */
const IS_AFTER = new RegExp(
  String.raw`^ (?:c est|ce sera|ca sera|ca fait) (?:${ONLY} |plutot |finalement )*${NUMBER} (?:${ENDS} )*$`,
);
const ALONE = new RegExp(String.raw` ${VERB} (?:moi |ca |les |la )?(?:${ONLY} )?a (?:${ONLY} )?${NUMBER} `);
const ALL_OF_IT = new RegExp(ALONE.source + String.raw`(?:${ENDS} )*$`);
const SETS = new RegExp(` ${VERB} `);

/**
 * @param introduction the words between the name before and this one
 * @param after those that follow it, up to what is said of the next
 * @param goesOn the article before was brought to a number, and the verb still holds: "les Stan Smith à 2 et les Air Max à 1"
 */
export function numberSetTo(introduction: string[], after: string[], goesOn: boolean): number | undefined {
  const [before, behind] = [inOneLine(introduction), inOneLine(after)];
  const verb = SETS.test(before) || (goesOn && !/ (ajout\w*|rajout\w*|prends|veux) /.test(before));
  const found =
    TO_BEFORE.exec(before) ??
    ONLY_BEFORE.exec(before) ??
    (verb ? TO_AFTER.exec(behind) : null) ??
    VERB_AFTER.exec(behind) ??
    IS_AFTER.exec(behind);
  const number = numberOf(found?.[1]);
  return number !== undefined && number >= 1 && number < 16 ? number : undefined;
}

/** "laisse la Puma à 27000": left at that price, and not left out. */
export const leftAtPrice = (introduction: string[], after: string[]): boolean =>
  / (?:laisse[rsz]?|laissez) (?:\w+ ){0,3}$/.test(inOneLine(introduction)) &&
  /^ (?:\w+ ){0,4}(?:a|pour) \d{3,} /.test(inOneLine(after));

/** "réduis à 2": a sentence that only brings a number to another one, and is no place. */
export const onlyBringsToNumber = (words: string[]): boolean => ALL_OF_IT.test(inOneLine(words));

/** "finalement diminue à 2": the number is read, and the verb speaks of it and of no price. */
export const bringsToNumber = (words: string[], { quantity }: { quantity?: number }): boolean =>
  quantity !== undefined && numberOf(ALONE.exec(inOneLine(words))?.[1]) === quantity;
