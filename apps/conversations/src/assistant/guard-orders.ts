import type { AssistantTools, PlacedOrder, Reply } from './assistant.js';
import { orderNumbersIn } from './guard-claims.js';

/** So many numbers a reply can name at most. */
const MOST_NAMED = 5;

/** Her orders that a reply may speak of: the latest, those that are open, and those of hers that it names. */
export async function ordersOf(reply: Reply, tools: AssistantTools): Promise<PlacedOrder[]> {
  const [latest, open] = await Promise.all([tools.orderStatus(), tools.openOrders()]);
  const orders = uniqueByNumber([...(latest ? [latest] : []), ...open]);
  for (const number of orderNumbersIn(reply.text).slice(0, MOST_NAMED)) {
    if (orders.some((one) => one.number.toUpperCase() === number)) continue;
    const order = await tools.orderStatus(number);
    if (order?.number.toUpperCase() === number) orders.push(order);
  }
  return orders;
}

/**
 * A line cut so that each part is about the orders it names, numbers in front. A sentence that names none is about those of the sentence before, in its line; at the
 * beginning of one, about none in particular.
 */
export function partsByOrder(line: string, orders: readonly PlacedOrder[]): { words: string; about: PlacedOrder[] }[] {
  let about: PlacedOrder[] = [];
  if (orderNumbersIn(line).length === 0) return [{ words: line, about }];
  return line
    .split(/(?<=[.!?;])\s+/)
    .flatMap((sentence) => (orderNumbersIn(sentence).length > 1 ? sentence.split(/(?=\bCMD[-\s]?\d)/i) : [sentence]))
    .map((words) => {
      const named = orderNumbersIn(words);
      if (named.length > 0) about = orders.filter(({ number }) => named.includes(number.toUpperCase()));
      return { words, about };
    });
}

function uniqueByNumber(orders: PlacedOrder[]): PlacedOrder[] {
  return [...new Map(orders.map((order) => [order.number, order])).values()];
}
