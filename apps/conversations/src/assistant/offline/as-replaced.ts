import type { DraftLine } from '../assistant.js';
import { sameSize, sizesInStock } from './catalogue.js';
import type { Session } from './session.js';
import type { Understanding } from './understand.js';

/** "remplacez le gingembre par du bissap": as large and as many as what it comes in place of. */
export function asWhatItReplaces(session: Session, before: DraftLine[], u: Understanding): void {
  const gone = before.filter((line) => !session.draft.lines.some(({ productId }) => productId === line.productId));
  const [line, ...others] = gone;
  const [mention, ...more] = u.mentions.filter(({ instead }) => instead);
  const [product] = mention?.candidates ?? [];
  if (!line || !mention || !product || others.length > 0 || more.length > 0) return;
  const there = sizesInStock(product).some((size) => sameSize(size, line.size));
  if (there && line.size && mention.slots.sizes.length === 0) mention.slots.sizes.push(line.size);
  if (mention.slots.quantity === undefined && !mention.slots.parts && line.quantity > 1) mention.slots.quantity = line.quantity;
}
