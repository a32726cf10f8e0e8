import { bareSumsIn, withoutMoney } from './address-money.js';
import { isEveryday } from './everyday.js';
import { colorOf, numberOf } from './lexicon.js';
import { findPlaces } from './places.js';
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
  /** What is left of the message once the address is taken out, so that a villa's number is not read as a quantity. */
  rest: string;
}

const LANDMARK =
  /\b(villa|rue|avenue|boulevard|carrefour|pharmacie|derriere|en face|a cote|pres d|non loin|cite|immeuble|residence|lots?|ilot|\d+\s?(?:eme|e) tranche|tranche|quartier|marche|ecole|lycee|college|eglise|temple|mosquee|station|terminus|portail|appartement|appart|apt|bloc|rond[ -]point|supermarche|hopital|clinique|maquis|boulangerie|commissariat|universite|campus|gare|pont|chateau|antenne|feux?|rez de chaussee|etage|phase|opera|sococe|total|shell|petro ivoire)\b/;
const LEAD =
  /\b(?:(?:voici |voila )?(?:mon |l')?adresse(?: de livraison)?(?: c'?est| est|,)?\s*:?|livr(?:ez|er|aison|es?|e)[ -]?(?:moi|la|le|les|nous|ca|cela)?\s*(?:a|au|aux|sur|dans|vers|chez moi a)\b(?! (?:combien|domicile|moi))|(?:j'?\s?|je )habite\s*(?:a|au|aux|vers|sur|dans)?\b|(?:je suis|jsuis|chui|chuis|je reste|je vis|je loge|je me trouve|on est|on reste)\s+(?:a|au|aux|vers|sur|dans|derriere)\b|c'?\s?est (?:a|au)\b(?! combien)|envoyez[ -]?(?:moi|la|le|les)? (?:ca )?(?:a|au)\b)\s*:?\s*/;
const AFTER_ADDRESS =
  /(?:[,;.]?\s+(?:et\s+)?(?:je (?:veux|voudrais|prends|vais|confirme|peux)|j'?aimerais|mon (?:numero|contact|tel)|appelez|vous (?:pouvez|livrez)|on peut|c'?est combien|combien|la livraison|merci|svp|stp|s'il (?:vous|te) plait|pour (?:la|les|le|une|un|deux|\d)|tel\b|contact\b|demain|aujourd)|[,;]?\s*$)/;
const QUESTION =
  /\?|\b(combien|frais|livrez[ -]vous|vous livrez|livraison (?:a|au|pour|vers|sur) [a-z -]+$|quand|delai|il y a (?:la )?livraison)\b/;
const REFUSAL =
  /^\W*(oui|non|ok|merci|d'?accord|annule|annuler|annulez|pas encore|attends?|attendez|plus tard|je confirme|bonjour|bonsoir|salut)\b/;

/**
 * Reads a delivery address out of one message. With `expected` 'asked', the address was just asked for and less is needed to believe it, except
 * for sentences that are about something else (`aboutOther`).
 */
export function readAddress(message: string, expected: Expectation, aboutOther: (sentence: string) => boolean): AddressReading {
  const raw = message.normalize('NFC');
  const sentences = raw.split(/(?<=[!?\n])|(?<=\.)\s+/).filter((sentence) => sentence.trim() !== '');
  const commune = findPlaces(wordsOf(raw))[0]?.commune;
  for (const [i, sentence] of sentences.entries()) {
    const taken = fromSentence(sentence, expected === 'asked' && aboutOther(sentence) ? 'invited' : expected);
    if (!taken) continue;
    const rest = [...sentences.slice(0, i), taken.rest, ...sentences.slice(i + 1)].join(' ');
    return { address: taken.address, rest, ...(commune ? { commune } : {}), ...(taken.vague ? { vague: true } : {}) };
  }
  return { rest: withoutPlaces(raw), ...(commune ? { commune } : {}) };
}

function fromSentence(sentence: string, expectation: Expectation): { address: string; rest: string; vague: boolean } | undefined {
  const expected = expectation === 'asked';
  const folded = fold(sentence);
  const landmark = LANDMARK.exec(folded);
  const places = findPlaces(wordsOf(sentence));
  const lead = leadOf(
    folded,
    Math.min(places.length > 0 ? firstPlaceAt(sentence, folded, undefined) : Infinity, landmark?.index ?? Infinity),
  );
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
  const named = findPlaces(wordsOf(address));
  if (!expected && named.length === 0 && !landmark) return undefined;
  const finer = wordsOf(address).filter(
    (word, i) => !named.some((place) => i >= place.start && i < place.end) && (!isEveryday(word) || /\d/.test(word)),
  );
  const vague = named.length > 0 && named.every((place) => place.isCommune) && finer.length === 0 && !landmark;
  return {
    address,
    // a sum she wrote beside the place is a price she proposes
    rest: [
      sentence.slice(0, lead && start >= lead.index ? Math.min(lead.index, start) : start),
      sentence.slice(end),
      ...bareSumsIn(written),
    ].join(' '),
    vague,
  };
}

/** What introduces the address: the last such words before its first place ("changez l'adresse, livrez à Marcory"). */
function leadOf(folded: string, placeAt: number): RegExpExecArray | undefined {
  const leads = [...folded.matchAll(new RegExp(LEAD.source, 'g'))];
  return leads.filter((lead) => lead.index + lead[0].length <= placeAt).at(-1) ?? leads[0];
}

/** Words before the place that are no everyday French belong to the address ("Kokodi Angré", "Faya cité Génie"). */
function startsUnknown(sentence: string, placeStart: number): boolean {
  const before = wordsOf(sentence).slice(0, placeStart);
  return before.length > 0 && before.every((word) => !isEveryday(word) && !/^\d/.test(word));
}

/** Where the address begins when nothing introduces it: at the place, or at the landmark when that comes first ("Villa 12, Cocody"). */
function firstPlaceAt(sentence: string, folded: string, landmark: number | undefined): number {
  const pieces = [...folded.matchAll(/[a-z0-9-]+/g)];
  let at = 0;
  for (const piece of pieces) {
    const upTo = wordsOf(sentence.slice(piece.index));
    if (findPlaces(upTo)[0]?.start === 0) {
      at = piece.index;
      break;
    }
  }
  const between = landmark === undefined || landmark >= at ? [] : wordsOf(sentence.slice(landmark, at));
  const near = between.length > 0 && between.length <= 4;
  return landmark !== undefined && landmark < at && (near || /^\W*$|,\s*$|\b(a|au|aux)\s*$/.test(folded.slice(0, landmark)))
    ? landmark
    : at;
}

/** "près de la pharmacie", "maroc, carrefour zone": a landmark and nothing else, said after the address. */
export function isLandmark(message: string): boolean {
  const folded = fold(message);
  return LANDMARK.test(folded) && isPlainAnswer(folded) && wordsOf(message).length <= 10;
}

/** A short answer to "what is your address?" that names no place we know and is no question, yes or no. */
function isPlainAnswer(folded: string): boolean {
  const words = wordsOf(folded);
  return (
    words.length >= 1 &&
    words.length <= 14 &&
    !/\?/.test(folded) &&
    !REFUSAL.test(folded) &&
    words.some(
      (word) =>
        word.length > 2 && !isEveryday(word) && colorOf(word) === undefined && numberOf(word) === undefined && !/^\d/.test(word),
    ) &&
    !/\b(combien|prix|veux|prends|taille|pointure|paires?|annul|livreur|humain|vendeur)\b/.test(folded)
  );
}

/** Words that only carry the sentence ("Marcory alors", "bon, Marcory plutôt"): at the edges of a clause they are no part of the place. */
const CARRYING = 'alors|donc|du coup|plut[oô]t|finalement|en fait|dans ce cas|hein|d[eè]h|quoi|bref|voil[aà]|ok|okay';
const LEADING = new RegExp(String.raw`^(?:(?:${CARRYING}|bon|oui|non|mais|et bien|eh bien)(?![\p{L}\p{N}'’-])\s*)+`, 'iu');
const TRAILING = new RegExp(String.raw`(?:\s+(?:${CARRYING}))+$`, 'iu');

function tidy(address: string): string {
  const clauses = address
    .replace(/\s+/g, ' ')
    .split(',')
    .map((clause) => clause.trim().replace(LEADING, '').replace(TRAILING, ''));
  return clauses
    .filter((clause) => clause !== '')
    .join(', ')
    .replace(/^[\s,;:.-]+|[\s,;:.!-]+$/g, '');
}

/** Without the names of places, whose numbers ("2 plateaux", "zone 4") are neither sizes nor quantities. */
function withoutPlaces(text: string): string {
  const words = wordsOf(text);
  const places = findPlaces(words);
  if (places.length === 0) return text;
  const question = text.includes('?') ? ' ?' : '';
  return words.filter((_, i) => !places.some((place) => i >= place.start && i < place.end)).join(' ') + question;
}
