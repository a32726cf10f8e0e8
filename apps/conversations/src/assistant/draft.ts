import { Draft, DraftLine, Offer } from './assistant.js';

/** FCFA for the articles, delivery not included. */
export function draftTotal(draft: Draft): number {
  return draft.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
}

/** A draft whose recap is closed: what she saw is no longer what would be ordered. Every change goes through here. */
export function reopened(draft: Draft): Draft {
  const { recapNonce: _closed, ...rest } = draft;
  return rest;
}

/** A new draft after an order: the address and the phone stay known, the articles do not. */
export function emptied(draft: Draft): Draft {
  const { lines, previous } = draft;
  const known = { ...pick(draft, 'address'), ...pick(draft, 'commune'), ...pick(draft, 'phone') };
  return { lines: [], ...known, ...(previous ? { previous } : {}), ...(lines.length > 0 ? { previous: lines } : {}) };
}

/** What one unit costs her: what was granted in bargaining as long as the seller's floor allows it, otherwise the catalogue's price. */
export function priceFor(draft: Draft, offer: Offer): number {
  const granted = draft.granted?.findLast(
    (one) => one.productId === offer.productId && (one.variantId === undefined || one.variantId === offer.variantId),
  );
  const holds =
    granted && offer.floorPrice !== undefined && granted.unitPrice >= offer.floorPrice && granted.unitPrice < offer.unitPrice;
  return holds ? granted.unitPrice : offer.unitPrice;
}

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

export function sameArticle(a: DraftLine, b: DraftLine): boolean {
  return a.productId === b.productId && a.variantId === b.variantId && a.size === b.size && a.color === b.color;
}

/** Puts a line on the draft. The same article again sets its quantity, or adds to it when she asked for more (`more`). */
export function withLine(draft: Draft, line: DraftLine, more = false): Draft {
  const at = draft.lines.findIndex((known) => sameArticle(known, line));
  const known = draft.lines[at];
  if (!known) return { ...reopened(draft), lines: [...draft.lines, line] };
  const quantity = more ? known.quantity + line.quantity : line.quantity;
  return { ...reopened(draft), lines: draft.lines.with(at, { ...line, quantity }) };
}

export function withoutLines(draft: Draft, remove: (line: DraftLine) => boolean): Draft {
  return { ...reopened(draft), lines: draft.lines.filter((line) => !remove(line)) };
}

function pick<K extends keyof Draft>(draft: Draft, key: K): Partial<Pick<Draft, K>> {
  return draft[key] === undefined ? {} : ({ [key]: draft[key] } as Pick<Draft, K>);
}
