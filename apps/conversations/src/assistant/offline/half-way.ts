/** Prices that are granted half way are as round as they can be, whole FCFA. */
const ROUND = [500, 100, 50, 25];

/** Half of the way from a price down to its floor; the floor where nothing round lies between. */
export function halfWay(price: number, floor: number): number {
  const half = ROUND.map((step) => Math.ceil((price + floor) / 2 / step) * step).find((one) => one < price && one > floor);
  return half ?? floor;
}
