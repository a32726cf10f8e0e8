import { fold, wordsOf } from './normalise.js';
import { findPlaces } from './places.js';

/** What another seller asks for the same thing in another place: a comparison, and no word of where she lives. */

const NAME = String.raw`(?:grand marche d[e'] ?|marche d[e'] ?|marche )?[a-z'-]{3,}(?: \d{1,2}(?!\d))?`;
const PLACE = String.raw`(?:a|au|aux|vers|sur|chez eux a|du cote de|cote|les gens d[e'] ?|ceux d[e'] ?)\s*(?:la |le |l')?(${NAME})`;
const THERE = String.raw`(?: la[- ]bas| meme| la)?`;
const SUM = String.raw`(?:\d{1,3}(?:[ .]\d{3})+|\d{4,}|\d{1,3} ?(?:k|mil(?:le)?)\b)`;
const SELLS = String.raw`(?:(?:on|ils?|elles?|eux|les gens) (?:me |m'|nous |le |la |les |l')*(?:fai[ts]|font|vend\w*|laiss\w*|donn\w*|propos\w*)|(?:ca|sa) (?:se vend|coute|fait)|vend\w*|j'? ?(?:ai|e) (?:vu|trouve|eu)|(?:je|on) (?:peux|peut|vais|trouve|gagne|achete|prends|paie)|(?:y a|ya|il y a))`;
const IS = String.raw`(?:c'? ?est|c|cest|ces)`;
const CHEAPER = String.raw`(?:moins chere?s?|pas chere?s?)`;
const RULES = [
  // « à Adjamé c'est 20000 », « à Adjamé c'est moins cher »
  String.raw`\b${PLACE}${THERE} ${IS} [^,;]*?(?:${SUM}|${CHEAPER})`,
  // « à Yopougon, on me fait ça à 30000 »
  String.raw`\b${PLACE}${THERE},? (?:${IS} )?${SELLS}\b[^;]*?(?:${SUM}|${CHEAPER})`,
  // « j'ai vu ça 20000 à Adjamé », « c'est moins cher à Adjamé »
  String.raw`(?:${SELLS}|${IS}|achet\w*)\b[^,;]*?(?:${SUM}(?: ?(?:f|fcfa|cfa|frs?|francs?)\b)?|${CHEAPER}) ${PLACE}`,
  // « sinon je vais à Adjamé »
  String.raw`\bsinon,? (?:moi )?(?:je |j'|on )(?:m'en )?(?:vais|va|pars|passe|achete|prends|prend|irai|trouve)\b[^,;]{0,30}? ${PLACE}`,
].map((rule) => new RegExp(rule, 'g'));
/** With these it is about her, or about bringing it there. */
const HERS = /\b(?:livr\w*|transport|frais|habit\w*|suis|reste|adresse|envo[iy]\w*|expedi\w*|deplacement)\b/;

/** A price told of a place says « ailleurs » instead of that place. */
export function withoutOthersPlace(message: string): string {
  return message
    .split(/(?<=[.!?\n])/)
    .map((sentence) => {
      const folded = fold(sentence);
      if (HERS.test(folded) || folded.length !== sentence.length) return sentence;
      for (const rule of RULES)
        for (const found of folded.matchAll(rule)) {
          const name = found[1] ?? '';
          const places = findPlaces(wordsOf(name));
          if (places.length === 0 && !/^(?:grand )?marche/.test(name)) continue;
          const at = folded.indexOf(name, found.index);
          const lead = /(?:a|au|aux|vers|sur|chez eux a|du cote de|cote|les gens d[e']?|ceux d[e']?)\s*(?:la |le |l')?$/.exec(
            folded.slice(0, at),
          );
          return `${sentence.slice(0, lead?.index ?? at)}ailleurs${sentence.slice(at + name.length)}`;
        }
      return sentence;
    })
    .join('');
}
