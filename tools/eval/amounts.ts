/** An amount of money in a text, with where it stands. */
export interface Amount {
  /** Whole FCFA. */
  value: number;
  at: number;
}

const UNITS = 'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
const TENS: Record<string, number> = { vingt: 20, vingts: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60 };
const WORD = `(?:${[...UNITS.slice(1), ...Object.keys(TENS), 'cents?'].join('|')})`;
const IN_WORDS = new RegExp(`\\b(${WORD}(?:[ -](?:et[ -])?${WORD})*)[ -]+mille?\\b`, 'g');
const GROUPED = String.raw`\d{1,3}(?:[.\s\u00a0\u202f]\d{3})+`;
const WITH_UNIT = new RegExp(String.raw`(?<![\d.,])(${GROUPED}|\d+)\s*(?:f\s?cfa|cfa|francs?|xof|f)\b`, 'g');
const ALONE = new RegExp(String.raw`(?<![\d.,+-])(${GROUPED}|\d{4,7})(?![\d%]|[.,]\d|\s*(?:mah|h\b|mb))`, 'g');
const THOUSANDS = /(?<![\d.,])(\d{1,4}(?:[.,]\d)?)\s*(?:k|mille?)\b/g;

/**
 * Every amount a customer would read in a text: « 45.000 FCFA », « 45 000 », « 45000F », « 45k », « 45 mille », « quarante-cinq mille ».
 * @param text folded; order numbers, telephones and dates are passed over
 */
export function amountsIn(text: string): Amount[] {
  const bare = blank(
    text,
    /\bcmd-\d+-\d+\b|\+?\d{2,3}(?: ?\d{2}){4,5}\b|\b\d{1,2}\/\d{1,2}\/\d{4}\b|\b\d{10,}\b|\b(?:19|20)\d\d\b(?= a \d| et|[,.]|$)/g,
  );
  const found = new Map<number, number>();
  for (const pattern of [WITH_UNIT, ALONE])
    for (const match of bare.matchAll(pattern)) found.set(match.index, Number(match[1]!.replaceAll(/\D/g, '')));
  for (const match of bare.matchAll(THOUSANDS)) found.set(match.index, Math.round(Number(match[1]!.replace(',', '.')) * 1_000));
  for (const match of bare.matchAll(IN_WORDS)) found.set(match.index, spelled(match[1]!) * 1_000);
  return [...found].map(([at, value]) => ({ value, at })).sort((a, b) => a.at - b.at);
}

/** « cent quatre-vingt-cinq » → 185. */
function spelled(words: string): number {
  let total = 0;
  for (const word of words.split(/[ -]+/)) {
    if (word === 'et') continue;
    if (word.startsWith('cent')) total = Math.max(total, 1) * 100;
    else if (word.startsWith('vingt') && total % 100 === 4) total += 76;
    else total += TENS[word] ?? UNITS.indexOf(word);
  }
  return total;
}

const blank = (text: string, pattern: RegExp) => text.replaceAll(pattern, (match) => '~'.repeat(match.length));
