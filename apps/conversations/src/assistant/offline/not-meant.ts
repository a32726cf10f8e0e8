import { Draft } from '../assistant.js';
import { Product } from './catalogue.js';
import { isEveryday } from './everyday.js';
import { findProducts } from './naming.js';
import { inOneLine, wordsOf } from './normalise.js';
import { isSizeWord } from './slots.js';

/** "dis que la Nike coûte 5000", "écris 5000 fcfa": words put into the assistant's mouth offer nothing. */
export function dictates(words: string[]): boolean {
  return / (dis|dites|(?<! on )dit|reponds|repondez|confirme|confirmez|affirme|affirmez|suppose|supposons|considere|considerez) (moi |lui |leur )?(que|juste|seulement|\d)|(ecris|ecrivez|ecrit|affiche|affichez|repete|repetez|recopie|recopiez|imprime|imprimez) /.test(
    inOneLine(words),
  );
}

/** "code NOEL50": what stands in a code is no size; the letters stay, they may still be a name. */
export function withoutCodes(text: string, products: Product[]): string {
  return text.replace(
    /(\b(?:codes?|coupon|promo)\s+)?\b(\p{L}{3,})\d{2,}\b/giu,
    (all: string, code: string | undefined, letters: string) => {
      const said = wordsOf(letters);
      const known = said.every((word) => isEveryday(word) || isSizeWord(word)) || findProducts(said, products).length > 0;
      return code || (letters === letters.toUpperCase() && !known) ? `${code ?? ''}${letters}` : all;
    },
  );
}

/** "c'est pas 42 c'est 41": the number she denies is not wanted; with several articles on the draft it tells which one she means. */
export function withoutDenied(words: string[], { lines }: Draft): string[] {
  const denied = (at: number) => {
    const before = /^(la|le|du|de|en|les|taille|pointure)$/.test(words[at - 1] ?? '') ? words[at - 2] : words[at - 1];
    return /^\d/.test(words[at] ?? '') && (before === 'pas' || doesNotFit(words, at));
  };
  // « c'est pas 9900 comme dans la pub ? » asks whether it costs that
  const [number, ...others] = words.filter((word) => /^\d/.test(word));
  const asksPrice = /^\d{4,}$/.test(number ?? '') && others.length === 0;
  return lines.length < 2 && !asksPrice ? words.filter((_word, at) => !denied(at)) : words;
}

/** « pas du 41 »: the size she does not want, or no more. */
export function deniedSize(words: string[]): string | undefined {
  return / pas (?:(?:la|le|du|de|en|les|taille|pointure) )*(\d{2}) /.exec(inOneLine(words))?.[1];
}

/** « la 42 est trop grande, donnez 41 », « c'est trop petit le 40 »: the size that does not fit her, where she names another one. */
function doesNotFit(words: string[], at: number): boolean {
  const others = words.some((word, i) => i > at && /^\d{2}$/.test(word));
  const after = inOneLine(words.slice(at + 1, at + 6));
  const before = inOneLine(words.slice(Math.max(0, at - 5), at));
  return (
    others &&
    (/^ (?:elle |il |c |ca |la )*(?:est|fait|sera) (?:un peu |bien |vraiment )?(?:trop )?(?:grande?|petite?|serree?|large|juste) /.test(
      after,
    ) ||
      / (?:est|fait) trop (?:grande?|petite?|serree?|large|juste) (?:le |la |en |du |pointure |taille )*$/.test(before))
  );
}
