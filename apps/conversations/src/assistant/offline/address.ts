import { bareSumsIn, withoutMoney } from './address-money.js';
import { AFTER_ADDRESS, firstPlaceAt, LANDMARK, leadOf, startsUnknown, tidy } from './address-bounds.js';
import { isEveryday } from './everyday.js';
import { colorOf, isPacking, numberOf } from './lexicon.js';
import { communeOf, findPlaces, onlyCommunes, Place } from './places.js';
import { fold, plain, wordsOf } from './normalise.js';

/** 'asked': nothing else was asked for; 'invited': an offer was made that an address accepts; 'no': out of the blue. */
export type Expectation = 'asked' | 'invited' | 'no';

export interface AddressReading {
  /** A delivery address as she wrote it, accents kept. */
  address?: string;
  /** Commune named anywhere, for the address or for a question about the fee. */
  commune?: string;
  /** The address is a commune and nothing finer: quarter and landmark are still to be asked. */
  vague?: boolean;
  /** The address is a quarter and nothing finer: a landmark is still to be asked. */
  quarter?: boolean;
  /** What is left of the message once the address is taken out, so that a villa's number is not read as a quantity. */
  rest: string;
}

const QUESTION =
  /\?|\b(combien|frais|livrez[ -]vous|vous livrez|livraison (?:a|au|pour|vers|sur) [a-z -]+$|quand|delai|il y a (?:la )?livraison)\b/;
