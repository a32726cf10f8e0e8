import type { AssistantTools, Draft, DraftLine, Offer } from '../assistant.js';
import { priceFor } from '../draft.js';
import { lineOf } from '../draft-lines.js';
import { sameColor, sameSize } from '../offline/catalogue.js';
import type { WantedLine } from './arguments.js';

/** The lines a model proposes as the shop sells them now, or what is wrong with the first one that cannot be sold so. */
export async function proposedLines(
  wanted: WantedLine[],
  draft: Draft,
  tools: AssistantTools,
): Promise<{ lines: DraftLine[]; offers: Offer[] } | { error: string; offers: Offer[] }> {
  const catalogue = await tools.offersOf([...new Set(wanted.map((line) => line.productId))]);
  const lines: DraftLine[] = [];
  const offers: Offer[] = [];
  for (const line of wanted) {
    const siblings = catalogue.filter((offer) => offer.productId === line.productId);
    const fitting = siblings.filter(
      (offer) =>
        offer.variantId && (!line.size || sameSize(offer.size, line.size)) && (!line.color || sameColor(offer.color, line.color)),
    );
    const variantId = line.variantId ?? (fitting.length === 1 ? fitting[0]?.variantId : undefined);
    const offer = await tools.checkStock(line.productId, variantId);
    if (!offer) {
      const known = siblings.length > 0;
      return { error: known ? `précise variant_id pour ${line.productId}` : `article inconnu : ${line.productId}`, offers };
    }
    if (line.size && offer.size && !sameSize(line.size, offer.size))
      return { error: `cette variante est en ${offer.size}, pas en ${line.size}`, offers };
    if (offer.available < line.quantity)
      return { error: `${offer.productName} : ${offer.available} disponibles, ${line.quantity} demandés`, offers };
    offers.push(offer);
    lines.push({ ...lineOf(offer, line.quantity, line.size, line.color), unitPrice: priceFor(draft, offer) });
  }
  return { lines, offers };
}
