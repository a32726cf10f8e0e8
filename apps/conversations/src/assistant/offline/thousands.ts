import { Draft } from '../assistant.js';
import { Product, sameSize, sizesOf } from './catalogue.js';
import { isMeasure } from './lexicon.js';

const COUNTED = /^(paires?|pieces?|articles?|lots?|boites?|fois|x|en|de|ans|et|ou|unites?)$/;

/** "fais moi 25", "27 dernier prix": the thousands are left out of a price that is bargained for. */
export function withThousands(words: string[], draft: Draft, products: Product[]): string[] {
  const bargained = priceBargained(words, draft, products);
  const puts = pricePut(words, draft, products);
  const worth = worthAsPrice(draft, products);
  const listed = products.flatMap((product) => sizesOf(product));
  return words.map((word, at) => {
    const value = Number(word);
    if (isHundredsOfThousands(word, at, words, listed) && worth(value)) return String(value * 1_000);
    if (!/^\d{2}$/.test(word) || (value < 15 && !worth(value))) return word;
    const [before, after] = [` ${words.slice(Math.max(0, at - 4), at).join(' ')} `, words[at + 1] ?? ''];
    const next = ` ${words.slice(at + 1, at + 4).join(' ')} `;
    const proposed =
      / (fais|faire|faites|laisse|laissez|laisser) (le |la |les |ca )?(moi |nous )?(ca |la |le )?(a |pour )?$/.test(before) &&
      / (moi|nous|a|pour|faire|fais) $/.test(before) &&
      // « je fais 41 » is what she wears
      !(listed.some((size) => sameSize(size, word)) && / (je|j|j ai|moi) fais $/.test(before));
    // « la noire 43, dernier prix les deux »: what is a size stays one
    const sized = listed.some((size) => sameSize(size, word));
    const own4 = ` ${words.slice(at + 1, at + 6).join(' ')} `;
    const last =
      (!sized && (/^ dernier (?:prix |mot )?$/.test(next) || /^ (?:c est |est )?mon dernier (?:prix|mot) /.test(own4))) ||
      / dernier prix (c est |a |de )?$/.test(before);
    const own = bargained(value) && !/ (en|du|taille|pointure|la|le|les|chausse|faut) $/.test(before);
    const put =
      puts(value) &&
      / (?:je|j|on) (?:te |vous |lui )?(?:mets|met|donne|propose|offre|ai|ajoute|tente|peux (?:mettre|donner|faire)|suis|reste|m arrete) (?:que |juste |seulement |a )*$| mon dernier (?:prix )?(?:c est )?(?:a )?$/.test(
        before,
      );
    // « 14 alors », of sandals at 18000
    const instead = worth(value) && !sized && /^\d+ alors$/.test(words.join(' '));
    const offered = worth(value) && (PAYS.test(before) || (PUTS_DOWN.test(before) && ON_THE_TABLE.test(next)));
    return (proposed || last || own || put || instead || offered) && !COUNTED.test(after) && !isMeasure(after)
      ? String(value * 1_000)
      : word;
  });
}

/** "175" of a telephone at 190000 that has no such size: said by itself it is thousands. */
const isHundredsOfThousands = (word: string, at: number, words: string[], sizes: string[]): boolean =>
  /^[1-9]\d{2}$/.test(word) &&
  words.length <= 4 &&
  !isMeasure(words[at + 1] ?? '') &&
  !COUNTED.test(words[at + 1] ?? '') &&
  !/^(numero|lot|villa|porte|n|rue|appartement|batiment|bat)$/.test(words[at - 1] ?? '') &&
  !sizes.some((size) => new RegExp(`(?<!\\d)${word}(?!\\d)`).test(size));

/** Whoever gives, offers or pays gives money, whatever sizes there are: "je donne 38". */
const PAYS =
  / (?:je|j|on) (?:te |vous |lui |vais |peux |veux |voudrais )*(?:donne|donner|donnerai|propose|proposer|offre|offrir|paye|paie|payer|tente|tenter) (?:que |juste |seulement |a |pour )*$| (?:mon offre|ma proposition|mon prix|mon budget) (?:c est |est )?(?:de |a )*$/;
/** "je mets 38 dessus", "je pose 38 sur la table": what lies on it is money. */
const PUTS_DOWN =
  / (?:je|j|on) (?:te |vous |lui |vais |peux |veux )*(?:mets|met|mettre|mettrai|pose|poser|depose|mise|sors|sort|lache|ajoute) (?:que |juste |seulement )*$/;
const ON_THE_TABLE = /^ (?:la )?(?:dessus|sur la table|en main|en poche|direct|tout de suite)(?: |$)/;

/** "je te propose 38 pour ça": a sentence that puts a price on the table, and is no place. */
export const putsPrice = (words: string[]): boolean =>
  words.some((word, at) => {
    const before = ` ${words.slice(Math.max(0, at - 4), at).join(' ')} `;
    const next = ` ${words.slice(at + 1, at + 4).join(' ')} `;
    return /^\d{2,6}$/.test(word) && (PAYS.test(before) || (PUTS_DOWN.test(before) && ON_THE_TABLE.test(next)));
  });

/** "36 alors" after a price was granted, of an article that is in no size 36: which numbers are thousands of its price. */
function priceBargained(
  words: string[],
  { interest, lines, granted = [] }: Draft,
  products: Product[],
): (value: number) => boolean {
  const product = talkedAbout({ interest, lines }, products);
  if (!product || saysSize(words) || words.length > 8 || !granted.some(({ productId }) => productId === product.id))
    return () => false;
  const prices = product.offers.map(({ unitPrice }) => unitPrice);
  return (value) =>
    !sizesOf(product).some((size) => sameSize(size, String(value))) &&
    value * 1_000 >= Math.min(...prices) / 2 &&
    value * 1_000 < Math.max(...prices);
}

/** No foot grows so much: a number this far from every size of a shoe is none of it. */
const FAR_FROM_SIZES = 5;

/** "je mets 25" of shoes at 30000 that come in 39 to 42: which numbers are thousands that she puts on the table, where no size is near them. */
function pricePut(words: string[], draft: Pick<Draft, 'interest' | 'lines'>, products: Product[]): (value: number) => boolean {
  const product = talkedAbout(draft, products);
  if (!product || saysSize(words) || words.length > 8) return () => false;
  const sizes = sizesOf(product).map((size) => parseFloat(size));
  const worth = worthAsPrice(draft, products);
  return (value) => worth(value) && sizes.every((size) => Number.isNaN(size) || Math.abs(size - value) >= FAR_FROM_SIZES);
}

/** Which numbers may be thousands of the price of what is talked about: not half of it, and not all of it. */
function worthAsPrice(draft: Pick<Draft, 'interest' | 'lines'>, products: Product[]): (value: number) => boolean {
  const prices = talkedAbout(draft, products)?.offers.map(({ unitPrice }) => unitPrice) ?? [];
  return (value) => prices.length > 0 && value * 1_000 >= Math.min(...prices) / 2 && value * 1_000 < Math.max(...prices);
}

function talkedAbout({ interest, lines }: Pick<Draft, 'interest' | 'lines'>, products: Product[]): Product | undefined {
  const id = interest?.productId ?? lines.at(-1)?.productId;
  return products.find((one) => one.id === id);
}

const saysSize = (words: string[]): boolean => words.some((word) => /^(pointure|taille|chausse|t)$/.test(word));
