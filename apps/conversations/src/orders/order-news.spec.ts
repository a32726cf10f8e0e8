import { newId } from '#database';
import { confirmedText, rejectedText } from './order-news.js';

const order = {
  orderId: newId(),
  orderNumber: 'CMD-20261123-000001',
  prospectId: newId(),
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  lines: [{ productId: newId(), productName: 'Nike Air Max 90', size: '38', quantity: 1, unitPrice: 45_000, lineTotal: 45_000 }],
  total: 45_000,
  deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
  deliveryPhone: '+2250598765432',
  confirmedAt: '2026-11-23T09:05:00.000Z',
};

describe('what a customer is told of her order', () => {
  it('shows the fee she was told, what she paid and what that leaves', () => {
    expect(confirmedText({ ...order, deliveryFee: 2_000, paid: 10_000 })).toMatch(
      /articles : 45\.000 FCFA\nLivraison : 2\.000 FCFA\nDéjà payé : 10\.000 FCFA\nÀ payer à la livraison : 37\.000 FCFA\n/,
    );
    expect(confirmedText(order)).toContain('Total des articles : 45.000 FCFA, hors livraison\n');
    expect(confirmedText(order)).not.toMatch(/payer/);
    const exchange = confirmedText({ ...order, exchangeOf: newId(), paid: 45_000 });
    expect(exchange).toMatch(/^Aminata, votre échange/);
    expect(exchange).toMatch(/Articles que vous rendez : 45\.000 FCFA\nÀ payer à la livraison : 0 FCFA, plus la livraison/);
  });

  it('says what it costs now when a price rose before the order was made', () => {
    const asked = { productId: newId(), size: '38', quantity: 2, agreedPrice: 40_000 };
    const told = rejectedText({
      agreementId: newId(),
      conversationId: newId(),
      prospectId: newId(),
      reason: 'price-changed',
      refused: [{ asked, productName: 'Nike Air Max 90', available: 4, unitPrice: 45_000 }],
      alternatives: [],
    });
    expect(told).toMatch(/Nike Air Max 90, en 38 : 45\.000 FCFA la pièce/);
    expect(told).not.toMatch(/stock|40\.000/);
  });
});
