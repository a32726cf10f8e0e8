import { newId } from '#database';
import { paymentText, refundText } from './money-news.js';

const order = { orderId: newId(), orderNumber: 'CMD-20261123-000001', prospectId: newId() };

describe('what a customer is told of her money', () => {
  const paid = { ...order, paymentId: newId(), method: 'wave' as const, amount: 10_000, voided: false, paid: 10_000 };

  it('says what the shop received and what is left, and what it took back', () => {
    expect(paymentText({ ...paid, amountToCollect: 37_000, deliveryFee: 2_000 })).toBe(
      'La boutique a bien reçu 10.000 FCFA par Wave pour votre commande CMD-20261123-000001. Merci !\nReste à payer à la livraison : 37.000 FCFA.',
    );
    expect(paymentText({ ...paid, amountToCollect: 35_000 })).toMatch(/35\.000 FCFA, plus la livraison\.$/);
    expect(paymentText({ ...paid, amountToCollect: 0, deliveryFee: 0 })).toMatch(/rien à payer\.$/);
    expect(paymentText({ ...paid, voided: true, amountToCollect: 47_000 })).toMatch(
      /a annulé le paiement de 10\.000 FCFA par Wave/,
    );
  });

  const refund = { ...order, refundId: newId(), method: 'wave' as const, amount: 4_000, voided: false, paid: 6_000 };

  it('says what the shop sent back and what it still has to, and what was no refund', () => {
    expect(refundText({ ...refund, toRefund: 6_000 })).toBe(
      'La boutique vous a remboursé 4.000 FCFA par Wave pour votre commande CMD-20261123-000001.\nIl lui reste à vous rembourser : 6.000 FCFA.',
    );
    expect(refundText({ ...refund, method: 'cash', amount: 10_000, paid: 0 })).toMatch(
      /remboursé 10\.000 FCFA en espèces .*000001\.$/,
    );
    expect(refundText({ ...refund, voided: true, paid: 10_000, toRefund: 10_000 })).toMatch(
      /a annulé le remboursement de 4\.000 FCFA par Wave.*\nIl lui reste à vous rembourser : 10\.000 FCFA\.$/,
    );
  });
});
