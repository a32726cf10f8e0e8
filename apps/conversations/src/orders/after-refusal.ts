import type { OrderRejectedV1, RefusedLine } from '#contracts';
import type { Draft, DraftLine } from '../assistant/assistant.js';

/**
 * The customer's draft once her order was refused: what could be sold comes back on it, and what only costs more by now at its new price; nothing of it is
 * confirmed. A draft she has begun since is left as it is.
 * @param agreed the draft as her recap showed it; absent once it is forgotten
 */
export function afterRefusal(
  { awaited: _refused, ...draft }: Draft,
  agreed: Draft | undefined,
  { reason, refused, alternatives }: OrderRejectedV1,
): Draft {
  const dearer = reason === 'price-changed';
  const shown = [...new Set((dearer ? refused.map(({ asked }) => asked) : alternatives).map(({ productId }) => productId))];
  const begun = draft.lines.length > 0 || draft.interest !== undefined;
  const lines = begun ? draft.lines : (agreed?.lines ?? []).flatMap((line) => stillSold(line, refused));
  return { ...draft, lines, ...(shown.length > 0 ? { shown } : {}), lastAsked: dearer && lines.length > 0 ? 'offer' : 'product' };
}

function stillSold(line: DraftLine, refused: RefusedLine[]): DraftLine[] {
  const one = refused.find(({ asked }) => sameArticle(asked, line));
  if (!one) return [line];
  return one.unitPrice === undefined ? [] : [{ ...line, unitPrice: one.unitPrice }];
}

const sameArticle = (asked: RefusedLine['asked'], line: DraftLine) =>
  asked.productId === line.productId &&
  (asked.variantId === undefined || line.variantId === undefined
    ? fits(asked.size, line.size) && fits(asked.color, line.color)
    : asked.variantId === line.variantId);

const fits = (asked: string | undefined, has: string | undefined) => asked === undefined || has === undefined || asked === has;
