import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folded } from './dialogue.js';

/** A size or colour on sale, as the seller wrote it down. Prices are whole FCFA. */
export interface Variant {
  size?: string;
  color?: string;
  price: number;
  stock: number;
}

export interface Product {
  name: string;
  price: number;
  /** The lowest price the assistant may grant; absent: the price is fixed. */
  floor?: number;
  description?: string;
  aliases: string[];
  stock?: number;
  variants: Variant[];
}

export interface Zone {
  zone: string;
  fee: number;
  delay?: string;
}

/** What a seller sells and where he delivers: the truth that every reply and order is compared with. */
export interface Shop {
  name: string;
  seller: { firstName: string; lastName: string };
  sector: string;
  openingHours: string;
  zones: Zone[];
  products: Product[];
}

interface WrittenProduct {
  name: string;
  price: number;
  floor?: number;
  description?: string;
  aliases?: string[];
  stock?: number;
  /** `38: 4, 39: 3`, or by colour `noir/38: 4`; a price of its own after @: `10L: 3 @ 9000`. */
  variants?: Record<string, number | string>;
  /** What the keys of `variants` are. */
  by?: 'size' | 'color' | 'color/size';
}

const FOLDER = join(import.meta.dirname, 'shops');

/** @param left what is left of some products here, `Nike Air Max 90 | 38` → 0 */
export function readShop(name: string, left: Record<string, number> = {}, folder = FOLDER): Shop {
  const written = parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')) as Shop & { products: WrittenProduct[] };
  const shop = { ...written, products: written.products.map(asProduct) };
  for (const [what, stock] of Object.entries(left)) setStock(shop, what, stock);
  return shop;
}

function asProduct({ variants = {}, by = 'size', aliases = [], ...product }: WrittenProduct): Product {
  return {
    ...product,
    aliases,
    variants: Object.entries(variants).map(([key, value]) => {
      const [stock, price = product.price] = String(value).split(' @ ').map(Number);
      const [first, second] = key.split('/');
      return {
        ...(by === 'size' ? { size: key } : by === 'color' ? { color: key } : { color: first, size: second }),
        stock: stock!,
        price,
      };
    }),
  };
}

function setStock(shop: Shop, what: string, stock: number): void {
  const [name, ...attributes] = what.split(' | ');
  const product = shop.products.find((one) => one.name === name);
  if (!product) throw new Error(`${shop.name} has no ${name}`);
  if (attributes.length === 0 && product.variants.length === 0) return void (product.stock = stock);
  const wanted = attributes.map(folded);
  const found = product.variants.filter(({ size, color }) =>
    wanted.every((one) => one === folded(size ?? '') || one === folded(color ?? '')),
  );
  if (found.length === 0) throw new Error(`${shop.name} has no ${what}`);
  for (const variant of found) variant.stock = stock;
}
