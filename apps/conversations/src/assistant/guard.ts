import { AssistantTools, DeliveryFee, Draft, DraftLine, Offer, Reply, Turn } from './assistant.js';
import { customerConfirms } from './confirmation.js';
import {
  AVAILABLE,
  amountsIn,
  linksIn,
  localDigits,
  NEGATED,
  NOT_THERE,
  orderNumbersIn,
  phonesIn,
  promisesDiscount,
  segments,
  sizesIn,
  SOLD_OUT,
} from './guard-claims.js';
import { colorsOf, findProducts, groupByProduct, Product, sameColor, sameSize, sizesOf } from './offline/catalogue.js';
import { colorOf } from './offline/lexicon.js';
import { fold, wordsOf } from './offline/normalise.js';
import { findPlaces } from './offline/places.js';
import { feeFor } from './proposal.js';

export type Verdict = { ok: true } | { ok: false; problems: string[] };

/** What is true at this moment, re-read through the tools and not taken from the reply. */
interface Truth {
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

/**
 * Checks a reply of either engine before it leaves. Every amount must be a unit price, a line, a total, a fee or the sum to pay of exactly
 * the goods it is said about; what is said to be available must be; links, phone numbers, order numbers and discounts nobody gave are
 * refused; and a confirmation must be the customer's own.
 */
export async function check(reply: Reply, turn: Turn, tools: AssistantTools): Promise<Verdict> {
  const truth = await readTruth(reply, turn, tools);
  const text = withoutHerWords(legible(reply.text), reply.draft, turn.draft);
  const problems = [
    ...strangers(text, reply, turn, truth),
    ...goodsClaims(text, truth),
    ...decisionProblems(reply, turn, truth),
    ...factProblems(reply, truth),
  ];
  if (reply.text.trim() === '') problems.push('réponse vide');
  if (reply.text.length > 4096) problems.push('réponse trop longue pour WhatsApp');
  return problems.length === 0 ? { ok: true } : { ok: false, problems: [...new Set(problems)] };
}

async function readTruth(reply: Reply, turn: Turn, tools: AssistantTools): Promise<Truth> {
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

/** What comes from nowhere: links, phones, order numbers, discounts, orders said to be confirmed. */
function strangers(text: string, reply: Reply, turn: Turn, truth: Truth): string[] {
  const problems = linksIn(text).map((link) => `lien inconnu : ${link}`);
  const ours = [
    turn.customer.phone,
    turn.draft.phone,
    reply.draft.phone,
    ...reply.decisions.map((decision) => ('draft' in decision ? decision.draft.phone : undefined)),
  ]
    .filter((phone) => phone !== undefined)
    .map(localDigits);
  problems.push(
    ...phonesIn(text)
      .filter((phone) => !ours.includes(phone))
      .map((phone) => `numéro de téléphone inconnu : ${phone}`),
  );
  problems.push(
    ...orderNumbersIn(text)
      .filter((number) => number !== truth.orderNumber)
      .map((number) => `numéro de commande inconnu : ${number}`),
  );
  for (const segment of segments(text)) {
    const free = truth.fees.some((fee) => fee.fee === 0) && /livraison/.test(segment);
    if (promisesDiscount(withoutNames(segment, truth)) && !free)
      problems.push(`remise ou cadeau que personne n'a accordé : ${segment}`);
    const confirmed = /\bcommande\b[^,]*\b(est|a ete|bien)\b[^,]*\b(confirmee|enregistree|validee|expediee|en route)\b/.test(
      segment,
    );
    if (confirmed && !NEGATED.test(segment) && !/\bdes qu/.test(segment) && !truth.orderNumber)
      problems.push("commande dite confirmée alors qu'aucune n'est enregistrée");
  }
  return problems;
}

/** Prices, totals, sizes and stock, each against the product its sentence is about. */
function goodsClaims(text: string, truth: Truth): string[] {
  const problems: string[] = [];
  let about: Product[] = [];
  for (const segment of segments(withoutNumbers(text))) {
    if (/\b(total|livraison|a payer|a regler|recapitulatif)\b/.test(segment) && namedIn(segment, truth).length === 0) about = [];
    // « la Nike à X et la Puma à Y », or « X pour la Nike et Y pour la Puma »: one of the two readings must hold
    const readings = [cutBeforeNames(segment, truth), cutAfterNames(segment, truth)].map((pieces) =>
      piecesProblems(pieces, about, truth),
    );
    problems.push(...(readings.find((found) => found.length === 0) ?? readings[0] ?? []));
    const named = namedIn(segment, truth);
    if (named.length > 0) about = named;
  }
  return problems;
}

function piecesProblems(pieces: string[], before: Product[], truth: Truth): string[] {
  let about = before;
  return pieces.flatMap((piece) => {
    const named = namedIn(piece, truth);
    if (named.length > 0) about = named;
    const drafted = truth.products.filter((product) => truth.lines.some((line) => line.productId === product.id));
    const prices = priceProblems(piece, about.length > 0 ? about : drafted, truth);
    return about.length > 0 ? [...prices, ...stockProblems(piece, about, truth)] : prices;
  });
}

function namedIn(text: string, truth: Truth): Product[] {
  return findProducts(wordsOf(text), truth.products).flatMap((mention) => mention.candidates);
}

/** Cuts a sentence that names several products, so that each piece begins with one (what comes before the first stays with it). */
function cutBeforeNames(segment: string, truth: Truth): string[] {
  const cuts = nameSpans(segment, truth).slice(1);
  return cutAt(
    segment,
    cuts.map((span) => span.start),
  );
}

function cutAfterNames(segment: string, truth: Truth): string[] {
  const cuts = nameSpans(segment, truth).slice(0, -1);
  return cutAt(
    segment,
    cuts.map((span) => span.end),
  );
}

function cutAt(text: string, cuts: number[]): string[] {
  return [0, ...cuts].map((from, i) => text.slice(from, cuts[i]));
}

/** Where products are named: by their whole name or by a word of it that nothing else in the catalogue has. */
function nameSpans(segment: string, truth: Truth): { start: number; end: number }[] {
  const spans = truth.products.flatMap((product) => {
    const whole = fold(product.name);
    const at = segment.indexOf(whole);
    if (at >= 0) return [{ start: at, end: at + whole.length }];
    const word = wordsOf(product.name).find((part) => part.length > 3 && new RegExp(`\\b${part}\\b`).test(segment));
    return word ? [{ start: segment.indexOf(word), end: segment.indexOf(word) + word.length }] : [];
  });
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((span, i) => !sorted.slice(0, i).some((earlier) => earlier.end > span.start));
}

function priceProblems(segment: string, subjects: Product[], truth: Truth): string[] {
  const claims = amountsIn(withoutNames(segment, truth));
  const named = findPlaces(wordsOf(segment)).map((place) => fold(place.commune));
  return claims.flatMap(({ amount, index }) => {
    const before = segmentBefore(withoutNames(segment, truth), index);
    const fees = truth.fees.filter((fee) => named.length === 0 || named.includes(fold(fee.commune))).map((fee) => fee.fee);
    const payable = truth.totals.flatMap((total) => fees.map((fee) => total + fee));
    let allowed: number[];
    if (/\b(payer|regler|verser|remettre|tout compris|livraison comprise|livraison incluse)\b/.test(before)) allowed = payable;
    else if (/\btotal\b(?! des articles)|\ben tout\b/.test(before)) allowed = [...truth.totals, ...payable];
    else if (/\btotal des articles\b/.test(before)) allowed = truth.totals;
    else if (/\b(livraison|frais|transport|deplacement|livrer|livreur)\b/.test(before)) allowed = fees;
    else allowed = unitAmounts(segment, subjects, truth);
    return allowed.includes(amount) ? [] : [`montant faux : ${amount} dans « ${segment} »`];
  });
}

/** What the goods a sentence is about may cost: their price now, for one or for the number asked. */
function unitAmounts(segment: string, subjects: Product[], truth: Truth): number[] {
  const sizes = sizesIn(segment);
  return subjects.flatMap((product) => {
    const fitting = product.offers.filter(
      (offer) => sizes.length === 0 || !offer.size || sizes.some((size) => sameSize(size, offer.size)),
    );
    return fitting.flatMap((offer) => [...truth.quantities].map((quantity) => offer.unitPrice * quantity));
  });
}

function stockProblems(segment: string, about: Product[], truth: Truth): string[] {
  const sizes = sizesIn(segment);
  const soldOut = SOLD_OUT.test(segment);
  const negative = NOT_THERE.test(segment);
  return about.flatMap((product) => {
    const known = sizesOf(product);
    const unknown = sizes.filter((size) =>
      known.length > 0 ? !known.some((other) => sameSize(other, size)) : !truth.namedSizes.some((said) => sameSize(said, size)),
    );
    if (unknown.length > 0 && !negative) return [`taille que ${product.name} n'a pas : ${unknown.join(', ')}`];
    const colors = colorsOf(product.offers);
    const foreign = [...new Set(wordsOf(segment).flatMap((word) => colorOf(word) ?? []))].filter(
      (color) => !colors.some((other) => sameColor(other, color)),
    );
    if (colors.length > 0 && foreign.length > 0 && !negative)
      return [`couleur que ${product.name} n'a pas : ${foreign.join(', ')}`];
    const fitting =
      sizes.length > 0 && known.length > 0
        ? product.offers.filter((offer) => sizes.some((size) => sameSize(size, offer.size)))
        : product.offers;
    const everySize =
      sizes.length > 0 && known.length > 0
        ? sizes.every((size) => fitting.some((offer) => sameSize(offer.size, size) && offer.available > 0))
        : fitting.some((offer) => offer.available > 0);
    if (soldOut && fitting.some((offer) => offer.available > 0)) return [`${product.name} dit épuisé alors qu'il en reste`];
    if (!negative && !everySize && (AVAILABLE.test(segment) || sizes.length > 0))
      return [`${product.name} dit disponible alors qu'il n'y en a plus`];
    return stockNumberProblems(segment, fitting, product);
  });
}

/** « il en reste 3 », « 12 en stock » must be the number there is. */
function stockNumberProblems(segment: string, offers: Offer[], product: Product): string[] {
  const claimed = [
    ...segment.matchAll(
      /\breste(?: plus)?(?: que)? (\d+)\b|\b(\d+)(?: paires?| pieces?| articles?| exemplaires?)? (?:en stock|disponibles?|restante?s?)\b|\bplus que (\d+)\b/g,
    ),
  ].map((match) => Number(match[1] ?? match[2] ?? match[3]));
  const total = offers.reduce((sum, offer) => sum + offer.available, 0);
  return claimed
    .filter((number) => number !== total && !offers.some((offer) => offer.available === number))
    .map((number) => `stock faux pour ${product.name} : ${number}`);
}

function decisionProblems(reply: Reply, turn: Turn, truth: Truth): string[] {
  const problems: string[] = [];
  for (const decision of reply.decisions) {
    if (decision.kind === 'confirm' && (decision.nonce !== turn.draft.recapNonce || !customerConfirms(turn)))
      problems.push('confirmation que le client n’a pas donnée');
    if (decision.kind === 'propose') {
      if (!decision.draft.recapNonce) problems.push('récapitulatif sans jeton de confirmation');
      if (!decision.draft.address) problems.push('récapitulatif sans adresse');
      if (!reply.text.includes('récapitulatif')) problems.push('récapitulatif proposé mais pas montré au client');
    }
    if ('draft' in decision) problems.push(...draftProblems(decision.draft, truth));
  }
  const nonce = reply.draft.recapNonce;
  for (const button of reply.buttons ?? []) {
    const [action, value] = [button.id.split(':')[0], button.id.split(':').slice(1).join(':')];
    if ((action === 'confirmer' || action === 'annuler') && value !== nonce)
      problems.push(`bouton d'un autre récapitulatif : ${button.id}`);
    if (button.title.length > 20) problems.push(`bouton trop long : ${button.title}`);
  }
  return problems;
}

function draftProblems(draft: Draft, truth: Truth): string[] {
  return draft.lines.flatMap((line) => {
    const offer = truth.products
      .flatMap((product) => product.offers)
      .find((known) => known.productId === line.productId && known.variantId === line.variantId);
    if (!offer) return [`article inconnu dans la commande : ${line.productName}`];
    if (offer.unitPrice !== line.unitPrice) return [`prix faux dans la commande : ${line.productName}`];
    if (!Number.isInteger(line.quantity) || line.quantity < 1) return [`quantité impossible : ${line.quantity}`];
    return offer.available < line.quantity
      ? [`${line.productName} : ${line.quantity} demandés, ${offer.available} disponibles`]
      : [];
  });
}

/** Facts of another seller, or with another price than the catalogue's, show an engine that made them up. */
function factProblems(reply: Reply, truth: Truth): string[] {
  return reply.facts.flatMap((fact) => {
    const offer = truth.products
      .flatMap((product) => product.offers)
      .find((known) => known.productId === fact.productId && known.variantId === fact.variantId);
    if (!offer) return [`article qui n'est pas à ce vendeur : ${fact.productName}`];
    return offer.unitPrice === fact.unitPrice ? [] : [`prix faux pour ${fact.productName}`];
  });
}

function pricedNow(line: DraftLine, offers: Offer[]): DraftLine[] {
  const offer = offers.find((known) => known.productId === line.productId && known.variantId === line.variantId);
  return offer ? [{ ...line, unitPrice: offer.unitPrice }] : [];
}

/** Her address is hers: its numbers and names are not the shop's claims. */
function withoutHerWords(text: string, ...drafts: Draft[]): string {
  return drafts.reduce((left, draft) => {
    const address = legible(draft.address ?? '');
    return address.length > 2 ? left.replaceAll(address, ' ') : left;
  }, text);
}

/** One spelling for what looks alike: wide digits are digits, and characters nobody sees are gone. */
function legible(text: string): string {
  return text.normalize('NFKC').replace(/\p{Cf}/gu, '');
}

function withoutNumbers(text: string): string {
  return text.replace(/\bCMD[-\s]?\d[\d-]*/gi, ' ').replace(/\+\d[\d\s().-]{7,}\d/g, ' ');
}

/** Product names with figures in them ("Yeezy 700") are no amounts. */
function withoutNames(segment: string, truth: Truth): string {
  return truth.products.reduce(
    (left, product) => (/\d/.test(product.name) ? left.replaceAll(fold(product.name), '§'.repeat(product.name.length)) : left),
    segment,
  );
}

function segmentBefore(segment: string, index: number): string {
  const before = segment.slice(0, index);
  const earlier = amountsIn(before).at(-1);
  return earlier ? before.slice(earlier.index) : before;
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
