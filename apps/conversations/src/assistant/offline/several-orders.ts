import type { PlacedOrder } from '../assistant.js';
import { togetherOwed } from '../together-owed.js';
import { inWords } from './latest-order.js';
import { fold } from './normalise.js';
import { Session } from './session.js';
import { severalWords } from './words/several.js';

/** Her orders that are open, in the order in which she placed them; none while it is clear which one she means. */
export async function severalOpen(session: Session): Promise<PlacedOrder[]> {
  return session.about ? [session.about] : (await session.tools.openOrders()).toReversed();
}

/** Each with what is in it, how far it is, and when it comes. */
export function tellEach(session: Session, orders: PlacedOrder[]): void {
  const lines = orders.map((order) => {
    const { status, plannedFor } = order;
    const toCome = plannedFor && plannedFor > session.turn.now && fold(status) !== 'en_livraison';
    return severalWords.each(order, inWords(status), toCome ? session.when(plannedFor) : undefined);
  });
  session.say([severalWords.inAll(orders.length), ...lines].join('\n'));
}

/** What is left to pay of each, and of all of them. */
export function tellRests(session: Session, orders: PlacedOrder[]): void {
  const sum = togetherOwed(orders);
  session.say(
    [
      ...(session.hasSpoken ? [] : [severalWords.inAll(orders.length)]),
      ...orders.map((order) => severalWords.eachToPay(order)),
      sum ? severalWords.sum(sum) : severalWords.sumUnknown(session.sellerFirstName),
    ].join('\n'),
  );
}
