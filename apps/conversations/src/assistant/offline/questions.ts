import { findPlaces } from './places.js';
import { firstName, isEvening } from './people.js';
import { inStock, Product } from './catalogue.js';
import { priceOf, say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Opens with a greeting when she greets, or when this is the first word said to her. */
export function greet(session: Session, u: Understanding): void {
  const { history, customer, shop, now } = session.turn;
  const known = history.some((utterance) => utterance.author !== 'customer');
  if (known && !u.intents.has('greeting') && !u.intents.has('wellbeing')) return;
  const evening = u.words.includes('bonsoir') || (!u.words.includes('bonjour') && isEvening(now));
  if (known) {
    if (u.intents.has('greeting')) session.say(session.tone.greetingAgain(evening, firstName(customer.name)));
  } else session.say(session.tone.greeting(evening, firstName(customer.name), shop.name, session.turn.voice?.name));
  if (u.intents.has('wellbeing')) session.say(say.fine());
}

/** Answers what she asks beside ordering; several questions in one burst get several answers. */
export async function answerQuestions(session: Session, u: Understanding): Promise<void> {
  const { turn } = session;
  const seller = turn.shop.sellerFirstName;
  if (u.intents.has('hours')) session.say(turn.shop.openingHours ? say.hours(turn.shop.openingHours) : say.hoursUnknown(seller));
  if (u.intents.has('location')) session.say(say.location(turn.shop.name, seller));
  if (u.intents.has('trust')) session.say(say.trust());
  else if (u.intents.has('payment')) session.say(say.payment());
  if (u.intents.has('robot')) session.say(say.robot(turn.shop.name, seller, turn.voice?.name));
  if (u.intents.has('photo')) session.say(say.noPhotos(seller));
  if (u.intents.has('bargain')) bargain(session, u);
  else herPrice(session, u);
  const onlyThanks = [...u.intents].every((intent) => intent === 'thanks') && u.intents.size > 0;
  if (onlyThanks && session.draft.interest && session.draft.lastAsked === 'offer') session.say(session.tone.welcome());
  if (u.commune && !session.draft.commune && !u.address) session.update({ commune: u.commune });
  if (u.intents.has('deliveryDelay') && !u.intents.has('status')) session.say(say.delay(seller));
  else if (asksFee(session, u)) await deliveryFee(session, u);
}

function asksFee(session: Session, u: Understanding): boolean {
  if (u.address !== undefined && !u.intents.has('price')) return false;
  const onlyAPlace = u.mentions.length === 0 && session.draft.interest === undefined && session.draft.lines.length === 0;
  if (u.commune && (u.asksSomething || onlyAPlace)) return true;
  return (
    u.intents.has('delivery') &&
    (u.intents.has('price') ||
      u.commune !== undefined ||
      u.asksSomething ||
      /\b(frais|gratuit|gratuite)\b/.test(u.words.join(' ')))
  );
}

/** The fee from the couriers' zones; unknown places are said to be unknown, never guessed. */
async function deliveryFee(session: Session, u: Understanding): Promise<void> {
  const place = u.commune ?? findPlaces(u.words)[0]?.commune ?? session.draft.commune;
  const asked = place ?? afterPreposition(u.words);
  if (!asked) {
    session.say(say.feeWhere());
    return;
  }
  const fee = await session.tools.deliveryFee(asked);
  if (fee) {
    session.fee = fee;
    session.say(say.fee(fee.commune, fee.fee));
  } else session.say(place ? say.feeUnknown(place, session.sellerFirstName) : say.feeWhere());
  if (place && !session.draft.commune) session.update({ commune: place });
}

/** "livraison à Toumodi c'est combien": a place we do not know by name is the word after the preposition. */
function afterPreposition(words: string[]): string | undefined {
  const at = words.findIndex(
    (word, i) =>
      ['a', 'au', 'vers', 'sur', 'pour'].includes(word) && /livr|transport|frais|expedi/.test(words.slice(0, i).join(' ')),
  );
  const word = at >= 0 ? words[at + 1] : undefined;
  return word && !['combien', 'domicile', 'moi', 'la', 'le', 'les'].includes(word) ? word : undefined;
}

/** A price she names herself is answered with the true one, so that nobody believes it was agreed. */
function herPrice(session: Session, u: Understanding): void {
  const named = u.words.filter((word) => /^\d{4,6}$/.test(word)).map(Number);
  const product = productTalkedAbout(session, u);
  if (!product || named.length === 0 || product.offers.some((offer) => named.every((amount) => amount % offer.unitPrice === 0)))
    return;
  session.cite(...product.offers);
  session.say(say.priceIs(product.name, priceOf(product.offers)));
}

function productTalkedAbout(session: Session, u: Understanding): Product | undefined {
  const id = u.mentions[0]?.candidates[0]?.id ?? session.draft.interest?.productId ?? session.draft.lines.at(-1)?.productId;
  return id === undefined ? undefined : session.product(id);
}

function bargain(session: Session, u: Understanding): void {
  const product = productTalkedAbout(session, u);
  if (!product) session.say(say.bargainInGeneral());
  else {
    session.cite(...product.offers);
    session.say(say.bargain(product.name, priceOf(product.offers)));
  }
}

/** Shows the shop; at most ten products, those in stock first. */
export function showCatalogue(session: Session, introduction?: (products: Product[]) => string): void {
  const shown = [...session.products.filter(inStock), ...session.products.filter((product) => !inStock(product))].slice(0, 10);
  session.cite(...shown.flatMap((product) => product.offers));
  session.say((introduction ?? say.catalogue)(shown));
  session.update({ lastAsked: 'product', shown: shown.map((product) => product.id) });
}
