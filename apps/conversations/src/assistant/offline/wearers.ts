import type { Found, Part } from './parts.js';

/** People an article is for, where each has his own size or colour. */
const PEOPLE =
  'moi|lui|elle|je|mari|femme|homme|frere|soeur|sour|fils|fille|garcon|aine|ainee|cadet|cadette|pere|mere|papa|maman|ami|amie|copain|copine|cousin|cousine|bebe|enfant|grande?|petite?|premiere?|deuxieme|seconde?|autre|dame|monsieur|madame|gars|neveu|niece|fiancee?|cherie?|vieux|vieille|tonton|tantie|collegue';
export const PERSON = new RegExp(`^(?:${PEOPLE})$`);
/** A size she doubts or corrects is no second person's. */
const ONE_CHOICE = / (ou|mais|plutot|non|sinon) /;

/** Who each value is for: "la grande fait 38 et la petite 37", "40 pour moi, 42 pour lui". Undefined unless every value has its own. */
export function wearersOf(found: Pick<Found, 'at'>[], words: string[]): string[] | undefined {
  const at = found.map((one) => one.at).sort((a, b) => a - b);
  if (at.length < 2) return undefined;
  const from = at[0]!;
  if (ONE_CHOICE.test(` ${words.slice(from, at.at(-1)).join(' ')} `)) return undefined;
  const before = at.map((here, i) => words.slice(i === 0 ? 0 : at[i - 1]! + 1, here).findLast((word) => PERSON.test(word)));
  const after = at.map((here, i) => words.slice(here + 1, at[i + 1] ?? here + 6).find((word) => PERSON.test(word)));
  // « 40 pour moi, 42 pour lui »: what follows the last belongs to it, and so with each
  const follows = /^(pour|a|c)$/.test(words[at.at(-1)! + 1] ?? '') || before[0] === undefined;
  const named = follows ? after : before;
  const people = named.flatMap((one) => one ?? []);
  return people.length === at.length && new Set(people).size === people.length ? people : undefined;
}

/** "lui il fait 42 moi 40": one pair for each, in the size he wears. */
export function wornByEach(found: Found[], words: string[]): Part[] | undefined {
  const sizes = found.filter(({ kind }) => kind === 'size').sort((a, b) => a.at - b.at);
  const colors = found.filter(({ kind }) => kind === 'color').sort((a, b) => a.at - b.at);
  if (!wearersOf(sizes, words) || (colors.length > 1 && colors.length !== sizes.length)) return undefined;
  return sizes.map(({ value }, i) => ({
    size: value,
    quantity: 1,
    ...(colors.length > 1 ? { color: colors[i]!.value } : {}),
  }));
}
