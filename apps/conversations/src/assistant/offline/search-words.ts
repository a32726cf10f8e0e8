import { colorOf, numberOf } from './lexicon.js';
import { inNounPosition, isTelling } from './naming.js';

/** The words worth a catalogue search: what is no everyday talk, what stands where goods do or beside them, and the numbers that belong to either. */
export function searchWords(words: string[]): string[] {
  const named = words.map((word, at) => !/^\d/.test(word) && (isTelling(word) || isNoun(words, at)));
  const kept = words.filter((word, at) => {
    if (/^\d/.test(word)) return /^\d{1,3}[a-z]?$/.test(word) && named[at - 1];
    // "air pod", "carte mémoire": the first half may be an everyday word
    return named[at] || (word.length > 2 && numberOf(word) === undefined && named[at + 1] && isTelling(words[at + 1] ?? ''));
  });
  return [...new Set(kept)];
}

function isNoun(words: string[], at: number): boolean {
  const word = words[at] ?? '';
  return (
    word.length > 2 &&
    numberOf(word) === undefined &&
    colorOf(word) === undefined &&
    inNounPosition(words, at) &&
    words.length > 1
  );
}
