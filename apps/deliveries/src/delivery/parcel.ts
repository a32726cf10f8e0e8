import type { OrderFacts } from '#contracts';

const LONGEST_PARCEL = 1_000;

/** What is in the parcel, as people read it: `1x Nike Air Max 90 (38, Noir)`. */
export function parcelOf({ lines }: OrderFacts): string {
  return lines
    .map(({ quantity, productName, size, color }) => {
      const details = [size, color].filter(Boolean).join(', ');
      return `${quantity}x ${productName}${details ? ` (${details})` : ''}`;
    })
    .join(', ')
    .slice(0, LONGEST_PARCEL);
}
