import { type Fact, fact, MessageReceivedV1, OrderConfirmedV1, StockLowV1 } from '#contracts';
import { newId } from '#database';

export const now = '2026-11-22T10:00:00.000Z';

/** A customer has written. */
export const aMessage = (sellerId: string, prospectId: string = newId()): Fact => {
  const messageId = newId();
  const payload = { messageId, conversationId: newId(), prospectId, type: 'text', sentAt: now };
  return fact(MessageReceivedV1, payload, { sellerId, key: messageId, version: 1 });
};

/** What is left of a product is little. */
export const aLowStock = (sellerId: string, name = 'Nike Air Max 90'): Fact => {
  const productId = newId();
  return fact(StockLowV1, { productId, name, available: 1, threshold: 2 }, { sellerId, key: productId, version: 1 });
};

/** Aminata has ordered. */
export const anOrder = (sellerId: string, prospectId: string = newId()): Fact => {
  const orderId = newId();
  const line = { productId: newId(), productName: 'Nike Air Max 90', quantity: 1, unitPrice: 45_000, lineTotal: 45_000 };
  const payload = {
    ...{
      orderId,
      orderNumber: 'CMD-20261122-000001',
      prospectId,
      customerName: 'Aminata Traoré',
      customerPhone: '+2250598765432',
    },
    ...{
      lines: [line],
      total: 45_000,
      deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
      deliveryPhone: '+2250598765432',
    },
    confirmedAt: now,
  };
  return fact(OrderConfirmedV1, payload, { sellerId, key: orderId, version: 1 });
};
