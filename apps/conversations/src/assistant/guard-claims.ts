import { fold } from './offline/normalise.js';

/** Taking a reply text apart into what it claims: amounts, links, numbers of orders and phones, sizes. Written for any engine's French. */

/** Folded pieces of a text, each about one thing: lines, sentences, what commas set apart (lists of sizes apart) and what follows "mais". */
export function segments(text: string): string[] {
  return fold(
    text
      .normalize('NFC')
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(/[*_~]/g, ''),
  )
    .split(/\n|;|(?<=[a-z)»])\s*[.!]\s+|[?!]\s*|\.\s+|\.$|,(?!\s*(?:\d|en \d|et |ou ))|\bmais\b|\bpar contre\b|\ben revanche\b/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

export interface AmountClaim {
  /** Whole FCFA. */
  amount: number;
  /** Where it stands in its segment. */
  index: number;
}

const UNITS: Record<string, number> = {
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
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
  cents: 100,
};
const FIGURES = /(\d{1,3}(?:[ .,']\d{3})+|\d+)(?:\s*(k|mille)\b)?(\s*(?:f|fcfa|cfa|xof|francs?|euros?|€|\$|balles)(?![a-z]))?/g;
const IN_WORDS =
  /((?:\b(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cents?|et)\b[\s-]*)+)mille\b/g;

/**
 * Amounts of money in a segment: with a currency whatever their size, without one from 500 up, "45k", "45 mille" and "quarante-cinq mille".
 * Dates and hours are too small to count; order and phone numbers are taken out before.
 */
export function amountsIn(segment: string): AmountClaim[] {
  const claims: AmountClaim[] = [];
  for (const match of segment.matchAll(FIGURES)) {
    const thousand = match[2] ? 1000 : 1;
    const amount = Number((match[1] ?? '').replace(/[ .,']/g, '')) * thousand;
    const year = !match[3] && !match[2] && /^20[2-4]\d$/.test(match[1] ?? '');
    if ((match[3] || amount >= 500) && !year) claims.push({ amount, index: match.index });
  }
  for (const match of segment.matchAll(IN_WORDS)) claims.push({ amount: inFigures(match[1] ?? '') * 1000, index: match.index });
  return claims;
}

function inFigures(words: string): number {
  let total = 0;
  for (const word of words.split(/[\s-]+/)) {
    const value = UNITS[word] ?? 0;
    if (value === 100) total = Math.max(total, 1) * 100;
    else if (value === 20 && total % 100 === 4) total += 76;
    else total += value;
  }
  return total;
}

/** Links and mail addresses, also bare domains ("boutique-promo.com") and "wa.me/…". */
export function linksIn(text: string): string[] {
  const found = fold(text).match(
    /\bhttps?:\/\/\S+|\bwww\.\S+|\b[\w.+-]+@[\w-]+\.[a-z]{2,}|\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|net|org|ci|fr|io|app|me|ly|shop|store|info|biz|co|link|xyz|site|online|africa|gl|page|dev)\b(?:\/\S*)?/g,
  );
  return found ?? [];
}

/** Order numbers: ours (CMD-…) and anything announced as the number of an order. */
export function orderNumbersIn(text: string): string[] {
  const ours = text.match(/\bCMD[-\s]?\d[\d-]*/gi) ?? [];
  const announced = [...fold(text).matchAll(/\bcommande\s+(?:numero|n\s?°|no\.?|n[o°]|#)\s*:?\s*([a-z0-9-]*\d[a-z0-9-]*)/g)].map(
    (match) => (match[1] ?? '').toUpperCase(),
  );
  return [...new Set([...ours, ...announced].map((number) => number.toUpperCase()))];
}

/** Phone numbers as bare digits without the country code. */
export function phonesIn(text: string): string[] {
  const found = text.match(/(?:\+|00)\d[\d\s().-]{7,}\d|\b0\d(?:[\s.-]?\d{2}){4}\b|\b\d{10}\b/g) ?? [];
  return found.map(localDigits);
}

export function localDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(00)?225(?=\d{8})/, '');
}

/** Sizes a folded segment names: "en 38", "taille M", "pointures 38, 39 et 40". */
export function sizesIn(segment: string): string[] {
  const sizes: string[] = [];
  const lists = segment.matchAll(
    /\b(?:en|du|tailles?|pointures?|le|la)(?:\s*:\s*|\s+)((?:\d{2}(?:[.,]5)?|xs|s|m|l|xl|xxl|xxxl)\b(?!')(?:\s*(?:,|et|ou|\/)\s*(?:en\s+|le\s+|la\s+|du\s+)?(?:\d{2}(?:[.,]5)?|xs|s|m|l|xl|xxl|xxxl)\b)*)/g,
  );
  for (const list of lists) {
    const after = segment.slice(list.index + list[0].length);
    if (/^\s*(?:f\b|fcfa|francs?|cfa|mille|k\b|%|h\b|h\d|heures?|minutes?|jours?|paires?|articles?|[.,' ]\d{3})/.test(after))
      continue;
    sizes.push(
      ...(list[1] ?? '').split(/\s*(?:,(?!5)|\bet\b|\bou\b|\/)\s*/).map((size) =>
        size
          .replace(/^(en|le|la|du)\s+/, '')
          .replace(',', '.')
          .trim(),
      ),
    );
  }
  return [...new Set(sizes.filter((size) => /^\d{2}(\.5)?$/.test(size) || /^(xs|s|m|l|xl|xxl|xxxl)$/.test(size)))];
}

const DISCOUNT =
  /\b(reductions?|remises?|rabais|promos?|promotions?|soldes?|soldee?s?|ristournes?|gratuite?s?|gratuitement|offerte?s?|offre speciale|je vous offre|cadeaux?|bonus|moitie prix|code promo|de moins|prix d'une?|prix d'ami)\b|\d\s?%|\bpour ?cent\b/;
const DISCOUNT_DENIED = new RegExp(
  String.raw`\b(?:pas|aucune?|sans|ni|plus|jamais|impossible)\b(?:\s+[\w'-]+){0,5}?\s+(?:d'|de\s|une?\s)*(?:${DISCOUNT.source})`,
);

/** A discount, a gift or a free delivery is promised; saying that there is none is no promise. */
export function promisesDiscount(segment: string): boolean {
  return DISCOUNT.test(segment) && !DISCOUNT_DENIED.test(segment);
}

/** The goods are said to be there. */
export const AVAILABLE = /\b(disponibles?|en stock|reste|j'ai|nous avons|on a|je vous mets|oui|existe)\b/;
/** The goods are said to be gone for good or for now. */
export const SOLD_OUT =
  /\b(?:plus disponibles?|pas disponibles?|indisponibles?|rupture|epuisee?s?|sold out|plus en stock|pas en stock|n'est plus|n'ai plus|n'avons plus|n'en ai plus)\b/;
/** Any way of saying that something is not sold or not there; a mere "pas de souci" is none. */
export const NOT_THERE = new RegExp(
  String.raw`${SOLD_OUT.source}|\b(?:n'ai|n'avons|n'a|n'y a|n'existe|n'en|ne l'ai|ne l'avons|ne les ai|ne fais|ne faisons|ne vends|ne vendons|n'est)\b[^,]{0,20}\b(?:pas|plus|aucune?)\b(?! (?:chere?s?|loin|mal))|\b(?:pas|plus|aucune?) (?:de |en |du |d')?(?:taille|pointure|\d{2}\b)`,
);
/** Any negation, for claims about orders. */
export const NEGATED = /\b(pas|plus|aucune?|jamais)\b/;
