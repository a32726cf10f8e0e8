import { Draft, DraftLine } from '../assistant.js';
import { Product, sameSize, sizesInStock, sizesOf } from './catalogue.js';
import { wordsOf } from './normalise.js';
import type { Session } from './session.js';
import { Slots } from './slots.js';
import { Understanding } from './understand.js';

/** A size that nobody said, where what she has already says it. */

const FOR_IT = / pour (?:ca|cela|lui|(?:le |ce |mon |l )(?:tel\w*|phone|portable|meme)|celui (?:ci|la)) /;

/** "2 incassables pour ça", beside the telephone she takes: the size that is called as what she has. */
export function forWhatSheHas(slots: Slots, after: string[], candidates: Product[], draft: Draft, products: Product[]): Slots {
  const [product, ...others] = candidates;
  if (!product || others.length > 0 || slots.sizes.length > 0 || !FOR_IT.test(` ${after.join(' ')} `)) return slots;
  const ids = [...draft.lines.map(({ productId }) => productId), ...(draft.interest ? [draft.interest.productId] : [])];
  const hers = products.filter(({ id }) => ids.includes(id) && id !== product.id);
  const fitting = sizesOf(product).filter((size) =>
    hers.some(({ names }) => names.some((name) => ` ${name.join(' ')} `.includes(` ${wordsOf(size).join(' ')} `))),
  );
  return fitting.length === 1 ? { ...slots, sizes: fitting } : slots;
}

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