const REFUSAL =
  /^\W*(oui|non|ok|merci|d'?accord|annule|annuler|annulez|pas encore|attends?|attendez|plus tard|je confirme|bonjour|bonsoir|salut)\b/;

/**
 * Reads a delivery address out of one message. With `expected` 'asked', the address was just asked for and less is needed to believe it, except
 * for sentences that are about something else (`aboutOther`).
 */
export function readAddress(message: string, expected: Expectation, aboutOther: (sentence: string) => boolean): AddressReading {
  const raw = withoutDeniedPlace(message.normalize('NFC'));
  // "je prends les 2, plateau rue du commerce": no « Deux Plateaux »
  const sentences = raw
    .split(/(?<=[!?\n])|(?<=\.)\s+|(?<=\b(?:les|ces|toutes|tous) (?:2|deux)),\s*(?=plateau\b)/i)
    .filter((sentence) => sentence.trim() !== '');
  const commune = communeOf(wordsOf(raw));
  for (const [i, sentence] of sentences.entries()) {
    const taken = fromSentence(sentence, expected === 'asked' && aboutOther(sentence) ? 'invited' : expected);
    if (!taken) continue;
    const rest = [...sentences.slice(0, i), taken.rest, ...sentences.slice(i + 1)].join(' ');
    return {
      address: taken.address,
      rest,
      ...(commune ? { commune } : {}),
      ...(taken.vague ? { vague: true } : {}),
      ...(taken.quarter ? { quarter: true } : {}),
    };
  }
  return { rest: withoutPlaces(raw), ...(commune ? { commune } : {}) };
}

interface Taken {
  address: string;
  rest: string;
  vague: boolean;
  quarter: boolean;
}

function fromSentence(sentence: string, expectation: Expectation): Taken | undefined {
  const expected = expectation === 'asked';
  const folded = fold(sentence);
  const landmark = LANDMARK.exec(withoutAgreement(folded));
  const places = findPlaces(wordsOf(sentence));
  const lead = leadOf(
    folded,
    Math.min(places.length > 0 ? firstPlaceAt(sentence, folded, undefined) : Infinity, landmark?.index ?? Infinity),
  );
  // « Quel est le montant total, transport compris, pour Yopougon ? »: no station Total
  if (
    /\b(?:montant|combien|prix|frais|cout|total)\b.*\?/.test(folded) &&
    !/\b(?:habite|je suis|je reste|livre[zr]|adresse)\b/.test(folded)
  )
    return undefined;
  if (
    (QUESTION.test(folded) || / (combien|frais) /.test(plain(sentence))) &&
    !landmark &&
    !/\b(habite|je suis|je reste|adresse)\b/.test(folded)
  )
    return undefined;
  let start: number | undefined;
  if (lead && (places.length > 0 || landmark || expected)) start = lead.index + lead[0].length;
  else if (places.length > 0 && (expectation !== 'no' || landmark || wordsOf(sentence).length > 1))
    start = expected && startsUnknown(sentence, places[0]?.start ?? 0) ? 0 : firstPlaceAt(sentence, folded, landmark?.index);
  else if (landmark && expected) start = 0;
  else if (expected && isPlainAnswer(folded)) start = 0;
  if (start === undefined) return undefined;
  const tail = folded.slice(start);
  const end = start + (AFTER_ADDRESS.exec(tail)?.index ?? tail.length);
  const written = tidy(sentence.slice(start, end));
  const address = withoutMoney(written);
  if (wordsOf(address).length === 0) return undefined;
  // "bon 19000 chacune": what speaks of money and of no place we know is no address
  if (address !== written && places.length === 0 && !landmark) return undefined;
  const named = findPlaces(wordsOf(address));
  if (!expected && named.length === 0 && !landmark) return undefined;
  const finer = wordsOf(address).filter(
    (word, i) => !named.some((place) => i >= place.start && i < place.end) && (!isEveryday(word) || /\d/.test(word)),
  );
  const vague = named.length > 0 && onlyCommunes(named) && finer.length === 0 && !landmark;
  return {
    address,
    // a sum she wrote beside the place is a price she proposes
    rest: [
      sentence.slice(0, lead && start >= lead.index ? Math.min(lead.index, start) : start),
      sentence.slice(end),
      ...bareSumsIn(written),
    ].join(' '),
    vague,
    quarter: !vague && !landmark && isQuarterAlone(wordsOf(address), named, finer),
  };
}

/** "Selmer", "on est à Siporex": a quarter by itself, without its commune. */
const isQuarterAlone = (words: string[], named: Place[], finer: string[]): boolean =>
  named.length === 1 &&
  named.every(({ isCommune }) => !isCommune) &&
  finer.length === 0 &&
  !words.some((word) => /\d/.test(word));

/** "pas Marcory, Yopougon Siporex": the place she denies is not hers. */
function withoutDeniedPlace(text: string): string {
  const denied =
    /^\W*(?:(?:non|nan|pardon)\W+)?(?:c'? ?est |ce n'? ?est |je suis )?(?:pas|plus) (?:a |au )?([a-z-]+)(?: mais|\s*[,;.:]|(?= c'? ?est| c ))\s*(?:mais |c'? ?est |c |plutot |a |au )*/.exec(
      fold(text),
    );
  return denied && findPlaces(wordsOf(denied[1] ?? '')).length > 0 ? text.slice(denied[0].length) : text;
}

/** "près de la pharmacie", "maroc, carrefour zone": a landmark and nothing else, said after the address. */
export function isLandmark(message: string): boolean {
  const folded = fold(message);
  const near = /^\W*(?:(?:c'? ?est|ou) )?(?:vers|devant|au niveau|juste apres|juste avant)\b(?!.*\d ?h)/.test(folded);
  return (LANDMARK.test(folded) || near) && isPlainAnswer(folded) && wordsOf(message).length <= 10;
}

/** "et 2 bissap": one more article, in a few words. */
const ADDS = /^\W*(?:(?:et|avec|plus|aussi|bon|ok)\s+)+(?:\d{1,2}|une?|deux|trois|quatre|du|de la|des)\s+[a-z]+\W*$/;

/** « près du marché »: no « ça marche ». */
const MARKET = /\b(?:du|le|au|grand|petit|nouveau|ancien) (?:\w+ )?marche\b/;

/** « ok ça marche », « feu vert »: she agrees, and names no market and no crossing. Positions stay those of the original. */
const withoutAgreement = (folded: string): string =>
  folded.replace(/\b(?:(?:ca|sa|cela|tout|elle|il) marche|feu vert)\b/g, (said) => '-'.repeat(said.length));

/** A short answer to "what is your address?" that names no place we know and is no question, yes or no. */
function isPlainAnswer(folded: string): boolean {
  const words = wordsOf(folded);
  return (
    words.length >= 1 &&
    words.length <= 14 &&
    !/\?/.test(folded) &&
    !REFUSAL.test(folded) &&
    !/^\W*pas (?!loin|tres loin)/.test(folded) &&
    !ADDS.test(folded) &&
    (MARKET.test(folded) ||
      words.some(
        (word) =>
          word.length > 2 &&
          !isEveryday(word) &&
          !isPacking(word) &&
          colorOf(word) === undefined &&
          numberOf(word) === undefined &&
          !/^\d/.test(word),
      )) &&
    !/\b(combien|prix|veux|prends|taille|pointure|paires?|annul|livreur|reperes?|suffit|offrir|humain|vendeur)\b/.test(folded)
  );
}

/** Without the names of places, whose numbers ("2 plateaux", "zone 4") are neither sizes nor quantities. */
function withoutPlaces(text: string): string {
  const words = wordsOf(text);
  const places = findPlaces(words);
  if (places.length === 0) return text;
  const question = text.includes('?') ? ' ?' : '';
  return words.filter((_, i) => !places.some((place) => i >= place.start && i < place.end)).join(' ') + question;
}
