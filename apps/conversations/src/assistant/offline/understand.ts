import { Draft, Utterance } from '../assistant.js';
import { AddressReading, isLandmark, readAddress } from './address.js';
import { tidy } from './address-bounds.js';
import { correctedAddress } from './address-correction.js';
import { readAmounts } from './amounts.js';
import { Product } from './catalogue.js';
import { findProducts } from './naming.js';
import { withoutPauses } from './hesitations.js';
import { Intent, readIntents } from './intents.js';
import { withoutIntroduction } from './introductions.js';
import { lastWord } from './last-word.js';
import { keepsForbidden } from './leave-it.js';
import { breaksIn } from './lists.js';
import { Mention } from './mention.js';
import { readMentions } from './mentions.js';
import { ofNamedKind } from './named-kind.js';
import { fold, plain, wordsOf } from './normalise.js';
import { dictates, withoutCodes, withoutDenied } from './not-meant.js';
import { beginsPhone, inOneNumber, onlyIntroducesPhone, readPhone } from './phone.js';
import { placeAsked } from './place-asked.js';
import { findPlaces, splitsDelivery } from './places.js';
import { sameAddress } from './same-address.js';
import { Beside, heardBeside } from './said-beside.js';
import { bringsToNumber, onlyBringsToNumber } from './set-to.js';
import { Slots } from './slots.js';
import { withCommune, withoutTakenBack } from './taken-back.js';
import { withThousands } from './thousands.js';

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
  /** Whole FCFA she names, without those that only repeat a name or a count. */
  amounts: number[];
  address?: string;
  vagueAddress: boolean;
  /** The address is a quarter and nothing finer. */
  quarterAlone?: boolean;
  /** The address completes the one she gave before. */
  completesAddress?: boolean;
  /** The address is the one she gave before, put right. */
  correctsAddress?: boolean;
  /** So many for one commune and so many for another. */
  severalAddresses?: boolean;
  /** She says who she, or somebody else, is. */
  introduces?: boolean;
  commune?: string;
  phone?: string;
  /** She gives a telephone number, and not all of it. */
  partOfPhone?: boolean;
  /** She forbids to take anything off. */
  keeps?: boolean;
  /** What she says beside goods and place. */
  beside?: Beside;
  button?: { action: string; value: string };
}

/** Sentences with these are never taken for an address, even when one was asked for. */
const NOT_AN_ADDRESS: Intent[] = [
  'remove',
  'replace',
  'double',
  'hours',
  'payment',
  'human',
  'robot',
  'insult',
  'price',
  'bargain',
  'complaint',
  'collect',
  'cancel',
  'status',
  'photo',
  'catalogue',
  'thinking',
  'availability',
  'want',
  'greeting',
];

/** What she wrote, and the answers she pressed instead of writing them. */
export function wordsSaid(inbound: Utterance[]): string[] {
  return inbound.flatMap(({ buttonId, text }) => {
    if (!buttonId) return [withoutPauses(text.normalize('NFC'))];
    return buttonId.startsWith('dire:') ? [buttonId.slice('dire:'.length)] : [];
  });
}

