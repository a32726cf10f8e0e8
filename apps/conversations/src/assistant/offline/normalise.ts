import { dioulaInFrench } from './dioula.js';
import { picturesInWords } from './emojis.js';
import { withoutPauses } from './hesitations.js';
import { Remembered } from './remembered.js';
import { SMS } from './sms.js';

/** Reading what people type: accents, elisions, SMS spelling and repeated letters, brought to plain words. */

/** Lower case without accents, one output character per input character, so that positions stay those of the original. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[`\u0080-\uffff]/g, bare);
}

function bare(char: string): string {
  if (char === '’' || char === '‘' || char === '`') return "'";
  return char === 'œ' ? 'o' : char.normalize('NFD').charAt(0);
}

/** A short name with its number stays whole ("a05", "j4"), as a number with its letter does ("13c"); what only precedes or counts is apart ("du38", "2x"). */
const TOKEN =
  /\d+(?:eme|ieme|ere|er)\b|\d{1,3}(?! (?:128|256|512)\b)(?:[ .]\d{3})+(?!\d|\s?(?:go|gb|giga|g|kg|ml|cl|l|mah)\b)|\d+[.,]5(?!\d)|\d+[abcdijnopqrstuvwyz](?![a-z0-9])|\d+|(?!(?:x|t|n|c|et|du|le|la|en|de|ou|no)\d)[a-z]{1,2}\d{1,3}(?![a-z0-9])|x(?=\d{1,2}\b)|[a-z]+(?:1\b)?/g;

/** Words in one line with a space at each end, so that a pattern with spaces around it finds whole words alone. */
export const inOneLine = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** The words of a text, SMS spelling written out; numbers are tokens ("45.000" → "45000", "45 mille" → "45000", "2paires" → "2", "paire"). */
export function wordsOf(text: string): string[] {
  // "38" on one line and "g 1 seule paire" on the next are no weight
  return text.split('\n').flatMap((line) => READ.of(line));
}

/** Names of goods and our own sentences are read again and again, and reading takes longest of all that an answer needs. */
const READ = new Remembered<readonly string[]>(wordsOfLine);

function wordsOfLine(text: string): string[] {
  const readable = dioulaInFrench(fold(picturesInWords(withoutPauses(text.normalize('NFC')))))
    // « 2 lots + une casquette », and no « +225 »
    .replace(/([a-z\d)])\s*\+\s*(?=[a-z]|\d{1,2}\s)/g, '$1 et ')
    .replace(/%/g, ' pourcent ')
    .replace(/€/g, ' euros ')
    .replace(/\$/g, ' dollars ')
    .replace(/[👍👌✅🆗💯🤝]/gu, ' ok ')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/\bcmd-[\d-]+/g, ' commande ');
  const tokens = inFigures(readable).match(TOKEN) ?? [];
  return tokens.flatMap((token, i) => {
    // "c'est" is written out already; only a lone "c" stands for it
    if (token === 'c' && /^(est|etait)$/.test(tokens[i + 1] ?? '')) return [token];
    // "500 g" is a weight
    if (token === 'g' && /^\d/.test(tokens[i - 1] ?? '') && !HAVE.test(tokens[i + 1] ?? '')) return [token];
    // "2pcs" counts; "un pc" is a computer
    if (/^pcs?$/.test(token) && /^\d/.test(tokens[i - 1] ?? '')) return ['pieces'];
    if (/^\d{1,3}([ .]\d{3})+$/.test(token)) return [token.replace(/[ .]/g, '')];
    if (/^\d+[.,]5$/.test(token)) return [token.replace(',', '.')];
    return SMS.get(token) ?? [token];
  });
}

/** After « g » these make it « j'ai », « je »: "donne 42 g vais gérer". */
const HAVE =
  /^(vais|v|suis|veux|veu|prends|pren|pense|peux|peu|sais|crois|espere|attends|compte|habite|reste|paie|paye|chausse|besoin|deja|dit|pas|trop)$/;

/** The words joined by one space, with one space at each end, so that rules can say " je prends ". */
export function plain(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

const TENS: Record<string, number> = { vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60 };
const UNITS = 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
const IN_WORDS = new RegExp(`\\b(${Object.keys(TENS).join('|')})(?:[ -]+(?:et[ -]+)?(${UNITS.join('|')}|une))?\\b`, 'g');

/** "trente-huit" → "38", "quinze mille" → "15 000", "45k" → "45 000"; small numbers stay words: "un" is an article too. */
function inFigures(folded: string): string {
  return (
    folded
      .replace(IN_WORDS, (_all, tens: string, unit: string | undefined) =>
        String((TENS[tens] ?? 0) + (unit === undefined ? 0 : UNITS.indexOf(unit === 'une' ? 'un' : unit) + 1)),
      )
      .replace(
        new RegExp(`\\b(${UNITS.join('|')}) (?:mille|mil)\\b`, 'g'),
        (_all, unit: string) => `${UNITS.indexOf(unit) + 1} 000`,
      )
      // « 22 mille 500 »
      .replace(/(\d)\s?(?:mille|mil)\s+(\d{3})(?!\d)/g, '$1 $2')
      .replace(/(\d)\s?(?:k|mille|mil)(?![a-z])/g, '$1 000')
      // "tu peux m'avoir ça à mille ?"
      .replace(/\b(a|pour|ca|fais|faites|laisse|laissez) (?:mille|mil)\b(?! ?\d| fois| merci| excuse| pardon)/g, '$1 1 000')
  );
}
