import { isPacking, numberOf } from './lexicon.js';

/** So many of one size or one colour. */
export interface Part {
  size?: string;
  color?: string;
  quantity: number;
}

/** A size or colour, and the word it was read from. */
export interface Found {
  kind: 'size' | 'color';
  value: string;
  at: number;
  /** Where its words end, exclusive; absent: it is one word. */
  end?: number;
}

/** At least two sizes, or two colours, each with its own number before it. */
export function partsOf(found: Found[], words: string[]): Part[] | undefined {
  for (const kind of ['size', 'color'] as const) {
    const own = found.filter((one) => one.kind === kind).sort((a, b) => a.at - b.at);
    const parts = own.flatMap(({ value, at }) => {
      let before = at - 1;
      while (/^(en|de|du|pour|taille|pointure|le|la|couleur|§)$/.test(words[before] ?? '') || isPacking(words[before] ?? ''))
        before--;
      // "une en 40, l'autre en 42"
      const counted = words[before] === 'autre' ? 1 : (numberOf(words[before]) ?? (isFirstOf(own, at, words) ? 1 : undefined));
      const quantity = found.some((one) => one.at === before) ? undefined : counted;
      return quantity !== undefined && quantity < 100 ? [{ [kind]: value, quantity }] : [];
    });
    if (parts.length >= 2 && parts.length === own.length) return eachWithItsOther(parts, kind, found);
    const after = countedAfter(own, words);
    if (after) return eachWithItsOther(after, kind, found);
  }
  return pairs(found, words);
}

/** "iphone 12 2 et A15 1", "noir x3, blond x2": each with its number behind it. */
function countedAfter(own: Found[], words: string[]): Part[] | undefined {
  if (own.length < 2 || numberOf(words[(own[0]?.at ?? 0) - 1]) !== undefined) return undefined;
  const parts = own.flatMap(({ kind, value, at, end = at + 1 }) => {
    const behind = words[end] === 'x' ? end + 1 : end;
    const quantity = own.some((one) => one.at === behind) ? undefined : numberOf(words[behind]);
    return quantity !== undefined && quantity >= 1 && quantity < 16 ? [{ [kind]: value, quantity }] : [];
  });
  return parts.length === own.length ? parts : undefined;
}

/** "le lait 500 et 2 petits", "L et 2 XL": the first without a number is one, where the others are joined to it with theirs. */
const isFirstOf = (own: Found[], at: number, words: string[]): boolean =>
  own.length > 1 &&
  own[0]?.at === at &&
  numberOf(words[at - 1]) === undefined &&
  own.slice(1).every((one) => numberOf(words[one.at - 1]) !== undefined && /^(et|plus|avec)$/.test(words[one.at - 2] ?? ''));

/** "une 37 marron et une 38 noire": as many colours as sizes are one for each, in their order. */
function eachWithItsOther(parts: Part[], kind: Found['kind'], found: Found[]): Part[] {
  const other = kind === 'size' ? 'color' : 'size';
  const others = found.filter((one) => one.kind === other).sort((a, b) => a.at - b.at);
  return others.length === parts.length ? parts.map((part, i) => ({ ...part, [other]: others[i]?.value })) : parts;
}

/** "37 marron et 38 noire": one of each, when every size stands beside its own colour and the pairs are joined. */
function pairs(found: Found[], words: string[]): Part[] | undefined {
  const inOrder = found.toSorted((a, b) => a.at - b.at);
  if (inOrder.length < 4 || inOrder.length % 2 > 0) return undefined;
  const couples = inOrder.flatMap((one, i) => (i % 2 === 0 ? [[one, inOrder[i + 1]!] as const] : []));
  const whole = couples.every(
    ([first, second], i) =>
      first.kind !== second.kind &&
      /^(en )?$/.test(words.slice(first.at + 1, second.at).join(' ') + (second.at - first.at > 1 ? ' ' : '')) &&
      (i === 0 || words.slice((couples[i - 1]?.[1].at ?? 0) + 1, first.at).some((word) => /^(et|plus|puis)$/.test(word))),
  );
  if (!whole) return undefined;
  return couples.map((couple) => ({
    quantity: 1,
    ...Object.fromEntries(couple.map(({ kind, value }) => [kind, value])),
  }));
}

/** "la grande" of 250 ml and 500 ml: the seller lists them from small to large. */
export function byExtent(words: string[], sizes: string[]): string[] {
  // « la pièce complète », where the other is a half
  const wholes = sizes.filter((size) => !/demi|moiti|quart/i.test(size));
  const [whole, ...more] = wholes;
  if (
    whole !== undefined &&
    more.length === 0 &&
    sizes.length > 1 &&
    words.some((word) => /^(complete?s?|entiere?s?)$/.test(word))
  )
    return [whole];
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest === undefined || largest === undefined || sizes.length < 2 || /^\d+$|^x*[sml]$/i.test(smallest)) return [];
  if (words.some((word) => /^(grande?s?|gros|grosse|max)$/.test(word))) return [largest];
  return words.some((word) => /^(petite?s?|mini)$/.test(word)) ? [smallest] : [];
}
