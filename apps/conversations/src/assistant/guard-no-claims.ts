import type { Draft, Turn } from './assistant.js';
import { legible } from './guard-reading.js';
import type { Truth } from './guard-truth.js';
import { moneyIn } from './offline/address-money.js';
import { colorOf } from './offline/lexicon.js';
import { wordsOf } from './offline/normalise.js';

/** Figures in a reply that claim nothing: of her own words, and of the names of the shop, its address and its goods. */

/** Her address is hers: its numbers and names are not the shop's claims. What is said of money in it is nobody's address, and stays to be checked. */
export function withoutHerWords(text: string, ...drafts: Draft[]): string {
  return drafts.reduce((left, draft) => {
    const hers = [draft.address ?? '', draft.card?.name ?? ''].map((words) => legible(words)).filter((words) => words.length > 2);
    return hers.reduce((rest, words) => rest.replaceAll(words, () => ` ${moneyIn(words).join(' ')} `), left);
  }, text);
}

/** « Boutique 2000 » says no amount, unless money follows. A name of figures alone is not taken out: any amount could hide in it. */
export function withoutShopName(text: string, turn: Turn): string {
  const { shop } = turn;
  return [shop.name, shop.sellerFirstName]
    .map((name) => legible(name).trim())
    .filter((name) => /\d/.test(name) && /\p{L}{3}/u.test(name))
    .reduce((left, name) => left.replace(standing(name), ' '), withoutColoredNames(text, turn));
}

/** « Bienvenue chez Tantie Rose », « Bonjour Blanche », « Rose vous répond »: somebody is called so, and nothing is said of a colour. Only where a name can stand. */
function withoutColoredNames(text: string, { shop, customer }: Turn): string {
  const colored = (name: string | undefined): string[] => {
    const known = legible(name ?? '').trim();
    return wordsOf(known).some((word) => colorOf(word) !== undefined) ? [known] : [];
  };
  const [whole, seller, hers] = [colored(shop.name), colored(shop.sellerFirstName), colored(customer.name?.split(/\s+/)[0])];
  const before = (name: string, words: string) =>
    new RegExp(String.raw`(?<=(?<![\p{L}])(?:${words})\s)${escaped(name)}(?![\p{L}])`, 'gu');
  return [
    ...whole.map((name) => before(name.replace(/^chez\s+/i, ''), '[Cc]hez|[Bb]outique')),
    ...seller.flatMap((name) => [
      before(name, 'à|préviens|avec|appelle|chez|[Dd]ès que'),
      new RegExp(
        String.raw`(?<![\p{L}])${escaped(name)}(?=,? (?:vous|regarde|peut|confirme|qui|est prévenue?)(?![\p{L}]))`,
        'gu',
      ),
    ]),
    ...hers.map((name) => before(name, '[Bb]onjour|[Bb]onsoir|[Mm]erci|[Ss]alut')),
  ].reduce((left, name) => left.replace(name, ' '), text);
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

/** The shop's address is the seller's own: its numbers and names are no claims. A mere commune stays, for its fee is checked. */
export function withoutPickupAddress(text: string, { shop }: Turn): string {
  const address = legible(shop.pickupAddress ?? '').trim();
  return /\d/.test(address) || wordsOf(address).length > 2 ? text.replaceAll(address, ' ') : text;
}

const MONEY_FOLLOWS = String.raw`\s*(?:%|(?:f|f\s?cfa|cfa|frs?|francs?|xof|mille|balles)(?!\p{L}))`;
/** A name that is not part of a longer word or number, and no price. */
const standing = (name: string) =>
  new RegExp(String.raw`(?<![\p{L}\d])${escaped(name)}(?![\p{L}\d]|[.,]\d|\s\d|${MONEY_FOLLOWS})`, 'giu');

/** Product names with figures in them ("Yeezy 700") are no amounts. */
export function withoutNames(segment: string, truth: Truth): string {
  return truth.products.reduce(
    (left, product) => (/\d/.test(product.name) ? left.replaceAll(product.folded, '§'.repeat(product.name.length)) : left),
    segment,
  );
}
