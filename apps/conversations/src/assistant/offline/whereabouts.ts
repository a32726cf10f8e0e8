import { Draft } from '../assistant.js';
import { AddressReading, isLandmark, readAddress } from './address.js';
import { tidy } from './address-bounds.js';
import { correctedAddress } from './address-correction.js';
import { Product } from './catalogue.js';
import { findProducts } from './naming.js';
import { Intent, readIntents } from './intents.js';
import { withoutIntroduction } from './introductions.js';
import { fold, wordsOf } from './normalise.js';
import { beginsPhone, inOneNumber, onlyIntroducesPhone, readPhone } from './phone.js';
import { placeAsked } from './place-asked.js';
import { findPlaces, splitsDelivery } from './places.js';
import { sameAddress } from './same-address.js';
import { onlyBringsToNumber } from './set-to.js';
import { putsPrice } from './thousands.js';
import { withCommune } from './taken-back.js';

/** Where a burst says that it goes, who she is, and whom the courier calls. */
export interface Whereabouts {
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
  /** Her own name, as she writes it. */
  ownName?: string;
  commune?: string;
  phone?: string;
  /** She gives a telephone number, and not all of it. */
  partOfPhone?: boolean;
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

/**
 * Reads who, where and which number out of what she wrote.
 * @param intents of the burst: a question for the fee to a place adds its own
 * @returns what was said of it, and what is left of the messages to be read for goods
 */
export function readWhereabouts(
  written: string[],
  draft: Draft,
  products: Product[],
  intents: Set<Intent>,
): { where: Whereabouts; rest: string[] } {
  const asked = draft.lastAsked === 'address' || (draft.lines.length > 0 && !draft.address && !draft.interest);
  const expected = asked ? 'asked' : draft.lastAsked === 'offer' && !draft.address ? 'invited' : 'no';
  const aboutOther = (sentence: string) => {
    // "vers le lycée classique": a landmark may have a product's name in it
    if (/^\s*(vers|pres|a cote|derriere|devant|en face|non loin|au niveau|apres|avant)\b/.test(fold(sentence))) return false;
    const [intents, words] = [readIntents(sentence), wordsOf(sentence)];
    return (
      NOT_AN_ADDRESS.some((intent) => intents.has(intent)) ||
      findProducts(words, products).length > 0 ||
      onlyBringsToNumber(words) ||
      putsPrice(words)
    );
  };
  const where: Whereabouts = { vagueAddress: false };
  const rest: string[] = [];
  const namesGoods = findProducts(wordsOf(written.join('\n')), products).length > 0;
  for (const message of inOneNumber(written)) {
    const call = readPhone(message);
    if (call.phone) {
      where.phone = call.phone;
      if (onlyIntroducesPhone(call.rest)) continue;
    } else if (beginsPhone(message)) {
      where.partOfPhone = true;
      continue;
    }
    const known = withoutIntroduction(call.rest);
    if (known.introduces) where.introduces = true;
    if (known.name) where.ownName = known.name;
    if (known.introduces && wordsOf(known.rest).length === 0) continue;
    if (splitsDelivery(known.rest)) {
      where.severalAddresses = true;
      rest.push(known.rest);
      continue;
    }
    const asks = placeAsked(known.rest, draft.lastAsked === 'address');
    if (asks !== undefined) {
      where.commune = asks;
      intents.add('delivery').add('price');
      continue;
    }
    const put = draft.address && !draft.interest ? correctedAddress(draft.address, known.rest) : undefined;
    if (put !== undefined) {
      Object.assign(where, { address: put, correctsAddress: true });
      continue;
    }
    const before = sameAddress(known.rest, draft);
    if (before !== undefined) Object.assign(where, { address: before, correctsAddress: true });
    // « stan smith », « 38 », « cocody », « palmeraie », one after the other: who names an article and a place says where it goes
    const placed = written.length > 1 && expected === 'no' && !draft.address && namesGoods && onlyPlace(known.rest);
    const place: AddressReading =
      before === undefined ? readAddress(known.rest, placed ? 'invited' : expected, aboutOther) : { rest: known.rest };
    // "marcory", then "remblais": the commune she named is hers to know
    const named = where.vagueAddress
      ? where.commune
      : !draft.address && draft.lastAsked === 'address'
        ? draft.commune
        : undefined;
    if (place.commune && named && findPlaces(wordsOf(known.rest)).every(({ isCommune }) => !isCommune)) place.commune = named;
    if (place.commune) where.commune = place.commune;
    // "treichville" under a recap for Cocody: she moves
    const moves = place.commune !== draft.commune && draft.lastAsked === 'confirmation' && wordsOf(message).length <= 3;
    if (place.commune && !place.address && moves && !message.includes('?') && !aboutOther(known.rest)) {
      Object.assign(where, { address: place.commune, vagueAddress: true });
      continue;
    }
    const moved =
      place.address && draft.address && !where.address ? withCommune(draft.address, place.address, place.commune) : undefined;
    if (moved !== undefined) {
      Object.assign(where, { address: moved, correctsAddress: true });
      rest.push(place.rest);
      continue;
    }
    if (place.address) {
      where.address = where.address && !place.vague ? `${where.address}, ${place.address}` : (where.address ?? place.address);
      where.vagueAddress = place.vague === true && where.address === place.address;
      where.quarterAlone = place.quarter === true && where.address === place.address;
    }
    const landmark = !place.address && isLandmark(known.rest) && !aboutOther(known.rest);
    if (landmark && where.address && !where.correctsAddress) {
      where.address = `${where.address}, ${tidy(known.rest)}`;
      continue;
    }
    if (landmark && draft.address !== undefined && draft.lastAsked === 'confirmation') {
      Object.assign(where, { address: tidy(known.rest), completesAddress: true });
      continue;
    }
    rest.push(place.rest);
  }
  return { where, rest };
}

/** Nothing but a place, and no question. */
function onlyPlace(message: string): boolean {
  const words = wordsOf(message);
  const [place, ...others] = findPlaces(words);
  return place !== undefined && others.length === 0 && place.end - place.start === words.length && !message.includes('?');
}
