import type { Turn } from './assistant.js';
import { amountsIn, meant, NOT_THERE, segments } from './guard-claims.js';
import { read } from './guard-reading.js';
import { withoutNames } from './guard-no-claims.js';
import type { Truth } from './guard-truth.js';
import { plannedFor } from './offline/people.js';

/** « deux modèles », « un instant »: too small to be a lie about anything that is not looked at elsewhere. */
const SMALL = 4;

/**
 * Figures in a reply that come from nowhere: not a price, a fee or a total, not a size, a number of goods, something she said, nor the shop's hours. An engine that makes
 * one up has no place to put it, however it words the sentence.
 */
export function unexplainedNumbers(text: string, turn: Turn, truth: Truth): string[] {
  const known = knownNumbers(turn, truth);
  const plain = truth.orders
    .reduce((left, { number }) => left.replaceAll(number, ' '), withoutCitations(text, turn))
    .replace(/\+\d[\d\s().-]{7,}\d/g, ' ');
  return segments(plain).flatMap((piece) => {
    const segment = withoutNames(piece, truth);
    const amounts = amountsIn(segment);
    // « je n'ai pas de 45 »
    const denied = NOT_THERE.test(meant(segment));
    return [...segment.matchAll(/\d+(?:[.,]5(?!\d))?/g)].flatMap(({ 0: figures, index }) => {
      const inAmount = amounts.some((one) => one.index <= index && !/[^\d .,'/]/.test(segment.slice(one.index, index)));
      const value = Number(figures.replace(',', '.'));
      const explained = inAmount || value <= SMALL || (denied && value < 100) || known.has(String(value));
      return explained ? [] : [`nombre qui ne vient de nulle part : ${figures}`];
    });
  });
}

/** What she wrote, repeated in quotation marks, is hers. */
function withoutCitations(text: string, turn: Turn): string {
  const hers = read(turn.inbound.map((said) => said.text).join('\n'));
  return text.replace(/«([^»]*)»/g, (all, quoted: string) => (hers.includes(read(quoted).trim()) ? ' ' : all));
}

function knownNumbers(turn: Turn, truth: Truth): Set<string> {
  const said = [
    turn.shop.openingHours,
    turn.shop.pickupAddress,
    turn.shop.name,
    turn.shop.opens && plannedFor(turn.shop.opens, turn.now, turn.shop.timeZone),
    turn.shop.opens?.toISOString(),
    ...truth.orders.map((order) => order.plannedFor && plannedFor(order.plannedFor, turn.now, turn.shop.timeZone)),
    ...truth.fees.flatMap((fee) => [fee.delay, fee.commune]),
    ...truth.products.map((product) => product.name),
    // Small ones only: an amount is no truth for being hers, or in the seller's words.
    ...numbersUpTo(
      99,
      [...turn.inbound, ...turn.history.filter((past) => past.author === 'customer')].map((past) => past.text).join('\n'),
    ),
    ...numbersUpTo(99, turn.voice?.instructions ?? ''),
  ].filter((one) => one !== undefined);
  const offers = truth.products.flatMap((product) => product.offers);
  const sizes = [...offers.flatMap((offer) => offer.size ?? []), ...truth.lines.flatMap((line) => line.size ?? [])];
  return new Set(
    [
      ...[...said, ...sizes].flatMap((one) => figuresIn(one)),
      ...offers.map((offer) => offer.available),
      ...truth.products.map((product) => product.offers.reduce((sum, offer) => sum + offer.available, 0)),
      ...truth.quantities,
      truth.products.length,
    ].map(String),
  );
}

const figuresIn = (text: string): number[] =>
  (read(text).match(/\d+(?:[.,]5(?!\d))?/g) ?? []).map((figures) => Number(figures.replace(',', '.')));
const numbersUpTo = (most: number, text: string): string[] =>
  figuresIn(text)
    .filter((number) => number <= most)
    .map(String);
