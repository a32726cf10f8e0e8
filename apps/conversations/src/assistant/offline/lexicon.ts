/** Words for numbers, colours, measures and letters of sizes. No product stands here: what is sold is known from the catalogue alone. */

const NUMBERS: Record<string, number> = {
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
  douzaine: 12,
  dizaine: 10,
  quinzaine: 15,
  quinze: 15,
  vingt: 20,
  vingtaine: 20,
  trente: 30,
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  ten: 10,
};

/** 'deux' → 2, '2' → 2; undefined when the word is no number. */
export function numberOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d+(\.5)?$/.test(word)) return Number(word);
  return Object.hasOwn(NUMBERS, word) ? NUMBERS[word] : undefined;
}

/** Colours in the masculine, with other ways to write them. */
const COLORS: Record<string, string> = {
  noir: 'noire noirs noires black nwar noar',
  blanc: 'blanche blancs blanches white blan',
  rouge: 'rouges red',
  bleu: 'bleue bleus bleues blue ble',
  vert: 'verte verts vertes green',
  jaune: 'jaunes yellow',
  rose: 'roses pink',
  gris: 'grise grises grey gray',
  marron: 'marrons brown maron',
  beige: 'beiges',
  orange: 'oranges',
  violet: 'violette violets violettes mauve',
  doré: 'dore doree dores dorees gold',
  argenté: 'argente argentee argentes silver',
  bordeaux: 'bordeau',
  marine: '',
  kaki: '',
  turquoise: '',
};
const COLOR_OF = new Map(
  Object.entries(COLORS).flatMap(([color, others]) =>
    [color.normalize('NFD').replace(/\p{M}/gu, ''), ...others.split(' ').filter(Boolean)].map((word) => [word, color] as const),
  ),
);

/** The colour a folded word names, in the masculine ('blanche' → 'blanc'). */
export function colorOf(word: string): string | undefined {
  return COLOR_OF.get(word);
}

/** Words after which a number measures or counts something else than articles: time, distance, money. */
const MEASURED = new Set(
  'ans an minutes minute min mn h heure heures jour jours km f fcfa cfa francs franc dollar dollars usd euro euros eur pourcent eme personnes semaine semaines mois pouce go g kg cl ml l m cm w mah mo yards'.split(
    ' ',
  ),
);

export function isMeasure(word: string): boolean {
  return MEASURED.has(word);
}

/** What goods are counted or packed in: within a name ("Attiéké (kg)", "Mèches (paquet)", "Woodin 6 yards") it tells nothing by itself. */
const PACKED_IN =
  /^(yards?|kg|g|l|cl|ml|m|cm|go|mo|mah|pouce|lots?|paquets?|paire|pieces?|packs?|sets?|sachets?|cartons?|boites?|bouteilles?|bidons?|unites?|demi)$/;

export const isPacking = (word: string): boolean => PACKED_IN.test(word);

/** What measures the goods themselves: "64 Go", "250 g", "12 pouces". */
export const UNITS = /^(go|g|kg|cl|ml|l|m|cm|pouce|w|mah|mo|to|yards?)$/;

export const LETTER_SIZE = /^(xxs|xs|s|m|l|xl|xxl|xxxl|2xl|3xl|4xl)$/;
