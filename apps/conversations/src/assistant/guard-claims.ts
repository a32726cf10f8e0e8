import { fold } from './offline/normalise.js';
import { inFigures } from './guard-figures.js';
import { read } from './guard-reading.js';

/** Taking a reply text apart into what it claims: amounts, links, numbers of orders and phones, sizes. Written for any engine's French. */

/**
 * Pieces of a text in figures (see {@link read}), each about one thing: lines, sentences, what commas set apart (lists of sizes apart), what follows « mais », and what
 * follows a colon after a negation (« je n'ai pas menti : … »).
 */
export function segments(text: string): string[] {
  return sentences(text).flatMap((sentence) => pieces(sentence, COMMAS));
}

const SENTENCE_END = /\n|;|(?<=[a-z)»])\s*[.!…]\s+|[?!]\s*|\.\s+|\.$/;
const COMMAS =
  /,(?!\s*(?:\d|en (?:\d|x*[sml]\b|x+l\b)|et |ou ))|\bmais\b|\bpar contre\b|\ben revanche\b|(?<=\b(?:pas|plus|aucune?|jamais|rien)\b[^:]*):/;

/** Whole sentences of a text in figures. */
export const sentences = (text: string): string[] => pieces(read(text), SENTENCE_END);

const pieces = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

export interface AmountClaim {
  /** Whole FCFA; NaN for another currency. */
  amount: number;
  /** Where it stands in its segment. */
  index: number;
}

const CURRENCY = String.raw`(?:f|fcfa|cfa|xof|francs?|balles)(?![a-z])`;
const FIGURES = new RegExp(String.raw`(${CURRENCY}\s?:?\s?)?(\d{1,3}(?:[ .,'/]\d{3})+(?!\d)|\d+)(\s*${CURRENCY})?`, 'g');
/** Prices are in FCFA; slang counts in other units, which nobody can check. */
const OTHER_MONEY =
  /(?:€|\$|£|\b(?:euros?|dollars?|usd|eur|nairas?|cedis?|livres? sterling|krikas?|togos?|barres?|batons?|billets?|pieces? de \d+)\b)/;

/** « 500 g », « 128 Go »: a size of its own. */
const MEASURE = /^\s?(?:g|kg|mg|ml|cl|l|litres?|go|gb|giga|to|mo|mah|mm|cm|m|w|yards?|pouces?|px|hz)\b/;

/** Amounts of money in a segment in figures: with a currency whatever their size, without one from 500 up. Order and phone numbers are taken out before. */
export function amountsIn(segment: string): AmountClaim[] {
  const claims: AmountClaim[] = [];
  for (const match of segment.matchAll(FIGURES)) {
    const figures = match[2] ?? '';
    const amount = Number(figures.replace(/\D/g, ''));
    const year = !match[1] && !match[3] && /^20[2-4]\d$/.test(figures);
    const measure = !match[1] && !match[3] && MEASURE.test(segment.slice(match.index + match[0].length));
    if ((match[1] || match[3] || amount >= 500) && !year && !measure)
      claims.push({ amount, index: match.index + (match[1]?.length ?? 0) });
  }
  const other = OTHER_MONEY.exec(segment);
  if (other && /\d/.test(segment)) claims.push({ amount: Number.NaN, index: other.index });
  return claims;
}

/** Amounts of money in anybody's words, whole FCFA. */
export const moneyIn = (text: string): number[] =>
  segments(text).flatMap((segment) => amountsIn(segment).map(({ amount }) => amount));

