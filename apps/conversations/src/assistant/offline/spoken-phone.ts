import { fold } from './normalise.js';

/** "zéro sept quarante-huit vingt et un trente-trois dix": a telephone number as it is said aloud, and as a voice note is written down. */

const UNITS = 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
const TEENS = [...UNITS, 'dix sept', 'dix huit', 'dix neuf'];
const TENS: [string, number][] = [
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
];

/** Every pair of figures as it is said, the longest first. */
const PAIRS: [string, string][] = [
  ...Array.from({ length: 9 }, (_, i): [string, number] => [`zero ${UNITS[i]}`, i + 1]),
  ['zero zero', 0] as [string, number],
  ...TEENS.slice(9).map((word, i): [string, number] => [word, i + 10]),
  ...TENS.flatMap(([ten, value]) => [
    [ten, value] as [string, number],
    ...UNITS.slice(0, 9).flatMap((unit, i): [string, number][] => [
      [`${ten} ${unit}`, value + i + 1],
      [`${ten} et ${unit}`, value + i + 1],
    ]),
  ]),
  ...TEENS.slice(9).flatMap((teen, i): [string, number][] => [
    [`soixante ${teen}`, 70 + i],
    [`soixante et ${teen}`, 70 + i],
    [`quatre vingt ${teen}`, 90 + i],
    [`quatre vingts ${teen}`, 90 + i],
  ]),
  ...['', ...UNITS.slice(0, 9)].map((unit, i): [string, number] => [`quatre vingt ${unit}`.trim(), 80 + i]),
  ['quatre vingts', 80] as [string, number],
]
  .map(([said, value]): [string, string] => [said, String(value).padStart(2, '0')])
  .sort(([a], [b]) => b.length - a.length);

const FIGURES = new Map(PAIRS);
const ONE = PAIRS.map(([said]) => said.replaceAll(' ', '[ -]+')).join('|');
const NUMBER = new RegExp(`(?<![a-z])(?:zero|o)[ -]+(un|cinq|sept)((?:[ ,.-]+(?:${ONE})){4})(?![a-z])`, 'g');
const EACH = new RegExp(`(?:${ONE})(?![a-z])`, 'g');

/** The text with such a number in figures; the rest stays as it was written. */
export function spokenPhoneInFigures(text: string): string {
  const folded = fold(text);
  return [...folded.matchAll(NUMBER)].reduceRight((written, found) => {
    const [all, first = '', rest = ''] = found;
    const pairs = rest.match(EACH)?.map((said) => FIGURES.get(said.replace(/[ -]+/g, ' ')) ?? '') ?? [];
    const head = `0${UNITS.indexOf(first) + 1}`;
    return pairs.length === 4
      ? `${written.slice(0, found.index)}${[head, ...pairs].join(' ')}${written.slice(found.index + all.length)}`
      : written;
  }, text);
}