/** Reads a burst against the shop's products; `draft.lastAsked` tells what a bare number or name answers. */
export function understand(inbound: Utterance[], draft: Draft, products: Product[]): Understanding {
  const pressed = inbound.findLast((utterance) => utterance.buttonId)?.buttonId;
  const said = wordsSaid(inbound);
  const allowed = said.map(keepsForbidden);
  const { messages: written, beside } = heardBeside(
    lastWord(allowed).map(withoutTakenBack),
    (words) => findProducts(words, products).length > 0,
  );
  const asked = draft.lastAsked === 'address' || (draft.lines.length > 0 && !draft.address && !draft.interest);
  const expected = asked ? 'asked' : draft.lastAsked === 'offer' && !draft.address ? 'invited' : 'no';
  const aboutOther = (sentence: string) => {
    // "vers le lycée classique": a landmark may have a product's name in it
    if (/^\s*(vers|pres|a cote|derriere|devant|en face|non loin|au niveau|apres|avant)\b/.test(fold(sentence))) return false;
    const [intents, words] = [readIntents(sentence), wordsOf(sentence)];
    return (
      NOT_AN_ADDRESS.some((intent) => intents.has(intent)) ||
      findProducts(words, products).length > 0 ||
      onlyBringsToNumber(words)
    );
  };
  const result: Understanding = {
    words: [],
    intents: readIntents(written.join('\n')),
    mentions: [],
    slots: { sizes: [], colors: [] },
    eitherSize: false,
    asksSomething: false,
    amounts: [],
    vagueAddress: false,
    ...(beside ? { beside } : {}),
    ...(allowed.join() !== said.join() ? { keeps: true } : {}),
    ...(pressed ? { button: { action: pressed.split(':')[0] ?? '', value: pressed.split(':').slice(1).join(':') } } : {}),
  };
  const rest: string[] = [];
  const namesGoods = findProducts(wordsOf(written.join('\n')), products).length > 0;
  for (const message of inOneNumber(written)) {
    const call = readPhone(message);
    if (call.phone) {
      result.phone = call.phone;
      if (onlyIntroducesPhone(call.rest)) continue;
    } else if (beginsPhone(message)) {
      result.partOfPhone = true;
      continue;
    }
    const known = withoutIntroduction(call.rest);
    if (known.introduces) result.introduces = true;
    if (known.introduces && wordsOf(known.rest).length === 0) continue;
    if (splitsDelivery(known.rest)) {
      result.severalAddresses = true;
      rest.push(known.rest);
      continue;
    }
    const asks = placeAsked(known.rest, draft.lastAsked === 'address');
    if (asks !== undefined) {
      result.commune = asks;
      result.intents.add('delivery').add('price');
      continue;
    }
    const put = draft.address && !draft.interest ? correctedAddress(draft.address, known.rest) : undefined;
    if (put !== undefined) {
      Object.assign(result, { address: put, correctsAddress: true });
      continue;
    }
    const before = sameAddress(known.rest, draft);
    if (before !== undefined) Object.assign(result, { address: before, correctsAddress: true });
    // « stan smith », « 38 », « cocody », « palmeraie », one after the other: who names an article and a place says where it goes
    const placed = written.length > 1 && expected === 'no' && !draft.address && namesGoods && onlyPlace(known.rest);
    const place: AddressReading =
      before === undefined ? readAddress(known.rest, placed ? 'invited' : expected, aboutOther) : { rest: known.rest };
    // "marcory", then "remblais": the commune she named is hers to know
    const named = result.vagueAddress
      ? result.commune
      : !draft.address && draft.lastAsked === 'address'
        ? draft.commune
        : undefined;
    if (place.commune && named && findPlaces(wordsOf(known.rest)).every(({ isCommune }) => !isCommune)) place.commune = named;
    if (place.commune) result.commune = place.commune;
    // "treichville" under a recap for Cocody: she moves
    const moves = place.commune !== draft.commune && draft.lastAsked === 'confirmation' && wordsOf(message).length <= 3;
    if (place.commune && !place.address && moves && !message.includes('?') && !aboutOther(known.rest)) {
      Object.assign(result, { address: place.commune, vagueAddress: true });
      continue;
    }
    const moved =
      place.address && draft.address && !result.address ? withCommune(draft.address, place.address, place.commune) : undefined;
    if (moved !== undefined) {
      Object.assign(result, { address: moved, correctsAddress: true });
      rest.push(place.rest);
      continue;
    }
    if (place.address) {
      result.address = result.address && !place.vague ? `${result.address}, ${place.address}` : (result.address ?? place.address);
      result.vagueAddress = place.vague === true && result.address === place.address;
      result.quarterAlone = place.quarter === true && result.address === place.address;
    }
    const completes =
      !place.address && draft.address !== undefined && draft.lastAsked === 'confirmation' && isLandmark(known.rest);
    if (completes && !aboutOther(known.rest)) {
      Object.assign(result, { address: tidy(known.rest), completesAddress: true });
      continue;
    }
    rest.push(place.rest);
  }
  readGoods(result, rest.join('\n'), draft, products);
  return result;
}

/** Nothing but a place, and no question. */
function onlyPlace(message: string): boolean {
  const words = wordsOf(message);
  const [place, ...others] = findPlaces(words);
  return place !== undefined && others.length === 0 && place.end - place.start === words.length && !message.includes('?');
}

function readGoods(result: Understanding, text: string, draft: Draft, products: Product[]): void {
  const words = withThousands(withoutDenied(wordsOf(withoutCodes(text, products)), draft), draft, products);
  result.words = words;
  result.asksSomething = text.includes('?') || ['price', 'availability'].some((intent) => result.intents.has(intent as Intent));
  result.eitherSize = /\d ou (en |du |le |la )?\d/.test(plain(text));
  result.amounts = dictates(words) ? [] : readAmounts(words);
  const read = readMentions(words, draft, products, result.intents.has('allOfThem'), breaksIn(text, words));
  const { slots } = read;
  const mentions = ofNamedKind(read.mentions, words);
  // "diminue les stan smith à 2" haggles for nothing
  if (result.amounts.length === 0 && (mentions.some(({ setTo }) => setTo !== undefined) || bringsToNumber(words, slots)))
    result.intents.delete('bargain');
  // "c'est du cuir ?" asks about what is being talked about, it names no other article
  result.mentions =
    result.intents.has('detail') &&
    (draft.interest ||
      draft.lines.some((line) => mentions.some(({ candidates }) => candidates.some(({ id }) => id === line.productId))))
      ? []
      : mentions;
  result.slots = slots;
}
