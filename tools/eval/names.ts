import type { Product, Shop } from './shop.js';
import { flat, wordAt } from './words.js';

/** The names goods go by in one shop, found in what is read. */
export class Names {
  private readonly names: { name: string; product: Product }[];

  constructor(shop: Shop) {
    this.names = shop.products
      .flatMap((product) => [product.name, ...product.aliases].map((name) => ({ name: flat(name), product })))
      .sort((a, b) => b.name.length - a.name.length);
  }

  /** @returns what is named in a folded text, in its order, and the text with the names blanked so that no number of theirs is read */
  readIn(segment: string): { bare: string; named: { product: Product; at: number }[] } {
    let bare = segment;
    const found: { product: Product; name: string; at: number }[] = [];
    for (const { name, product } of this.names)
      for (let at = wordAt(bare, name); at >= 0; at = wordAt(bare, name)) {
        found.push({ product, name, at });
        bare = bare.slice(0, at) + '~'.repeat(name.length) + bare.slice(at + name.length);
      }
    // « Verre trempé, iPhone 13 » is the glass in that size, and no iPhone.
    const isSizeOf = (name: string, other: Product) => other.variants.some(({ size }) => size && flat(size).includes(name));
    const named = found.filter(
      (one) => !found.some((other) => other.product !== one.product && other.at < one.at && isSizeOf(one.name, other.product)),
    );
    return { bare, named: named.sort((a, b) => a.at - b.at) };
  }
}
