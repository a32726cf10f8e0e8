/** So many of one article: what one costs her, and the least it may cost. Whole FCFA. */
export interface LotItem {
  price: number;
  floor: number;
  quantity: number;
}

/** Prices are as round as they can be. */
const STEPS = [500, 100, 50, 25, 5, 1];

/**
 * The price of one of each, so that the whole costs exactly `sum`: each gives way as far as its floor lets it.
 * @returns undefined where no whole FCFA make that sum (two pairs never cost an odd one)
 */
export function shareOut(items: readonly LotItem[], sum: number): number[] | undefined {
  const room = items.map(({ price, floor }) => price - floor);
  const all = items.reduce((total, { quantity }, i) => total + room[i]! * quantity, 0);
  const less = items.reduce((total, { price, quantity }) => total + price * quantity, 0) - sum;
  if (less < 0 || less > all) return undefined;
  if (less === 0) return items.map(({ price }) => price);
  for (const step of STEPS.filter((one) => less % one === 0)) {
    const off = room.map((one) => Math.floor((one * less) / all / step) * step);
    const left = less - items.reduce((total, { quantity }, i) => total + off[i]! * quantity, 0);
    const more = filled(
      items.map(({ quantity }, i) => ({ quantity, most: Math.floor((room[i]! - off[i]!) / step) })),
      left / step,
    );
    if (more) return items.map(({ price }, i) => price - off[i]! - more[i]! * step);
  }
  return undefined;
}

/** How many units more each gives way, `units` in all: each counts once for every one of it. */
function filled(items: { quantity: number; most: number }[], units: number): number[] | undefined {
  const failed = new Set<string>();
  const order = items.map((_one, i) => i).sort((a, b) => items[b]!.quantity - items[a]!.quantity);
  const counts = items.map(() => 0);
  const fill = (at: number, left: number): boolean => {
    if (left === 0) return true;
    const i = order[at];
    if (i === undefined || failed.has(`${at}/${left}`)) return false;
    const { quantity, most } = items[i]!;
    for (let count = Math.min(most, Math.floor(left / quantity)); count >= 0; count--) {
      counts[i] = count;
      if (fill(at + 1, left - count * quantity)) return true;
    }
    counts[i] = 0;
    failed.add(`${at}/${left}`);
    return false;
  };
  return fill(0, units) ? counts : undefined;
}
