import { sizesOf } from './catalogue.js';
import { isFigure } from './figures.js';
import { Mention } from './mention.js';
import { wordsOf } from './normalise.js';

/** "la Nike et la Puma, les deux en 38": the one size said counts for all. */
export function shareSize(mentions: Mention[]): void {
  const sizes = [...new Set(mentions.flatMap((mention) => mention.slots.sizes))];
  if (mentions.length < 2 || sizes.length !== 1) return;
  // « 3 foutou et pareil pour bissap 1 litre »: what is measured is no size of what is not
  const measured = isFigure(wordsOf(sizes[0] ?? ''), 0);
  const takes = ({ candidates }: Mention) => !measured || candidates.some((product) => sizesOf(product).includes(sizes[0]!));
  for (const mention of mentions.filter(takes)) mention.slots.sizes = [...sizes];
}

/** "la Nike et l'Adidas en 38": a size said last is that of each, where each is made in it. */
export function shareLastSize(mentions: Mention[]): void {
  const [size, ...others] = mentions.at(-1)?.slots.sizes ?? [];
  const before = mentions.slice(0, -1);
  if (size === undefined || others.length > 0 || before.length === 0) return;
  const made = before.every(
    ({ candidates, slots, verb }) =>
      verb === 'take' && slots.sizes.length === 0 && candidates.every((product) => sizesOf(product).includes(size)),
  );
  if (made && mentions.at(-1)?.verb === 'take') for (const mention of before) mention.slots.sizes = [size];
}
