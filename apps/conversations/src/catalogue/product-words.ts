/** So that a description pasted as a name does not fill the index. */
const MOST_WORDS = 120;
const LONGEST_PAIR = 40;

/**
 * The words a product is found by: those of its names, and two that follow each other written as one (« airmax »).
 * @param names plain words, one name a line, as `searchText` writes them
 */
export function productWords(names: string): string[] {
  const words = new Set<string>();
  for (const name of names.split('\n')) {
    const said = name.split(' ').filter(Boolean);
    for (const [at, word] of said.entries()) {
      words.add(word.slice(0, LONGEST_PAIR));
      const next = said[at + 1];
      if (next && word.length + next.length <= LONGEST_PAIR) words.add(word + next);
    }
  }
  return [...words].slice(0, MOST_WORDS);
}
