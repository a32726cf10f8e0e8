import { DeliveryFee } from '../assistant.js';
import { feeFor } from '../proposal.js';
import { inOneLine, wordsOf } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { communeIn, findPlaces } from './places.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { besideWords } from './words/beside.js';

/** More names than that are not read. */
const MOST_ZONES = 12;

/**
 * Says that nobody delivers to her address, where the seller has said where somebody does and hers is a place we know; once, unless she
 * gives another. True when that was said.
 */
export async function tellUnserved(session: Session): Promise<boolean> {
  const { commune, unserved } = session.draft;
  const address = session.draft.address ?? session.draft.quarter ?? commune;
  if (!address || unserved) return false;
  const place = communeIn(`${commune ?? ''} ${address}`);
  if (!place || (await feeFor(session.draft, session.tools))) return false;
  const zones = await session.tools.deliveryZones();
  if (zones.length === 0) return false;
  // a part of it may be served: the quarter is still to be told
  if (!session.draft.address && !session.draft.quarter && zones.some((zone) => communeIn(zone) === place)) return false;
  if (!session.toldUnserved) session.say(say.notServed(place, zones.slice(0, MOST_ZONES), session.sellerFirstName));
  session.buttons = [
    { id: 'dire:autre adresse', title: 'Autre adresse' },
    { id: 'dire:parler au vendeur', title: 'Parler au vendeur' },
  ];
  session.update({ lastAsked: 'elsewhere' });
  return true;
}

/** « par la gare UTB, c'est possible ? », from where nobody goes: only the shop can say. True when that was all she said. */
export async function asksBeyondZones(session: Session, u: Understanding): Promise<boolean> {
  const { commune } = session.draft;
  const sends = / (possible|expedi\w*|gare|car|cars|utb|transporteur|envoyer|envoyez|envoi|compagnie|colis|livr\w+) /;
  if (!commune || u.address || u.commune || u.intents.has('price') || !(u.asksSomething || / possible /.test(inOneLine(u.words))))
    return false;
  if (!sends.test(inOneLine(u.words)) || (await feeFor(session.draft, session.tools))) return false;
  if ((await session.tools.deliveryZones()).length === 0 || !communeIn(commune)) return false;
  const written = session.turn.inbound.map(({ text }) => text.trim()).join(' ');
  session.withoutYes = true;
  passOnWish(
    session,
    `livraison à ${commune} : « ${written.slice(0, 240)} »`,
    undefined,
    besideWords.beyondZones(commune, session.sellerFirstName),
  );
  return u.mentions.length === 0;
}

/** « vous livrez à l'intérieur du pays ? », « hors d'Abidjan » */
const FAR =
  / (livr\w+|envo\w+|expedi\w+|desserv\w+) (\w+ ){0,4}(interieur|province|provinces|hors (d )?abidjan|(en )?dehors d abidjan|autres villes|toute? (la cote d ivoire|le pays)|partout en cote d ivoire) /;

/** What she asks of the delivery: whether somebody goes there, for how much, and how soon. */
export async function answerDelivery(session: Session, u: Understanding): Promise<void> {
  if (u.commune && !session.draft.commune && !u.address) session.update({ commune: u.commune });
  if ((u.intents.has('zones') || FAR.test(inOneLine(u.words))) && !u.commune) {
    const zones = await session.tools.deliveryZones();
    session.say(zones.length > 0 ? say.zones(zones.slice(0, MOST_ZONES)) : say.feeWhere());
    return;
  }
  const when = u.intents.has('deliveryDelay') && !u.intents.has('status');
  if (!when && !asksFee(session, u)) return;
  const place = placeOf(session, u);
  const fee = place === undefined ? undefined : await session.tools.deliveryFee(place.asked);
  if (fee) tell(session, fee, when, when && !u.intents.has('price'));
  else if (place) await tellNoCourier(session, place.name);
  else if (when) session.say(session.draft.address ? say.delay(session.sellerFirstName) : say.delayWhere());
  else session.say(say.feeWhere());
}

/** Where the seller has said which places are served, hers is not: one sentence, and the choice is hers. */
async function tellNoCourier(session: Session, place: string): Promise<void> {
  const zones = (await session.tools.deliveryZones()).slice(0, MOST_ZONES);
  session.say(
    zones.length > 0 ? say.notServed(place, zones, session.sellerFirstName) : say.feeUnknown(place, session.sellerFirstName),
  );
  session.toldUnserved = zones.length > 0;
}

function tell(session: Session, fee: DeliveryFee, asksWhen: boolean, onlyDelay: boolean): void {
  session.fee = fee;
  if (!onlyDelay) session.say(say.fee(fee));
  if (!onlyDelay && asksWhen && !fee.delay) session.say(say.delay(session.sellerFirstName));
  if (onlyDelay) session.say(fee.delay ? say.arrives(fee.commune, fee.delay) : say.delay(session.sellerFirstName));
}

function asksFee(session: Session, u: Understanding): boolean {
  if (u.address !== undefined && !u.intents.has('price')) return false;
  const onlyAPlace = u.mentions.length === 0 && session.draft.interest === undefined && session.draft.lines.length === 0;
  if (u.commune && (u.asksSomething || onlyAPlace)) return true;
  if (/ (etre|faire) livree?s? /.test(inOneLine(u.words))) return true;
  if (/^ (?:(?:et|la|les|votre|vos|frais|de|prix|pour) )*livraison(?: (?:svp|comment|a domicile))* $/.test(inOneLine(u.words)))
    return true;
  return (
    u.intents.has('delivery') &&
    (u.intents.has('price') || u.commune !== undefined || u.asksSomething || / (frais|gratuite?|cher) /.test(inOneLine(u.words)))
  );
}

/** The place she speaks of, as finely as she named it; the draft's own when she names none. */
function placeOf(session: Session, u: Understanding): { asked: string; name: string } | undefined {
  if (u.commune) {
    const words = wordsOf(session.turn.inbound.map((utterance) => utterance.text).join('\n'));
    const named = findPlaces(words).flatMap((place) => words.slice(place.start, place.end));
    return { asked: `${u.commune} ${named.join(' ')}`, name: u.commune };
  }
  const goods = new Set(session.products.flatMap((product) => product.names.flat()));
  const unknown = afterPreposition(u.words.filter((word) => !goods.has(word)));
  if (unknown) return { asked: unknown, name: capital(unknown) };
  const { address, commune } = session.draft;
  const known = [commune, address].filter(Boolean).join(' ');
  return known === '' ? undefined : { asked: known, name: commune ?? findPlaces(known.split(' '))[0]?.commune ?? known };
}

const NO_PLACE = new Set(
  'combien domicile moi la le les l quel quelle vous demain midi partir cause aujourd ce cette mon ma domicile part livraison temps'.split(
    ' ',
  ),
);

/** "livraison à Toumodi c'est combien": a place we do not know by name is the word after the preposition. */
function afterPreposition(words: string[]): string | undefined {
  const at = words.findIndex(
    (word, i) =>
      ['a', 'au', 'vers', 'sur', 'pour', 'jusqu'].includes(word) &&
      /livr|transport|frais|expedi|envo/.test(words.slice(0, i).join(' ')),
  );
  const word = at >= 0 ? words[at + 1] : undefined;
  return word && word.length > 2 && !/^\d/.test(word) && !NO_PLACE.has(word) ? word : undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
