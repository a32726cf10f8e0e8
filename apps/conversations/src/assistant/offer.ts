/** What can be bought: one variant of a product, or the product itself when it has none. Prices are whole FCFA. */
export interface Offer {
  productId: string;
  variantId?: string;
  productName: string;
  /** What else customers call the product, in the seller's words. */
  aliases?: string[];
  size?: string;
  color?: string;
  /** Whole FCFA: what the catalogue asks. */
  unitPrice: number;
  /** Whole FCFA: the lowest that may be granted to who bargains; absent: the price is fixed. Never told to her as such. */
  floorPrice?: number;
  /** Units that can be sold now. */
  available: number;
  /** Media ids, the first one shown first. */
  photos?: string[];
}
