import { DomainError, type ReturnedLine } from '#contracts';
import type { Units } from '../catalogue/stock.js';
import type { GivenBackLine } from './given-back.js';
import type { Order } from './order.entity.js';

const itemOf = ({ productId, variantId }: { productId: string; variantId?: string | null }) => variantId ?? productId;

/**
 * What goods given back count for: what she paid for each of them in this order, line by line.
 * @param taken what earlier exchanges took of it
 * @throws DomainError RETURN_EXCEEDS_ORDER when the order never had so many, or has not any more
 */
export function valueOf(returned: ReturnedLine[], order: Order, taken: Units[]): GivenBackLine[] {
  const pieces = Map.groupBy(
    order.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    itemOf,
  );
  const gone = new Map(taken.map((units) => [itemOf(units), units.quantity]));
  return returned.flatMap((asked) => {
    const item = itemOf(asked);
    const skipped = gone.get(item) ?? 0;
    gone.set(item, skipped + asked.quantity);
    return take(asked.quantity, skipped, pieces.get(item) ?? [], (left) => {
      const { productId, variantId, quantity } = asked;
      throw new DomainError('RETURN_EXCEEDS_ORDER', 'conflict', {
        orderId: order.id,
        productId,
        variantId,
        asked: quantity,
        left,
      });
    });
  });
}

/** So many units of an item's lines after the first `skipped`, each at its line's price. */
function take(
  wanted: number,
  skipped: number,
  lines: (Units & { unitPrice: number })[],
  tooMany: (left: number) => never,
): GivenBackLine[] {
  const had = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  if (skipped + wanted > had) tooMany(Math.max(0, had - skipped));
  let [skip, missing] = [skipped, wanted];
  return lines.flatMap(({ productId, variantId, quantity, unitPrice }) => {
    const passed = Math.min(skip, quantity);
    const here = Math.min(missing, quantity - passed);
    skip -= passed;
    missing -= here;
    return here > 0 ? [{ productId, variantId, quantity: here, unitPrice }] : [];
  });
}
