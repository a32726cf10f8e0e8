import { type Draft, type DraftLine, reopened } from './draft.js';
import type { Offer } from './offer.js';

/** The line for an offer; the size she said is kept as a note when the product has no sizes of its own. */
export function lineOf(offer: Offer, quantity: number, notedSize?: string, notedColor?: string): DraftLine {
  const size = offer.size ?? notedSize;
  const color = offer.color ?? notedColor;
  return {
    productId: offer.productId,
    ...(offer.variantId ? { variantId: offer.variantId } : {}),
    productName: offer.productName,
    ...(size ? { size } : {}),
    ...(color ? { color } : {}),
    unitPrice: offer.unitPrice,
    quantity,
  };
}

/** The same goods, in the same size and colour. */
export function sameArticle(a: DraftLine, b: DraftLine): boolean {
  return a.productId === b.productId && a.variantId === b.variantId && a.size === b.size && a.color === b.color;
}

/** The same goods in the same numbers, line by line. */
export const sameLines = (some: readonly DraftLine[], others: readonly DraftLine[]): boolean =>
  some.length === others.length &&
  some.every((line, at) => {
    const other = others[at];
    return other !== undefined && sameArticle(line, other) && line.quantity === other.quantity;
  });

/** Puts a line on the draft. The same article again sets its quantity, or adds to it when she asked for more (`more`). */
export function withLine(draft: Draft, line: DraftLine, more = false): Draft {
  const at = draft.lines.findIndex((known) => sameArticle(known, line));
  const known = draft.lines[at];
  if (!known) return { ...reopened(draft), lines: [...draft.lines, line] };
  const quantity = more ? known.quantity + line.quantity : line.quantity;
  return { ...reopened(draft), lines: draft.lines.with(at, { ...line, quantity }) };
}

/** Takes lines off the draft. */
export function withoutLines(draft: Draft, remove: (line: DraftLine) => boolean): Draft {
  return { ...reopened(draft), lines: draft.lines.filter((line) => !remove(line)) };
}
