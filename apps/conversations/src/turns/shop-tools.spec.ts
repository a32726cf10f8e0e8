import { newId } from '#database';
import type { ShopFacts, ShopReading, Wanted } from './shop-reading.js';
import { ShopTools } from './shop-tools.js';

const NIKE = newId();

/** A shop that sells one thing, delivers to one zone, and remembers what it was asked for. */
function aShop() {
  const asked: Wanted[] = [];
  let price = 45_000;
  const read = (_seller: string, _prospect: string, wanted: Wanted): Promise<ShopFacts> => {
    asked.push(wanted);
    const nike = { productId: NIKE, productName: 'Nike Air Max 90', unitPrice: price, available: 3 };
    return Promise.resolve({
      windows: new Map(wanted.windows.map((first) => [first, [nike]])),
      ofProducts: wanted.productIds.includes(NIKE) ? [nike] : [],
      found: new Map(wanted.queries.map((query) => [query, query === 'nike' ? [nike] : []])),
      zones: wanted.service ? [{ zone: 'Cocody', fee: 2_000 }] : [],
      orders: [],
    });
  };
  const tools = new ShopTools({ read } as unknown as ShopReading).for({ sellerId: newId(), prospectId: newId() });
  return { asked, tools, sellsAt: (now: number) => (price = now) };
}

describe('what is looked up in a shop', () => {
  it('is read in one go where it is asked for at one moment', async () => {
    const { asked, tools } = aShop();
    const [window, found, others, known, fee, zones] = await Promise.all([
      tools.listCatalogue(),
      tools.searchCatalogue('nike'),
      tools.searchCatalogue('adidas'),
      tools.offersOf([NIKE, 'no id at all']),
      tools.deliveryFee('à Cocody, Angré'),
      tools.deliveryZones(),
    ]);
    expect(asked).toEqual([{ windows: ['name'], productIds: [NIKE], queries: ['nike', 'adidas'], service: true }]);
    expect([window, found, others, known].map((offers) => offers.length)).toEqual([1, 1, 0, 1]);
    expect(fee).toEqual({ commune: 'Cocody', fee: 2_000 });
    expect(zones).toEqual(['Cocody']);
  });

  it('is read again each time where it may have changed, and not at all where nothing can be found', async () => {
    const { asked, tools, sellsAt } = aShop();
    expect((await tools.checkStock(NIKE))?.unitPrice).toBe(45_000);
    sellsAt(50_000);
    expect((await tools.checkStock(NIKE))?.unitPrice).toBe(50_000);
    expect(await tools.checkStock(NIKE, newId())).toBeUndefined();
    expect(await tools.checkStock("nike'; drop table produits_copie")).toBeUndefined();
    expect(asked).toHaveLength(3);
  });

  it('says where it delivers as it was read with what was asked for first, unless it is looked at anew', async () => {
    const { asked, tools } = aShop();
    await tools.deliveryFee('Cocody');
    await tools.deliveryFee('Yopougon');
    await tools.orderStatus();
    await tools.searchCatalogue('nike');
    expect(asked.map(({ service }) => service)).toEqual([true, false]);
    await tools.anew().deliveryFee('Cocody');
    expect(asked).toHaveLength(3);
  });
});
