/** Numbers as they are written in words, brought to figures. */

const SMALL: Record<string, number> = {
  zero: 0,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  octante: 80,
  huitante: 80,
  nonante: 90,
};
const ABOUT: Record<string, number> = {
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
};
const TOKENS = /\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+|[a-z]+|[^]/g;
const MULTIPLIER = /^(?:k|mil|milles?|cents?|centaines?|millions?)$/;
/** « mille mercis »: no number is meant. */
const NO_NUMBER_OF = /^\s*(?:mercis?|excuses|fois|pardons?|bravos?|felicitations|bisous)\b/;
const COUNTED = /^\s*(?:fcfa|francs?|paires?|articles?|pieces?|exemplaires?)\b/;

/** Folded text with its numbers in figures: « quarante-cinq mille », « 45 mille », « 45k » → 45000. A lone « un » or « neuf » is left as it is. */
export function inFigures(folded: string): string {
  const tokens = folded.match(TOKENS) ?? [];
  let written = '';
  for (let at = 0; at < tokens.length;) {
    const end = runFrom(tokens, at);
    const after = tokens.slice(end, end + 3).join('');
    const words = tokens.slice(at, end).filter((token) => /\w/.test(token) && token !== 'et' && token !== 'de');
    const lone = words.length === 1 ? words[0]! : '';
    const meant =
      words.length > 0 &&
      !(/^(?:une?|neuf|k|mil)$/.test(lone) && !COUNTED.test(after)) &&
      !(/^milles?$/.test(lone) && NO_NUMBER_OF.test(after));
    if (end > at && meant) {
      written += numbersOf(words).join(' ');
      at = end;
    } else written += tokens[at++];
  }
  return written;
}

/** Where the number words that begin at a token end; there, when none does. */
function runFrom(tokens: string[], start: number): number {
  let end = start;
  let before: string | undefined;
  for (let at = start; at < tokens.length;) {
    const token = tokens[at]!;
    const next = tokens[at + 1] === ' ' ? tokens[at + 2] : tokens[at + 1];
    if (!belongs(token, next, before)) break;
    [before, end] = [token, at + 1];
    at = end;
    // What joins number words: nothing (« 45k »), a space or hyphen, « et » after a ten, « de » before mille.
    if (tokens[at] === ' ' || tokens[at] === '-') at += 1;
    if (tokens[at] === 'et' && /^(?:vingt|\w+ante)$/.test(before) && /^(?:une?|onze)$/.test(tokens[at + 2] ?? '')) at += 2;
    else if (tokens[at] === 'de' && /^mille?$/.test(tokens[at + 2] ?? '')) at += 2;
  }
  return end;
}

function belongs(token: string, next: string | undefined, before: string | undefined): boolean {
  if (/^\d/.test(token))
    return (
      MULTIPLIER.test(next ?? '') || (before !== undefined && /^(?:k|mille?s?|mil|cents?)$/.test(before) && token.length <= 3)
    );
  if (token === 'k' || token === 'mil') return before !== undefined;
  if (token === 'un' || token === 'une') return MULTIPLIER.test(next ?? '') || before !== undefined || COUNTED.test(next ?? '');
  return (
    MULTIPLIER.test(token) ||
    Object.hasOwn(SMALL, token.replace(/^vingts$/, 'vingt')) ||
    Object.hasOwn(ABOUT, token.replace(/s$/, ''))
  );
}

/** Several numbers may follow each other: « trente-huit trente-neuf ». */
function numbersOf(words: string[]): number[] {
  const numbers: number[] = [];
  let [whole, part, room, begun] = [0, 0, Infinity, false];
  const finish = () => {
    if (begun) numbers.push(whole + part);
    [whole, part, room, begun] = [0, 0, Infinity, false];
  };
  for (const word of words) {
    const one = word.replace(/s$/, '');
    if (one === 'cent' || one === 'centaine') {
      if (part >= 10) finish();
      [part, room] = [Math.max(part, 1) * 100, 100];
    } else if (one === 'mille' || one === 'mil' || one === 'k' || one === 'million') {
      if (begun && part === 0) finish();
      [whole, part, room] = [whole + Math.max(part, 1) * (one === 'million' ? 1_000_000 : 1_000), 0, 1_000];
    } else {
      const value = /^\d/.test(word) ? Number(word.replace(/\D/g, '')) : (SMALL[word] ?? SMALL[one] ?? ABOUT[one] ?? 0);
      if (value === 20 && part % 100 === 4) [part, room] = [part + 76, 20];
      else {
        if (begun && (value === 0 || value >= room)) finish();
        [part, room] = [part + value, roomAfter(value)];
      }
    }
    begun = true;
  }
  finish();
  return numbers;
}

/** What may be added to a number: « soixante » takes up to « dix-neuf », « dix » up to « neuf », « trois » nothing. */
function roomAfter(value: number): number {
  if (value === 60) return 20;
  return value >= 10 && value % 10 === 0 && value < 100 ? 10 : 1;
}
