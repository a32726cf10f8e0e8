import { namesLandmark, NAMESAKE_QUARTERS } from '#contracts';
import { alike } from './alike.js';
import { isEveryday } from './everyday.js';
import { inOneLine, wordsOf } from './normalise.js';
import { COMMUNES, NEIGHBOURHOODS, NICKNAMES, TOWNS, TOWNS_AFTER_TO } from './place-names.js';

export interface Place {
  /** The commune or town, as it is written. */
  commune: string;
  /** Whether she named the commune itself and nothing finer. */
  isCommune: boolean;
  /** Position of the name's first word and the position after its last. */
  start: number;
  end: number;
}

interface PlaceName {
  words: string[];
  commune: string;
  isCommune: boolean;
  /** Only as it is spelt. */
  exact?: true;
  /** Only after « à », « pour » or « vers ». */
  afterTo?: true;
}

const TO = /^(a|pour|vers|jusqu|sur|de|ville)$/;

const NAMES: PlaceName[] = [
  ...COMMUNES.map((commune) => ({ words: wordsOf(commune), commune, isCommune: true })),
  ...TOWNS.map((commune) => ({ words: wordsOf(commune), commune, isCommune: true, exact: true as const })),
  ...TOWNS_AFTER_TO.map((commune) => ({
    ...{ words: wordsOf(commune), commune, isCommune: true },
    ...{ exact: true as const, afterTo: true as const },
  })),
  ...NAMESAKE_QUARTERS.map(([name, commune]) => ({ words: name.split(' '), commune, isCommune: false, exact: true as const })),
  ...Object.entries(NEIGHBOURHOODS).map(([name, commune]) => ({
    words: name.split(' '),
    commune,
    isCommune: NICKNAMES.has(name),
  })),
].sort((a, b) => b.words.length - a.words.length);
/** A slip of the finger spares the first letter. */
const BY_INITIAL = Map.groupBy(NAMES, ({ words }) => words[0]!.charAt(0));

/** What people call a commune for short. */
export const nicknamesOf = (commune: string): string[] => [...NICKNAMES].filter((name) => NEIGHBOURHOODS[name] === commune);

/** Family names that a slip of the finger would make a commune of. */
const FAMILY_NAMES = new Set(
  'kouassi kouame koffi kouadio kouakou konan kone kassi coulibaly bamba yao dago divine gagnon'.split(' '),
);
/** Words of every day that a slip of the finger would make a place of: a firm, what is sown. */
const NO_PLACES = new Set('societe societes sodeci'.split(' '));
/** Before a name: « Mme Kouassi », « M. Daloa ». */
const TITLES = new Set(['mme', 'mr', 'mlle', 'monsieur', 'madame', 'mademoiselle']);

/** Before a number they count what she takes. */
const TAKES_A_COUNT = new Set(
  'les prends veux mets mettez donne donnez moi faut voudrais ces tous toutes paires encore'.split(' '),
);

/** The places named in the words, left to right; a typo in a long name is forgiven ("yopugon", "cocodi"). */
export function findPlaces(words: string[]): Place[] {
  const places: Place[] = [];
  for (let start = 0; start < words.length;) {
    const titled = TITLES.has(words[start - 1] ?? '');
    const counted = TAKES_A_COUNT.has(words[start - 1] ?? '');
    const name = titled
      ? undefined
      : BY_INITIAL.get(words[start]!.charAt(0))?.find(
          (known) =>
            (!known.afterTo || words.length === 1 || TO.test(words[start - 1] ?? '')) &&
            known.words.every((word, i) => (known.exact ? word === words[start + i] : sameName(word, words[start + i]))) &&
            // « les 2, plateau » counts articles: the quarter is called « les 2 plateaux »
            !(counted && known.words[1] === 'plateaux' && words[start + 1] === 'plateau'),
        );
    if (name) places.push({ commune: name.commune, isCommune: name.isCommune, start, end: start + name.words.length });
    start += name?.words.length ?? 1;
  }
  return places;
}

/** Communes and nothing finer; « Abobo Anyama »: the one named right after another is where in it she lives. */
export const onlyCommunes = (places: Place[]): boolean =>
  places.every(({ isCommune }) => isCommune) &&
  !places.some(({ end, commune }, i) => places[i + 1]?.start === end && places[i + 1]?.commune !== commune);

/** The commune that a zone or an address written down is in. */
export const communeIn = (written: string): string | undefined => communeOf(wordsOf(`à ${written}`));

/** The commune she speaks of: the first that is named, and not that of a road or a landmark (« gare de Bassam, Treichville ») where there is another. */
export function communeOf(words: string[]): string | undefined {
  const places = findPlaces(words);
  const there = places.find(({ start }) => !namesLandmark(words.slice(0, start).join(' ')));
  return (there ?? places[0])?.commune;
}

function sameName(name: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (word === name) return true;
  // « notre » is no N'Dotré
  return (
    !FAMILY_NAMES.has(word) &&
    !isEveryday(word) &&
    !NO_PLACES.has(word) &&
    name.length >= 6 &&
    word.length >= 5 &&
    word[0] === name[0] &&
    alike(name, word)
  );
}

const COUNT = String.raw`(?:moitie|\d{1,2}|une?|deux|trois|quatre|cinq|six|dix|le reste|l autre|les autres|la moitie|l une?|(?:la|le|les) \w+)`;
const EACH_ITS_PLACE = new RegExp(
  ` ${COUNT} (?:\\w+ ){0,3}(?:pour|a|au|sur|vers) \\w+ .*?${COUNT} (?:\\w+ ){0,3}(?:pour|a|au|sur|vers) `,
);

/** "5 pour Cocody et 5 pour Marcory": goods for more than one commune. */
export function splitsDelivery(message: string): boolean {
  const words = wordsOf(message);
  const communes = new Set(findPlaces(words).flatMap(({ isCommune, commune }) => (isCommune ? [commune] : [])));
  return communes.size > 1 && EACH_ITS_PLACE.test(inOneLine(words));
}
