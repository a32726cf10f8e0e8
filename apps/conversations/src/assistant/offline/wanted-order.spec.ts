import { describe, expect, it } from '@jest/globals';
import type { DraftLine } from '../assistant.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { played } from '../testing/played.js';

const NUMBER = 'CMD-20261123-000007';
const stan: DraftLine = {
  ...{ productId: 'stan', variantId: 'stan-40', productName: 'Adidas Stan Smith' },
  ...{ size: '40', unitPrice: 35_000, quantity: 1 },
};
const socks: DraftLine = {
  ...{ productId: 'chaussettes', productName: 'Chaussettes Nike (lot de 3)' },
  ...{ unitPrice: 5_000, quantity: 1 },
};

/** What was asked of the shop at the end, and the lines that she was shown before. */
async function changed(lines: DraftLine[], ...steps: string[]) {
  const shop = InMemoryShop.ofStreetwear();
  shop.order = { number: NUMBER, status: 'confirmee', lines };
  const chat = await played(shop, steps.slice(0, -1));
  const shown = (chat.draft.edit?.lines ?? []).map(({ quantity, productName, size }) =>
    [`${quantity}x`, productName, size].filter(Boolean).join(' '),
  );
  await chat.says(steps.at(-1)!);
  return { shown: shown.join(' + '), decided: chat.last.decisions, draft: chat.draft };
}

describe('an order that stands is changed by all she says before her yes', () => {
  it.each<[string[], DraftLine[], string]>([
    [['mettez 41', 'ajoutez un sac'], [stan], '1x Adidas Stan Smith 41 + 1x Sac à dos Puma'],
    [['mettez 41', 'et des chaussettes avec'], [stan], '1x Adidas Stan Smith 41 + 1x Chaussettes Nike (lot de 3)'],
    [['mettez 2', 'rajoutez un sac aussi'], [stan], '2x Adidas Stan Smith 40 + 1x Sac à dos Puma'],
    [['mettez 41', 'mettez 2', 'je veux aussi une puma', '40'], [stan], '2x Adidas Stan Smith 41 + 1x Puma Suede Classic 40'],
    [['enlevez les chaussettes', 'ajoutez un sac'], [stan, socks], '1x Adidas Stan Smith 40 + 1x Sac à dos Puma'],
    [['enlevez les chaussettes', 'mettez 41 pour la Stan Smith'], [stan, socks], '1x Adidas Stan Smith 41'],
    [['ajoutez un sac', 'et mettez la Stan Smith en 41'], [stan], '1x Adidas Stan Smith 41 + 1x Sac à dos Puma'],
    [['mettez 41', 'non 42'], [stan], '1x Adidas Stan Smith 42'],
  ])('%j', async (steps, lines, shown) => {
    const told = await changed(lines, ...steps, 'oui');
    expect(told.shown).toBe(shown);
    expect(told.decided).toEqual([expect.objectContaining({ kind: 'edit-order', number: NUMBER, agreed: true })]);
    expect(told.draft.wants).toBeUndefined();
  });

  it('and by nothing that she has turned down', async () => {
    const { shown } = await changed([stan], 'mettez 41', 'non laissez', 'ajoutez un sac', 'oui');
    expect(shown).toBe('1x Adidas Stan Smith 40 + 1x Sac à dos Puma');
  });

  it('stays as it is where she comes back to what is in it', async () => {
    const { decided, draft } = await changed([stan], 'mettez la Stan Smith en 42', 'laissez 40');
    expect(decided).toEqual([]);
    expect(draft.edit).toBeUndefined();
  });
});
