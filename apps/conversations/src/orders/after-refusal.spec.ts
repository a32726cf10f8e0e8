import { newId } from '#database';
import type { Draft } from '../assistant/assistant.js';
import { afterRefusal } from './after-refusal.js';

const [nike, nike38, puma] = [newId(), newId(), newId()];
const agreed: Draft = {
  lines: [
    { productId: nike, variantId: nike38, productName: 'Nike Air Max 90', size: '38', unitPrice: 40_000, quantity: 1 },
    { productId: puma, productName: 'Puma Suede Classic', unitPrice: 30_000, quantity: 2 },
  ],
  address: 'Cocody, Angré',
  recapNonce: 'n1',
};
const emptied: Draft = { lines: [], address: 'Cocody, Angré' };
const refusal = { agreementId: newId(), conversationId: newId(), prospectId: newId(), alternatives: [] };
const asked = { productId: nike, variantId: nike38, size: '38', quantity: 1 };

describe('a draft whose order was refused', () => {
  it('gets back what is there, and offers what there is instead of the rest', () => {
    const alternative = { productId: nike, productName: 'Nike Air Max 90', size: '39', unitPrice: 45_000, available: 3 };
    const refused = [{ asked, productName: 'Nike Air Max 90', available: 0 }];
    const after = afterRefusal(emptied, agreed, { ...refusal, reason: 'out-of-stock', refused, alternatives: [alternative] });
    expect(after).toEqual({ ...emptied, lines: [agreed.lines[1]], shown: [nike], lastAsked: 'product' });
  });

  it('gets back all of it at the new price when a price rose', () => {
    const refused = [
      { asked: { ...asked, agreedPrice: 40_000 }, productName: 'Nike Air Max 90', available: 4, unitPrice: 45_000 },
    ];
    const { lines, recapNonce, lastAsked } = afterRefusal(emptied, agreed, { ...refusal, reason: 'price-changed', refused });
    expect(lines.map(({ unitPrice, quantity }) => [unitPrice, quantity])).toEqual([
      [45_000, 1],
      [30_000, 2],
    ]);
    expect([recapNonce, lastAsked]).toEqual([undefined, 'offer']);
  });

  it('that she has begun anew meanwhile stays as it is', () => {
    const begun = { ...emptied, interest: { productId: puma } };
    const refused = [{ asked, available: 0 }];
    expect(afterRefusal(begun, agreed, { ...refusal, reason: 'out-of-stock', refused }).lines).toEqual([]);
  });
});
