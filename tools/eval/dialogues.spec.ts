import { type Dialogue, folded, HALVES, readDialogues, wantedLine } from './dialogue.js';
import { readShop } from './shop.js';

const ABILITIES = [
  'greeting',
  'fuzzy product',
  'size',
  'colour',
  'quantity',
  'price',
  'availability',
  'alternatives',
  'out of stock',
  'bargaining with a floor',
  'bargaining without a floor',
  'delivery fee',
  'delivery delay',
  'address',
  'several products',
  'change of a line',
  'removal of a line',
  'recap',
  'confirmation by word',
  'cancellation of a draft',
  'cancellation of a confirmed order',
  'order status',
  'opening hours',
  'request for a human',
  'insults',
  'nonsense',
  'code-switching',
  'SMS spelling',
  'photo request',
  'payment screenshot',
  'prompt injection',
  'yes before a recap',
  'bare number',
  'all in one message',
  'comes back the next day',
  'two sizes of one product',
  'unknown product',
  'commune not served',
  'quantity above stock',
  'pack prices',
  'voice note',
  'emoji',
];

const words = ({ says }: Dialogue) => JSON.stringify(says);

describe.each(HALVES)('the %s half', (half) => {
  const dialogues = readDialogues(half);

  it('is large enough and covers every ability', () => {
    expect(dialogues.length).toBeGreaterThanOrEqual(75);
    const covered = new Set(dialogues.flatMap(({ covers }) => covers));
    expect(ABILITIES.filter((ability) => !covered.has(ability))).toEqual([]);
  });

  it.each(dialogues.map((dialogue) => [dialogue.name, dialogue] as const))('%s asks for what its shop has', (_name, dialogue) => {
    const shop = readShop(dialogue.shop, dialogue.stock);
    const { order, cancelled = [] } = dialogue.ends;
    for (const line of [...(order === 'none' ? [] : order), ...cancelled].map(wantedLine)) {
      const product = shop.products.find(({ name }) => name === line.product);
      const variants = product?.variants.length
        ? product.variants
        : [{ price: product?.price ?? -1, stock: product?.stock ?? 0 }];
      const variant = variants.find(
        (one) =>
          [('size' in one && one.size) || '', ('color' in one && one.color) || '']
            .filter((part) => part !== '')
            .map(folded)
            .sort()
            .join('|') === line.attributes.join('|'),
      );
      expect({ line, price: variant?.price }).toEqual({ line, price: line.most });
      expect(line.least).toBeGreaterThanOrEqual(product!.floor ?? line.most);
      expect(variant!.stock).toBeGreaterThanOrEqual(line.quantity);
    }
  });
});

it('no dialogue is in both halves', () => {
  const tuned = new Set(readDialogues('tuning').map(words));
  expect(readDialogues('held-out').filter((dialogue) => tuned.has(words(dialogue)))).toEqual([]);
});
