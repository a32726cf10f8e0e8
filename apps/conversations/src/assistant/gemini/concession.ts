import type { Draft, Offer, Turn } from '../assistant.js';
import { priceFor } from '../draft.js';
import { moneyIn } from '../guard-claims.js';

/** Prices are rounded up to this, in FCFA: nobody bargains about less. */
const STEP = 500;

/** The price she named herself in this burst, whole FCFA: an amount of the model's own is none. */
export function askedByHer(turn: Turn, asked: unknown): number | undefined {
  const hers = turn.inbound.filter((said) => said.author === 'customer').flatMap((said) => moneyIn(said.text));
  return typeof asked === 'number' && hers.includes(asked) ? asked : undefined;
}

/**
 * What the shop grants who bargains: her own price when the floor allows it; otherwise half of the way to the floor, and the floor itself when she goes on. Never below.
 * @param asked what she named, whole FCFA
 * @returns undefined where the price is fixed, or as low as it gets
 */
export function concession(offer: Offer, draft: Draft, asked?: number): number | undefined {
  const { floorPrice: floor } = offer;
  const now = priceFor(draft, offer);
  if (floor === undefined || floor >= now) return undefined;
  if (asked !== undefined && asked >= floor) return asked < now ? asked : undefined;
  const half = Math.ceil((now + floor) / 2 / STEP) * STEP;
  return now === offer.unitPrice && half < now ? half : floor;
}

/** The draft with a granted price in it; lines of the article that are on it cost that from now on, and an open recap is closed. */
export function granting(draft: Draft, { productId, variantId }: Offer, unitPrice: number): Draft {
  const isIt = (one: { productId: string; variantId?: string }) => one.productId === productId && one.variantId === variantId;
  const { recapNonce: _closed, ...rest } = draft;
  return {
    ...rest,
    lines: draft.lines.map((line) => (isIt(line) ? { ...line, unitPrice } : line)),
    granted: [
      ...(draft.granted ?? []).filter((one) => !isIt(one)),
      { productId, ...(variantId ? { variantId } : {}), unitPrice },
    ],
  };
}
