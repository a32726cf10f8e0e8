import { Product } from './catalogue.js';
import { findProducts } from './naming.js';
import { fold, wordsOf } from './normalise.js';

const MARK =
  /[\s,.;…(]+(?:(?:ah|euh|oh|non|mais)[\s,]+)*(?:(?:pardon|oups|je voulais dire|je veux dire|je me suis trompee?|erreur)[\s,.;:…!]+)+(?:(?:c'? ?est|je (?:veux|prends|voulais)|non|plutot)[\s,]+)*/g;

/** « je veux la puma 39 pardon la stan smith 39 »: the article that she takes back in the same breath is not hers. */
export function withoutArticleTakenBack(text: string, products: Product[]): string {
  const folded = fold(text);
  if (folded.length !== text.length) return text;
  const mark = [...folded.matchAll(MARK)].at(-1);
  if (!mark) return text;
  const [before, after] = [text.slice(0, mark.index), text.slice(mark.index + mark[0].length)];
  const [said, ...more] = findProducts(wordsOf(before), products);
  const [meant] = findProducts(wordsOf(after), products);
  if (!said || !meant || more.length > 0 || meant.start > 1) return text;
  const at = [...fold(before).matchAll(/[a-z0-9]+/g)].find(
    ({ index }) => findProducts(wordsOf(before.slice(index)), products)[0]?.start === 0,
  )?.index;
  if (at === undefined) return text;
  const lead = before.slice(0, at).replace(/(?:^|\s)(?:la|le|les|l['’]|une?|des)\s*$/i, ' ');
  return `${lead}${after}`;
}
