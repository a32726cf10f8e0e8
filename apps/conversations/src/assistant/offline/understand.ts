import { Draft, Utterance } from '../assistant.js';
import { readAddress, readPhone } from './address.js';
import { findProducts, Product, ProductMention } from './catalogue.js';
import { Intent, readIntents } from './intents.js';
import { numberOf } from './lexicon.js';
import { plain, wordsOf } from './normalise.js';
import { readSlots, Slots } from './slots.js';

/** A product named by the customer, with what she said about it. */
export interface Mention {
  /** More than one when her words fit several products equally. */
  candidates: Product[];
  slots: Slots;
  /** 'remove' for what she does not want any more ("sans la Puma", "remplacez la Nike par…"). */
  verb: 'take' | 'remove';
}

/** Everything one burst says. */
export interface Understanding {
  words: string[];
  intents: Set<Intent>;
  mentions: Mention[];
  /** What was said about no named product in particular. */
  slots: Slots;
  /** Two sizes offered as a choice ("38 ou 39") rather than asked for together. */
  eitherSize: boolean;
  asksSomething: boolean;
  address?: string;
  vagueAddress: boolean;
  commune?: string;
  phone?: string;
  button?: { action: string; value: string };
}

/** Sentences with these are never taken for an address, even when one was asked for. */
const NOT_AN_ADDRESS: Intent[] = [
  'remove',
  'replace',
  'hours',
  'payment',
  'human',
  'robot',
  'insult',
  'price',
  'bargain',
  'complaint',
  'cancel',
  'status',
  'photo',
  'catalogue',
  'thinking',
  'availability',
  'want',
  'greeting',
];

/** Reads a burst against the shop's products; `draft.lastAsked` tells what a bare number or name answers. */
export function understand(inbound: Utterance[], draft: Draft, products: Product[]): Understanding {
  const pressed = inbound.findLast((utterance) => utterance.buttonId)?.buttonId;
  const written = inbound.filter((utterance) => !utterance.buttonId).map((utterance) => utterance.text.normalize('NFC'));
  const asked = draft.lastAsked === 'address' || (draft.lines.length > 0 && !draft.address && !draft.interest);
  const expected = asked ? 'asked' : draft.lastAsked === 'offer' && !draft.address ? 'invited' : 'no';
  const aboutOther = (sentence: string) => {
    const intents = readIntents(sentence);
    return NOT_AN_ADDRESS.some((intent) => intents.has(intent)) || findProducts(wordsOf(sentence), products).length > 0;
  };
  const result: Understanding = {
    words: [],
    intents: readIntents(written.join('\n')),
    mentions: [],
    slots: { sizes: [], colors: [] },
    eitherSize: false,
    asksSomething: false,
    vagueAddress: false,
    ...(pressed ? { button: { action: pressed.split(':')[0] ?? '', value: pressed.split(':').slice(1).join(':') } } : {}),
  };
  const rest: string[] = [];
  for (const message of written) {
    const call = readPhone(message);
    if (call.phone) result.phone = call.phone;
    const place = readAddress(call.rest, expected, aboutOther);
    if (place.commune) result.commune = place.commune;
    if (place.address) {
      result.address = result.address && !place.vague ? `${result.address}, ${place.address}` : (result.address ?? place.address);
      result.vagueAddress = place.vague === true && result.address === place.address;
    }
    rest.push(place.rest);
  }
  readGoods(result, rest.join('\n'), draft, products);
  return result;
}

