import type { Owed, PlacedOrder } from './assistant.js';

/** What is paid and left of several orders together; undefined where it is not known of each. */
export function togetherOwed(orders: readonly PlacedOrder[]): Owed | undefined {
  const each = orders.flatMap(({ owed }) => owed ?? []);
  if (each.length === 0 || each.length < orders.length) return undefined;
  return {
    toCollect: each.reduce((sum, { toCollect }) => sum + toCollect, 0),
    paid: each.reduce((sum, { paid }) => sum + paid, 0),
    withDelivery: each.every(({ withDelivery }) => withDelivery),
  };
}
