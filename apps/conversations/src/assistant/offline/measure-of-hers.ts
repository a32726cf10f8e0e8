import { Draft } from '../assistant.js';
import { Product, sizesOf } from './catalogue.js';
import { wordsOf } from './normalise.js';
import { Slots } from './slots.js';

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
