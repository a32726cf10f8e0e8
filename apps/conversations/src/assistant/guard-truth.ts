import type { AssistantTools, DeliveryFee, Draft, DraftLine, Owed, PlacedOrder, Reply, Turn } from './assistant.js';
import { ordersOf } from './guard-orders.js';
import { askedLines, grantedIn, heldIn, keyOf, pricedInOrder, pricedNow } from './guard-priced-lines.js';
import { groupByProduct, type Product } from './offline/catalogue.js';
import { isOver } from './offline/latest-order.js';
import { findProducts } from './offline/naming.js';
import { fold, wordsOf } from './offline/normalise.js';
import { colorOf } from './offline/lexicon.js';
import { findPlaces } from './offline/places.js';
import { togetherOwed } from './together-owed.js';
import { feeFor } from './proposal.js';

/** What is true at this moment, re-read through the tools and not taken from the reply. */
export interface Truth {
  products: Product[];
  /** Products that her words name. */
  askedAbout: Product[];
  /** The one product whose facts the reply rests on; none when it rests on several. */
  basedOn: Product[];
  /** Lines of the draft before and after the turn, priced now. */
  lines: DraftLine[];
  /** Totals of both drafts, priced now. */
  totals: number[];
  fees: DeliveryFee[];
  /** Where the shop delivers, read when the reply speaks of that. */
  zones: string[];
  /** Hers that may be spoken of, the latest first. */
  orders: PlacedOrder[];
  /** What is paid and left to pay of what a sentence is about, while nothing else is being ordered: of one order, or of all that are open. */
  owed: Owed | undefined;
  /** Prices granted in this sale that the seller's floor allows, by product. */
  granted: Map<string, number[]>;
  /** Numbers the customer or the drafts speak of, by which a unit price may be multiplied. */
  quantities: Set<number>;
  /** Sizes she named, allowed for goods whose sizes the seller did not list. */
  namedSizes: string[];
  /** Colours she named, likewise. */
  namedColors: string[];
}

/** Only then is it worth reading the zones. */
const SPEAKS_OF_DELIVERY = /livr|zone|commune|quartier/;
/** Only then is it worth asking what became of her order. */
const SPEAKS_OF_ORDERS = /commande|cmd|colis|livr|paquet|achat|num|expedi|en route|pay|pai|reste|regl|vers|[0-9]{4}/;

/** So much a reply or a draft can speak of at most. */
const MOST_PRODUCTS = 50;
const MOST_PLACES = 8;

/** Reads what a reply can be checked against: what it, her words and the drafts speak of. */
export async function readTruth(reply: Reply, turn: Turn, tools: AssistantTools): Promise<Truth> {
  const drafts = [
    turn.draft,
    reply.draft,
    ...reply.decisions.flatMap((decision) => ('draft' in decision ? [decision.draft] : [])),
  ];
  const said = turn.inbound.map((utterance) => utterance.text).join('\n');
  const places = new Set([...findPlaces(wordsOf(reply.text)), ...findPlaces(wordsOf(said))].map((place) => place.commune));
  if (reply.fee) places.add(reply.fee.commune);
  // Asked for at once: read together.
  const edits = drafts.flatMap(({ edit }) => edit ?? []);
  const spokenOf = uniqueBy([...[...drafts, ...edits].flatMap(({ lines }) => lines), ...reply.facts], keyOf);
  const [offers, named, zones, orders, ...feesThere] = await Promise.all([
    tools.listCatalogue(),
    tools.offersOf([...new Set(spokenOf.map((one) => one.productId))].slice(0, MOST_PRODUCTS)),
    SPEAKS_OF_DELIVERY.test(fold(reply.text)) ? tools.deliveryZones() : [],
    SPEAKS_OF_ORDERS.test(fold(reply.text)) ? ordersOf(reply, tools) : [],
    ...[...places].slice(0, MOST_PLACES).map((place) => tools.deliveryFee(place)),
  ]);
  for (const one of spokenOf) {
    const offer = named.find((known) => keyOf(known) === keyOf(one));
    if (offer && !offers.some((listed) => keyOf(listed) === keyOf(one))) offers.push(offer);
  }
  const inOrder = drafts.flatMap((draft) =>
    draft.edit ? [draft.edit.lines.flatMap((line) => pricedInOrder(draft, line, heldIn(orders, draft), offers))] : [],
  );
  const priced = [
    ...drafts.flatMap((draft) =>
      [draft.lines, askedLines(draft)].map((of) => of.flatMap((line) => pricedNow(draft, line, offers))),
    ),
    ...inOrder,
  ];
  const fees = feesThere.filter((fee) => fee !== undefined);
  const asked = new Map<string, Promise<DeliveryFee | undefined>>();
  // The drafts of one turn speak of the same address.
  const once = {
    deliveryFee: (place: string) => {
      const known = asked.get(place) ?? tools.deliveryFee(place);
      asked.set(place, known);
      return known;
    },
  };
  for (const draft of drafts) fees.push(...(await known(feeFor(draft, once))));
  const lines = priced.flat();
  const interests = drafts
    .flatMap((draft) => [draft.interest, ...(draft.pending ?? []), draft.hints])
    .filter((item) => item !== undefined);
  const products = groupByProduct(offers);
  const based = products.filter((product) => reply.facts.some((fact) => fact.productId === product.id));
  return {
    products,
    askedAbout: findProducts(wordsOf(said), products).flatMap((mention) => mention.candidates),
    basedOn: based.length === 1 ? based : [],
    lines,
    totals: priced.filter((of) => of.length > 0).map((of) => of.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0)),
    fees,
    zones,
    orders,
    owed: dueOf(orders, drafts),
    granted: grantedIn(drafts, offers, inOrder.flat()),
    quantities: new Set([
      1,
      ...lines.map((line) => line.quantity),
      ...interests.flatMap((item) => item.quantity ?? []),
      ...saidNumbers(said),
    ]),
    namedColors: [
      ...lines.flatMap((line) => line.color ?? []),
      ...interests.flatMap((item) => item.color ?? []),
      ...wordsOf(said).flatMap((word) => colorOf(word) ?? []),
    ],
    namedSizes: [
      ...lines.flatMap((line) => line.size ?? []),
      ...interests.flatMap((item) => item.size ?? []),
      ...wordsOf([...turn.history.filter((past) => past.author === 'customer').map((past) => past.text), said].join('\n')),
    ],
  };
}

/** What is left to pay is said while nothing else is being ordered. */
function dueOf(orders: PlacedOrder[], drafts: Draft[]): Owed | undefined {
  if (drafts.some((draft) => draft.lines.length > 0)) return undefined;
  const open = orders.filter(({ status }) => !isOver(status));
  return open.length > 1 ? togetherOwed(open) : orders[0]?.owed;
}

function saidNumbers(text: string): number[] {
  const words = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
  return wordsOf(text).flatMap((word) =>
    /^\d{1,2}$/.test(word) ? [Number(word)] : words.includes(word) ? [words.indexOf(word) + 1] : [],
  );
}

function uniqueBy<T>(items: T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

async function known<T>(value: Promise<T | undefined>): Promise<T[]> {
  const result = await value;
  return result === undefined ? [] : [result];
}
