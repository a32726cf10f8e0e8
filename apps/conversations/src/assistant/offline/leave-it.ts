import { fold } from './normalise.js';

const TAKES_OFF = 'enleve[rz]?|retire[rz]?|supprime[rz]?|ote[rz]?|annule[rz]?';
/** "n'enlevez pas", "enlève surtout pas", "faut pas retirer", "sans enlever". */
const FORBIDDEN = new RegExp(
  String.raw`(?<![\p{L}])(?:n' ?|ne )?(?:(?:me |l'|les |la |le )?(?:${TAKES_OFF})(?:[- ](?:moi|le|la|les))? (?:surtout |vraiment )?(?:pas|rien)|(?:faut|veux|voulais|dois|devez|va|vas|allez|j'ai|j ai) (?:surtout )?(?:pas|rien) (?:me |l'|les |la |le )?(?:${TAKES_OFF})|(?:surtout )?pas (?:les |la |l'|le )?(?:enlever|retirer|supprimer|annuler)|(?:j'ai |je (?:n'|ne )?(?:ai |vous ai )?)?(?:pas|jamais) (?:dit|demande) (?:d'|de |que )?(?:vous )?(?:les |la |l'|le )?(?:${TAKES_OFF})|sans (?:enlever|retirer|supprimer))(?![\p{L}])(?! (?:que|seulement))`,
  'gu',
);

/** "enlève pas les chaussettes": what she forbids to take off is kept, whatever the verb says by itself. */
export function keepsForbidden(text: string): string {
  const folded = fold(text);
  let kept = text;
  for (const found of [...folded.matchAll(FORBIDDEN)].reverse()) {
    const whole = found[0].replace(/[\p{L}' -]/gu, '');
    if (whole !== '' || folded.length !== text.length) continue;
    kept = `${kept.slice(0, found.index)}garde${kept.slice(found.index + found[0].length)}`;
  }
  return kept;
}