/** Links and mail addresses, also bare domains ("boutique-promo.com") and "wa.me/…". */
export function linksIn(text: string): string[] {
  const plain = fold(text)
    .replace(/\s*(?:\(|\[)?\s*\b(?:dot|point)\b\s*(?:\)|\])?\s*(?=(?:com|net|org|ci|fr|io|app|me|ly|shop)\b)/g, '.')
    .replace(/\s+\.\s*(?=(?:com|net|org|ci|fr|me|ly|shop)\b)/g, '.');
  const found = plain.match(
    /\bhttps?:\/\/\S+|\bwww\.\S+|\b[\w.+-]+@[\w-]+\.[a-z]{2,}|\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|net|org|ci|fr|io|app|me|ly|shop|store|info|biz|co|link|xyz|site|online|africa|gl|page|dev|top|club|tk|ml|ga|cf|to|cc|ru|cn|uk|us|eu|tv|gg|be|ch|sn|bj|bf|tg|gh|ng)\b(?:\/\S*)?|\b[a-z0-9-]{2,}\.[a-z]{2,}\/\S+/g,
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

/** Phone numbers as bare digits without the country code: eight figures or more, however they are set apart, in words too. */
export function phonesIn(text: string): string[] {
  // Sizes are listed with commas; what begins with a zero is no list of sizes.
  const found =
    inFigures(fold(text)).match(
      /(?:\+|\b00)\d[\d\s().,/-]{6,}\d|\b0(?:[\s.,/-]*\d){7,}\b|\b\d{8,}\b|\b\d{1,2}(?:[ ./-]\d{1,2}){3,}\b/g,
    ) ?? [];
  return found.map(localDigits).filter((digits) => digits.length >= 8);
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
  /\b(reduc\w*|remises?|rabais|promos?|promotions?|soldes?|soldee?s?|ristournes?|gratuite?s?|gratuitement|gratos|offerte?s?|offre speciale|(?:je |j'|on |nous )(?:vous )?(?:l'|les? |la )?offr\w+|cadeaux?|bonus|moitie prix|a moitie|code promo|coupons?|bons? d'achat|de moins|moins cher(?:e|s|es)? (?:pour vous|que)|prix d'une?|prix d'ami|prix casses?|prix special|prix speciaux|prix de gros|casse les? prix|baisse(?:r|rai|ons)? (?:de |le |les |du )?prix|2 pour 1|3 pour 2|sans frais|frais offerts?|0 frais|aucuns? frais|livraison (?:est )?(?:pour nous|a notre charge|a ma charge)|frais (?:sont )?(?:pour nous|a notre charge|a ma charge)|rembours\w+|garantie? (?:de )?(?:\d|a vie|constructeur)|(?:est|sont|c'est|avec|sous|je|nous|vous) (?:\w+ )?garanti\w*|satisfaite? ou|black friday)\b|\d\s?%|\bpour ?cent\b|\b\d+ pour 100\b/;
/** « pas de souci » denies nothing. */
const IDIOMS =
  /\b(?:il n'y a |y a |c'est )?(?:pas|aucune?|sans|point) (?:de |d')?(?:soucis?|problemes?|doutes?|inquietudes?|stress|panique|hesitation|quoi)\b|\bn'hesitez (?:pas|plus)\b|\bne vous inquietez (?:pas|plus)\b|\bpourquoi pas\b|\bn'est[- ]ce pas\b|\bpas (?:mal|chere?s?|loin)\b/g;
/** A segment without the idioms that look like a negation. */
export const meant = (segment: string): string => segment.replace(IDIOMS, ' ');
const DISCOUNT_DENIED = new RegExp(
  String.raw`\b(?:pas|aucune?|sans|ni|plus|jamais|impossible)\b(?:\s+[\w'-]+){0,3}?\s+(?:d'|de\s|une?\s|en\s)*(?:${DISCOUNT.source})`,
);

/** A discount, a gift or a free delivery is promised; saying that there is none is no promise. */
export function promisesDiscount(segment: string): boolean {
  const said = meant(segment);
  return DISCOUNT.test(said) && !(DISCOUNT_DENIED.test(said) && !DISCOUNT.test(said.replace(DISCOUNT_DENIED, ' ')));
}

/** The goods are said to be there. */
export const AVAILABLE =
  /\b(disponibles?|dispo|en stock|reste|j'(?:en )?ai|je l'ai|je les ai|nous (?:en |l'|les )?avons|on (?:en |l'|les )?a|il y en a|il y a|je vous (?:le |la |les )?mets|je vous (?:le |la |les )?garde|je vous propose|oui|existe|encore|bien sur|toujours)\b/;
/** The goods are said to be gone for good or for now. */
export const SOLD_OUT =
  /\b(?:plus disponibles?|pas disponibles?|indisponibles?|rupture|epuisee?s?|sold out|plus en stock|pas en stock|n'est plus|n'ai plus|n'avons plus|n'en ai plus)\b/;
/** Any way of saying that something is not sold or not there; a mere "pas de souci" is none. */
export const NOT_THERE = new RegExp(
  String.raw`${SOLD_OUT.source}|\b(?:n'ai|n'avons|n'a|n'y a|n'existe|n'en|ne l'ai|ne l'avons|ne les ai|ne fais|ne faisons|ne vends|ne vendons|n'est)\b[^,]{0,20}\b(?:pas|plus|aucune?)\b(?! (?:chere?s?|loin|mal))|\b(?:pas|plus|aucune?) (?:de |en |du |d')?(?:taille|pointure|\d{2}\b)`,
);
/** Any negation, for claims about orders. */
export const NEGATED = /\b(pas|plus|aucune?|jamais)\b/;