function readGoods(result: Understanding, text: string, draft: Draft, products: Product[]): void {
  const words = wordsOf(text);
  result.words = words;
  result.asksSomething = text.includes('?') || ['price', 'availability'].some((intent) => result.intents.has(intent as Intent));
  result.eitherSize = /\d ou (en |du |le |la )?\d/.test(plain(text));
  const named = findProducts(words, products);
  const found = named.length > 0 ? named : byRank(words, draft, products);
  if (found.length === 0) {
    result.slots = readSlots(words, draft.lastAsked);
    return;
  }
  const starts = found.map((mention, i) => (i === 0 ? 0 : segmentStart(words, mention.start, found[i - 1]?.end ?? 0)));
  found.forEach((mention, i) => {
    const from = starts[i] ?? 0;
    const to = starts[i + 1] ?? words.length;
    const before = words.slice(from, mention.start);
    const slots = readSlots([...before, '§', ...words.slice(mention.end, to)], undefined, before.length);
    const introduction = ` ${words.slice(i === 0 ? 0 : (found[i - 1]?.end ?? 0), mention.start).join(' ')} `;
    const previous = result.mentions.at(-1)?.verb;
    const verb = previous && JOINED.test(introduction) ? previous : verbOf(introduction);
    result.mentions.push({ candidates: mention.candidates, slots, verb });
  });
  shareSize(result);
}

/** "le premier", "le 2eme", "le dernier" of what was just listed. */
function byRank(words: string[], draft: Draft, products: Product[]): ProductMention[] {
  const shown = draft.shown ?? [];
  if (draft.lastAsked !== 'product' || shown.length === 0) return [];
  const [only] = shown;
  const chosen =
    shown.length === 1 && /^(oui|ok|accord|prends)$/.test(words.find((word) => word !== 'd' && word !== 'je') ?? '')
      ? only
      : undefined;
  const alone = products.find((known) => known.id === chosen);
  if (alone) return [{ candidates: [alone], start: 0, end: 0 }];
  const ranks = [
    /^(premiere?|1er|1ere)$/,
    /^(deuxieme|second|seconde|2eme|2ieme)$/,
    /^(troisieme|3eme|3ieme)$/,
    /^(quatrieme|4eme)$/,
  ];
  for (const [at, word] of words.entries()) {
    const rank =
      word.startsWith('dernier') && !words.includes('prix') ? shown.length - 1 : ranks.findIndex((pattern) => pattern.test(word));
    const product = products.find((known) => known.id === shown[rank]);
    if (product) return [{ candidates: [product], start: at, end: at + 1 }];
  }
  return [];
}

/** An article's number and determiner belong to it: "2 nike 38 | et 1 puma 40". */
function segmentStart(words: string[], start: number, floor: number): number {
  const leading = new Set([
    'la',
    'le',
    'les',
    'des',
    'de',
    'du',
    'd',
    'x',
    'paire',
    'chaussure',
    'chaussures',
    'basket',
    'baskets',
    'autre',
    'et',
    'plus',
  ]);
  let from = start;
  while (from > floor) {
    const word = words[from - 1] ?? '';
    const number = numberOf(word);
    if (!leading.has(word) && (number === undefined || number >= 16)) break;
    from--;
  }
  return from;
}

/** Nothing but a join between two products: what is said of the first holds for the second. */
const JOINED = /^ (?:(?:et|la|le|les|l|aussi|de|des|du|d|ainsi|que) )*$/;

function verbOf(introduction: string): 'take' | 'remove' {
  if (/ par (la |le |les |une |un |des )?$/.test(introduction)) return 'take';
  const taken = Math.max(lastIndex(introduction, / (mettez|mets|ajoutez|ajoute|donnez|prends|veux|gardez|garde) (?!plus)/g), -1);
  const removed = lastIndex(
    introduction,
    / (enlevez?|enlever|retirez?|retirer|supprimez?|supprimer|otez?|sans|remplacez?|remplacer|annulez?|laissez?|a la place (de|du)|au lieu (de|du)|(veux|prends|voulais) plus|pas besoin)(?= )/g,
  );
  return removed > taken || (removed >= 0 && removed === taken) ? 'remove' : 'take';
}

function lastIndex(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}

/** "la Nike et la Puma, les deux en 38": the one size said counts for all. */
function shareSize(result: Understanding): void {
  const sizes = [...new Set(result.mentions.flatMap((mention) => mention.slots.sizes))];
  if (result.mentions.length < 2 || sizes.length !== 1 || !result.intents.has('allOfThem')) return;
  for (const mention of result.mentions) mention.slots.sizes = [...sizes];
}
