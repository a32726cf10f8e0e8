import { Product } from './catalogue.js';
import { numberOf } from './lexicon.js';
import { findProducts } from './naming.js';
import { fold, wordsOf } from './normalise.js';

/** What a comma or a colon sets apart, which words alone would join. */

/** « ok laisse, la puma alors »: what was talked about is left, and not what comes after. */
const LEAVES =
  /(?<![\p{L}])(?:laisse|laissez|laisse tomber|laissez tomber|oublie|oubliez)\s*[,;.!…]+\s*(?=(?:la|le|les|plut[oô]t|je (?:prends|veux)|donne|donnez|mets|mettez|une?|alors)\s)/giu;

export const withoutLeaving = (text: string): string => text.replace(LEAVES, 'non ');

const LIST_COUNT =
  /(?<![\p{L}\d])(\d{1,2}|deux|trois|quatre|cinq|six)\s+(?:paires?|articles?|choses?|pieces?|modeles?|chaussures?)\s*:\s*/u;

/** « je veux 2 paires : stan 41 et air max 42 »: how many the list has, and no number of its first article. */
export function withoutListCount(text: string, products: Product[]): string {
  const found = LIST_COUNT.exec(fold(text));
  if (!found) return text;
  const rest = text.slice(found.index + found[0].length);
  const named = findProducts(wordsOf(rest), products).length;
  return named > 1 && named === numberOf(found[1]) ? `${text.slice(0, found.index)}${rest}` : text;
}
