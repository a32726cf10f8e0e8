/** Who lets something go for less: the shop may as it likes, its assistant down to the floor price. */
export type PriceGiver = 'shop' | 'assistant';

/** What the catalogue asks for one, and the lowest the assistant may grant; without a floor the price is fixed. FCFA. */
export interface CataloguePrice {
  unitPrice: number;
  floorPrice?: number;
}

/**
 * What one costs who agreed to a price, FCFA. She never pays the assistant more than the shop asks.
 * @returns undefined when the assistant may not let it go for so little
 */
export function priceFor(
  { unitPrice, floorPrice }: CataloguePrice,
  agreed: number | undefined,
  by: PriceGiver,
): number | undefined {
  if (agreed === undefined) return unitPrice;
  if (by === 'shop') return agreed;
  if (agreed >= unitPrice) return unitPrice;
  return floorPrice !== undefined && agreed >= floorPrice ? agreed : undefined;
}
