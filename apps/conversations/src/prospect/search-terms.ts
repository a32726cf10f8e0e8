import { fold } from '#contracts';

/** What a prospect is found by. `nom`: a word of his name; `numero`: his number's digits from one of them on, so that a part of it is the beginning of one. */
export interface SearchTerm {
  term: string;
  kind: 'nom' | 'numero';
}

const LONGEST_WORD = 40;
const MOST_WORDS = 12;
/** The national part of a number; what is before it is looked for from its beginning only. */
const NATIONAL = 10;
const SHORTEST_PART = 3;

export function searchTerms({ name, phone }: { name?: string | null; phone?: string | null }): SearchTerm[] {
  const words = [...new Set(wordsOf(name ?? ''))].slice(0, MOST_WORDS);
  const digits = (phone ?? '').replace(/\D/g, '');
  const ends = new Set(digits ? [digits] : []);
  for (let length = SHORTEST_PART; length <= Math.min(NATIONAL, digits.length); length += 1) ends.add(digits.slice(-length));
  // A word of digits alone could be the end of his number too: one term, either way.
  const asWords = words.filter((word) => !ends.has(word)).map((term) => ({ term, kind: 'nom' as const }));
  return [...asWords, ...[...ends].map((term) => ({ term, kind: 'numero' as const }))];
}

/** The beginnings that all must be found, from what somebody typed: words, or one number written with spaces, dots or a +. */
export function searched(typed: string): string[] {
  const digits = typed.replace(/\D/g, '');
  if (digits.length >= SHORTEST_PART && /^[\d\s.+()/-]+$/.test(typed)) return [digits.replace(/^00/, '')];
  return [...new Set(wordsOf(typed))].slice(0, MOST_WORDS);
}

const wordsOf = (text: string) =>
  fold(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => [...word].slice(0, LONGEST_WORD).join(''));
