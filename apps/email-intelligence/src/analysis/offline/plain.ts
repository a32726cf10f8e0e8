/** Text without accents, in lower case, with plain apostrophes and single blanks: what the rules are written for. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').toLowerCase();
