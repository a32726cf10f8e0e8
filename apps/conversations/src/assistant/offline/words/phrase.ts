import { Offer } from '../../assistant.js';
import { formatFcfa } from '../../money.js';
import { colorsOf, inStock, Product, sizeKind, sizesInStock } from '../catalogue.js';

/** A sentence, or several ways to say it: the first one that was not said just before is taken. */
export type Said = string | [string, ...string[]];

/** « a, b et c » */
export function listed(items: string[], last = 'et'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** « 45.000 FCFA » or « de 45.000 FCFA à 50.000 FCFA » when the variants differ. */
export function priceOf(offers: Offer[]): string {
  const prices = offers.map((offer) => offer.unitPrice);
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return low === high ? formatFcfa(low) : `de ${formatFcfa(low)} à ${formatFcfa(high)}`;
}

/** « est à 45.000 FCFA », « va de 40.000 FCFA à 42.000 FCFA »: what something costs, of a price as {@link priceOf} writes it. */
export const costs = (price: string): string => (price.startsWith('de ') ? `va ${price}` : `est à ${price}`);

/** « Nike Air Max 90 : 45.000 FCFA (en 38 et 39) », or that it is sold out. */
export function catalogueLine(product: Product): string {
  const there = product.offers.filter((offer) => offer.available > 0);
  if (!inStock(product)) return `• ${product.name} : épuisé`;
  const sizes = sizesInStock(product);
  const colors = colorsOf(there);
  const details = [sizes.length > 0 ? withSizes(sizes) : '', colors.length > 0 ? listed(colors) : ''].filter(Boolean).join(', ');
  return `• ${product.name} : ${priceOf(there)}${details ? ` (${details})` : ''}`;
}

/** « en 38 et 39 », but « demi et entier » */
export function withSizes(sizes: string[], last = 'et'): string {
  return ['number', 'letter'].includes(sizeKind(sizes)) ? `en ${listed(sizes, last)}` : listed(sizes, last);
}

/** What a size of this product is called in a question. */
export function sizeQuestion(product: Product, shoes: boolean): string {
  const sizes = sizesInStock(product);
  if (sizes.length === 0) return shoes ? 'Quelle pointure' : 'Quelle taille';
  const kind = sizeKind(sizes);
  if (kind === 'number') return shoes ? 'Quelle pointure' : 'Quelle taille';
  return { letter: 'Quelle taille', capacity: 'Quelle capacité', length: 'Quelle longueur', form: 'Quel format' }[kind];
}
