import { Product } from './catalogue.js';
import { numberOf } from './lexicon.js';
import { Slots } from './slots.js';

const LOT = /^(lots?|packs?|paquets?|sets?|sachets?|cartons?)$/;
const PIECES = /^(paires?|pieces?|unites?)$/;

/** How many the seller sells together: 3 of « Chaussettes (lot de 3) »; undefined when each is sold alone. */
export function lotOf({ folded }: Product): number | undefined {
  const size = /\b(?:lot|pack|paquet|set|sachet|carton)s? (?:de )?(\d{1,2})\b/.exec(folded)?.[1];
  return size === undefined || Number(size) < 2 ? undefined : Number(size);
}

/** "6 paires, donc 2 lots" of goods sold by three: the lots she names count; pairs alone are brought to lots. */
export function countedInLots(slots: Slots, words: string[], products: Product[]): Slots {
  const [lot, ...others] = new Set(products.map((product) => lotOf(product)));
  if (lot === undefined || others.length > 0 || slots.parts) return slots;
  const before = (unit: RegExp) =>
    words.flatMap((word, at) => (unit.test(word) ? (numberOf(words[at - 1]) ?? []) : [])).filter((number) => number < 100);
  const lots = before(LOT).at(-1);
  if (lots !== undefined) return { ...slots, quantity: lots };
  const pieces = before(PIECES).at(-1);
  if (pieces === undefined || (slots.quantity !== undefined && slots.quantity !== pieces)) return slots;
  return { ...slots, quantity: Math.ceil(pieces / lot), pieces };
}
