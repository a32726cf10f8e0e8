/** What a word is looked for by when it is not spelt as the seller spells it. */

/** Words of this many letters and more may be misspelt; shorter ones would become each other. */
const SHORTEST = 4;
/** A slip changes few of the three-letter pieces of a word this long; shorter ones are found by a letter left out. */
const LONG = 6;
const LONGEST = 40;

/** How a word sounds, roughly: `k` is `c`, `z` is `s`, a doubled letter is one, a plural is none. */
export function soundOf(word: string): string {
  const sound = word
    .replace(/ph/g, 'f')
    .replace(/ck|[kq]/g, 'c')
    .replace(/z/g, 's')
    .replace(/([a-z])\1/g, '$1');
  return sound.length > 3 ? sound.replace(/[sx]$/, '') : sound;
}

/**
 * Keys of a word: two words that differ by a slip of the finger, a swap of letters, an ending or the way they sound have one in common.
 * `=` its sound, `-` its sound with one letter left out, `~` pieces of three letters.
 */
export function spellingsOf(word: string): string[] {
  if (!/^[a-z]+$/.test(word) || word.length < SHORTEST || word.length > LONGEST) return [];
  const sound = soundOf(word);
  const letters = Array.from(sound, (_, at) => `-${sound.slice(0, at)}${sound.slice(at + 1)}`);
  const pieces = sound.length < LONG ? [] : Array.from({ length: sound.length - 2 }, (_, at) => `~${sound.slice(at, at + 3)}`);
  return [...new Set([`=${sound}`, `-${sound}`, ...letters, ...pieces])];
}
