import { draftTotal } from '../draft.js';
import { bargain } from './bargain.js';
import { productTalkedAbout } from './talked-about.js';
import { show, showCatalogue, tellVariants } from './browse.js';
import { colorsOf, Product, sizesInStock } from './catalogue.js';
import { tellsDeliveredSum } from './delivered-sum.js';
import { answerDelivery } from './delivery.js';
import { tellLocation } from './fetching.js';
import { inOneLine } from './normalise.js';
import { firstName, isEvening } from './people.js';
import { tellPayment } from './payment-told.js';
import { sendPhoto } from './photos.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Opens with a greeting when she greets, or when this is the first word said to her. */
export function greet(session: Session, u: Understanding): void {
  const { history, customer, shop, now } = session.turn;
  const known = history.some((utterance) => utterance.author !== 'customer');
  if (known && !u.intents.has('greeting') && !u.intents.has('wellbeing')) return;
  const evening = u.words.includes('bonsoir') || (!u.words.includes('bonjour') && isEvening(now, shop.timeZone));
  if (known) {
    if (u.intents.has('greeting')) session.say(session.tone.greetingAgain(evening, firstName(customer.name)));
  } else session.say(session.tone.greeting(evening, firstName(customer.name), shop.name, session.turn.voice?.name));
  if (u.intents.has('wellbeing')) session.say(say.fine());
}

/** "vous avez quelles couleurs ?", "y a d'autres pointures ?" of what is being talked about. True when that answers her. */
export function answerVariants(session: Session, u: Understanding): boolean {
  const product = productTalkedAbout(session, u) ?? theOnlyShown(session);
  const { sizes, colors } = u.slots;
  const says =
    sizes.length > 0 || colors.length > 0 || u.address !== undefined || u.mentions.some(({ slots }) => slots.sizes.length > 0);
  if (product && asksColor(u) && colorsOf(product.offers).length === 0) {
    session.cite(...product.offers);
    session.say(say.noColorChoice(product.name));
    return true;
  }
  const [color, ...others] = colors;
  // "c'est quoi les tailles en noir ?"
  if (product && color && others.length === 0 && sizes.length === 0 && u.intents.has('sizesThere') && !u.address)
    return tellVariants(session, product, 'sizes', color);
  if (!product || says || u.intents.has('want')) return false;
  if (tellsEndOfSizes(session, product, u)) return true;
  const told = (['sizes', 'colors'] as const).filter(
    (asked) => u.intents.has(`${asked}There`) && tellVariants(session, product, asked),
  );
  return told.length > 0;
}

/** « c'est quoi la plus petite pointure ? » */
function tellsEndOfSizes(session: Session, product: Product, u: Understanding): boolean {
  const end = / plus (petit|grand)e?s? (taille|pointure|numero)s? | (?:et|c est quoi) (?:la|le) plus (petit|grand)e? $/.exec(
    inOneLine(u.words),
  );
  const sizes = sizesInStock(product);
  if (!end || sizes.length < 2) return false;
  const small = (end[1] ?? end[3]) === 'petit';
  session.cite(...product.offers);
  session.say(say.endOfSizes(product.name, small ? 'petite' : 'grande', sizes.at(small ? 0 : -1)!));
  return true;
}

/** "vous avez d'autres couleurs ?", "noir ou blanc ?" */
const asksColor = (u: Understanding): boolean =>
  u.intents.has('colorsThere') || (u.slots.colors.length > 1 && / ou /.test(inOneLine(u.words)));

function theOnlyShown(session: Session): Product | undefined {
  const [only, ...others] = session.draft.shown ?? [];
  return only !== undefined && others.length === 0 ? session.product(only) : undefined;
}

/** Answers what she asks beside ordering; several questions in one burst get several answers. */
export async function answerQuestions(session: Session, u: Understanding): Promise<void> {
  const { turn } = session;
  const seller = turn.shop.sellerFirstName;
  if (u.intents.has('hours')) tellHours(session);
  if (u.intents.has('location')) tellLocation(session);
  if (u.intents.has('trust')) session.say(say.trust());
  else if (u.intents.has('payment')) tellPayment(session);
  if (u.intents.has('robot')) session.say(say.robot(turn.shop.name, seller, turn.voice?.name));
  if (u.intents.has('authentic')) session.say(say.authentic(seller));
  if (u.intents.has('detail') && (session.draft.interest ?? session.draft.lines[0])) session.say(say.noDetail(seller));
  if (u.intents.has('photo')) await sendPhoto(session, u);
  if (u.intents.has('delivery') && u.intents.has('bargain') && u.mentions.length === 0 && u.amounts.length === 0)
    session.say(say.feeIsFixed());
  else bargain(session, u);
  const onlyThanks = [...u.intents].every((intent) => intent === 'thanks') && u.intents.size > 0;
  if (onlyThanks && session.draft.interest && session.draft.lastAsked === 'offer') session.say(session.tone.welcome());
  tellForSeveral(session, u);
  const { lines, interest, recapNonce } = session.draft;
  const total = / (total|en tout) /.test(inOneLine(u.words));
  const sum =
    (u.intents.has('price') || total) && !u.intents.has('bargain') && !u.intents.has('delivery') && u.mentions.length === 0;
  if (sum && lines.length > 0 && (!interest || total) && !recapNonce)
    session.say(say.total(draftTotal(session.draft), undefined));
  if (!session.toldSum && !(await tellsDeliveredSum(session, u))) await answerDelivery(session, u);
}

/** "combien coûtent 3 air max ?", whatever their size: three times the price, where it is one. */
function tellForSeveral(session: Session, u: Understanding): void {
  const { interest } = session.draft;
  const product = interest && session.product(interest.productId);
  if (!product || interest.size || !u.intents.has('price') || u.intents.has('bargain')) return;
  const there = product.offers.filter((offer) => offer.available > 0);
  const prices = new Set(there.map((offer) => session.priced(offer).unitPrice));
  const [price] = prices;
  const left = there.reduce((sum, offer) => sum + offer.available, 0);
  const { quantity = 1 } = interest;
  if (quantity < 2 || quantity > left || prices.size !== 1 || price === undefined || there.length < 2) return;
  session.cite(...product.offers);
  session.say(say.priceOfSeveral(product.name, quantity, price));
}

function tellHours(session: Session): void {
  const { openingHours, opens } = session.turn.shop;
  // the slots are kept by the shop's clock: what is written of them may be older
  if (opens) session.say(say.closedNow(session.when(opens)));
  else session.say(openingHours ? say.hours(openingHours) : say.hoursUnknown(session.sellerFirstName));
}

/** What she can have for the money she names when no product is being talked about. */
export async function showWithin(session: Session, budget: number): Promise<void> {
  const fits = (price: number) => price <= budget;
  const products = (await session.catalogue())
    .map((product) => ({ ...product, offers: product.offers.filter((offer) => fits(offer.unitPrice) && offer.available > 0) }))
    .filter((product) => product.offers.length > 0)
    .sort((x, y) => (y.offers[0]?.unitPrice ?? 0) - (x.offers[0]?.unitPrice ?? 0))
    .slice(0, 6);
  if (products.length > 0) show(session, products, say.within(products));
  else await showCatalogue(session);
}
