import { fold } from '#contracts';
import { listAt, textAt } from '../inbound/raw.js';

/** A line of a cart as WhatsApp sends it. Its price is what the customer's telephone showed: it decides nothing here. */
export interface CartItem {
  /** The seller's reference as it came, and folded. */
  written: string;
  reference: string;
  quantity: number;
  shownPrice?: number;
}

/** What one line can ask for: more is a slip of the finger. */
const MOST = 999;

/** The lines of a native cart, the same article once; lines without a reference or a number of units are left out. */
export function cartItems(productItems: unknown): CartItem[] {
  const items = new Map<string, CartItem>();
  for (const line of listAt({ productItems }, 'productItems')) {
    const written = textAt(line, 'product_retailer_id')?.slice(0, 100) ?? '';
    const reference = fold(written);
    const quantity = Number(textAt(line, 'quantity'));
    if (reference === '' || !Number.isInteger(quantity) || quantity < 1) continue;
    const shownPrice = Number(textAt(line, 'item_price'));
    const before = items.get(reference)?.quantity ?? 0;
    items.set(reference, {
      written,
      reference,
      quantity: Math.min(before + quantity, MOST),
      ...(Number.isFinite(shownPrice) ? { shownPrice } : {}),
    });
  }
  return [...items.values()];
}
