import { AssistantTools, DeliveryFee, Draft, DraftLine, Offer, Reply, Turn } from './assistant.js';
import { groupByProduct, Product } from './offline/catalogue.js';
import { wordsOf } from './offline/normalise.js';
import { findPlaces } from './offline/places.js';
import { feeFor } from './proposal.js';

/** What is true at this moment, re-read through the tools and not taken from the reply. */
export interface Truth {
  products: Product[];
  /** Lines of the draft before and after the turn, priced now. */
  lines: DraftLine[];
  /** Totals of both drafts, priced now. */
  totals: number[];
  fees: DeliveryFee[];
  orderNumber: string | undefined;
  /** Numbers the customer or the drafts speak of, by which a unit price may be multiplied. */
  quantities: Set<number>;
  /** Sizes she named, allowed for goods whose sizes the seller did not list. */
  namedSizes: string[];
}

export async function readTruth(reply: Reply, turn: Turn, tools: AssistantTools): Promise<Truth> {
  const offers = await tools.listCatalogue();
  const drafts = [
    turn.draft,
    reply.draft,
    ...reply.decisions.flatMap((decision) => ('draft' in decision ? [decision.draft] : [])),
  ];
  const wanted = [...drafts.flatMap((draft) => draft.lines), ...reply.facts].filter(
    (item) => !offers.some((offer) => offer.productId === item.productId && offer.variantId === item.variantId),
  );
  for (const item of uniqueBy(wanted, (one) => `${one.productId}/${one.variantId ?? ''}`).slice(0, 50)) {
    const offer = await tools.checkStock(item.productId, item.variantId);
    if (offer) offers.push(offer);
  }
  const priced = drafts.map((draft) => draft.lines.flatMap((line) => pricedNow(line, offers)));
  const fees: DeliveryFee[] = [];
  const places = new Set(
    [...findPlaces(wordsOf(reply.text)), ...findPlaces(wordsOf(turn.inbound.map((said) => said.text).join('\n')))].map(
      (place) => place.commune,
    ),
  );
  if (reply.fee) places.add(reply.fee.commune);
  for (const place of [...places].slice(0, 8)) fees.push(...(await known(tools.deliveryFee(place))));
  for (const draft of drafts) fees.push(...(await known(feeFor(draft, tools))));
  const said = turn.inbound.map((utterance) => utterance.text).join('\n');
  const lines = priced.flat();
  const interests = drafts
    .flatMap((draft) => [draft.interest, ...(draft.pending ?? []), draft.hints])
    .filter((item) => item !== undefined);
  return {
    products: groupByProduct(offers),
    lines,
    totals: priced.filter((of) => of.length > 0).map((of) => of.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0)),
    fees,
    orderNumber: (await tools.orderStatus())?.number.toUpperCase(),
    quantities: new Set([
      1,
      ...lines.map((line) => line.quantity),
      ...interests.flatMap((item) => item.quantity ?? []),
      ...saidNumbers(said),
    ]),
    namedSizes: [
      ...lines.flatMap((line) => line.size ?? []),
      ...interests.flatMap((item) => item.size ?? []),
      ...wordsOf([...turn.history.filter((past) => past.author === 'customer').map((past) => past.text), said].join('\n')),
    ],
  };
}

/** Her address is hers: its numbers and names are not the shop's claims. */
export function withoutHerWords(text: string, ...drafts: Draft[]): string {
  return drafts.reduce((left, draft) => {
    const address = legible(draft.address ?? '');
    return address.length > 2 ? left.replaceAll(address, ' ') : left;
  }, text);
}

/** One spelling for what looks alike: wide digits are digits, and characters nobody sees are gone. */
export function legible(text: string): string {
  return text.normalize('NFKC').replace(/\p{Cf}/gu, '');
}

/** Product names with figures in them ("Yeezy 700") are no amounts. */
export function withoutNames(segment: string, truth: Truth): string {
  return truth.products.reduce(
    (left, product) => (/\d/.test(product.name) ? left.replaceAll(product.folded, '§'.repeat(product.name.length)) : left),
    segment,
  );
}

function pricedNow(line: DraftLine, offers: Offer[]): DraftLine[] {
  const offer = offers.find((known) => known.productId === line.productId && known.variantId === line.variantId);
  return offer ? [{ ...line, unitPrice: offer.unitPrice }] : [];
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
