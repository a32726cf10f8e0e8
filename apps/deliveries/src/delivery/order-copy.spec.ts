import { newId } from '#database';
import { copyOf } from './order-copy.js';

const order = {
  orderId: newId(),
  orderNumber: 'CMD-20261123-000002',
  prospectId: newId(),
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  lines: [{ productId: newId(), productName: 'Nike Air Max 90', size: '39', quantity: 1, unitPrice: 45_000, lineTotal: 45_000 }],
  total: 45_000,
  deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
  deliveryPhone: '+2250598765432',
};

describe('the parcel that a courier is told of', () => {
  it('names what he brings, and that he comes back with what she returns when it is an exchange', () => {
    expect(copyOf(order).parcel).toBe('1x Nike Air Max 90 (39)');
    expect(copyOf({ ...order, exchangeOf: newId() }).parcel).toBe('1x Nike Air Max 90 (39), en échange des articles à reprendre');
  });

  it('says so however long the order is', () => {
    const [line] = order.lines;
    const lines = Array.from({ length: 50 }, () => ({ ...line!, productName: 'Nike Air Max 90 édition limitée' }));
    const { parcel } = copyOf({ ...order, lines, exchangeOf: newId() });
    expect(parcel).toHaveLength(1_000);
    expect(parcel).toMatch(/, en échange des articles à reprendre$/);
  });
});
