import { namedIn } from '#contracts';
import { AssistantTools, Offer, PlacedOrder } from '../assistant.js';
import { alike } from '../offline/alike.js';
import { isOver } from '../offline/latest-order.js';
import { fold } from '../offline/normalise.js';

/** Kouadio's shop in memory, for tests of the assistant and its guard. Prices, stock and fees can be changed between turns. */
export class InMemoryShop implements AssistantTools {
  fees: Record<string, number> = {
    Cocody: 2000,
    Marcory: 2000,
    Plateau: 1500,
    Koumassi: 2000,
    Adjamé: 1500,
    Abobo: 2500,
    Treichville: 1500,
  };
  order: PlacedOrder | undefined;
  /** What she ordered before that, the latest first. */
  earlier: PlacedOrder[] = [];

  constructor(public offers: Offer[]) {}

  /** The story's shop, its products without variants. */
  static withoutSizes(): InMemoryShop {
    return new InMemoryShop([
      { productId: 'nike', productName: 'Nike Air Max 90', unitPrice: 45_000, available: 10 },
      { productId: 'adidas', productName: 'Adidas Stan Smith', unitPrice: 35_000, available: 15 },
      { productId: 'puma', productName: 'Puma Suede Classic', unitPrice: 30_000, available: 8 },
    ]);
  }

  /** The same shop with sizes: no Nike left in 40, no Puma in 38, the Puma in two colours. */
  static withSizes(): InMemoryShop {
    const variant = (
      productId: string,
      productName: string,
      unitPrice: number,
      size: string,
      available: number,
      color?: string,
    ): Offer => ({
      productId,
      variantId: `${productId}-${size}${color ? `-${color}` : ''}`,
      productName,
      size,
      ...(color ? { color } : {}),
      unitPrice,
      available,
    });
    return new InMemoryShop([
      variant('nike', 'Nike Air Max 90', 45_000, '38', 4),
      variant('nike', 'Nike Air Max 90', 45_000, '39', 2),
      variant('nike', 'Nike Air Max 90', 45_000, '40', 0),
      variant('nike', 'Nike Air Max 90', 45_000, '42', 4),
      variant('adidas', 'Adidas Stan Smith', 35_000, '38', 5),
      variant('adidas', 'Adidas Stan Smith', 35_000, '40', 5),
      variant('adidas', 'Adidas Stan Smith', 35_000, '41', 5),
      variant('puma', 'Puma Suede Classic', 30_000, '40', 3, 'noir'),
      variant('puma', 'Puma Suede Classic', 30_000, '40', 2, 'rouge'),
      variant('puma', 'Puma Suede Classic', 30_000, '41', 3, 'noir'),
    ]);
  }

  /** Goods of every trade, as sellers write them down: capacities, weights, forms, colours nobody listed, floors and a photo. */
  static ofEveryTrade(): InMemoryShop {
    const goods = (productName: string, unitPrice: number, more: Partial<Offer> = {}): Offer => ({
      productId: productName,
      ...(more.size || more.color ? { variantId: [productName, more.size, more.color].join('/') } : {}),
      productName,
      unitPrice,
      available: 9,
      ...more,
    });
    return new InMemoryShop([
      ...['64 go', '128 go'].map((size, i) =>
        goods('iPhone 11', 185_000 + i * 20_000, { size, color: 'noir', floorPrice: 175_000 + i * 20_000 }),
      ),
      goods('iPhone 13', 310_000, { size: '128 go', color: 'bleu' }),
      ...['iPhone 11', 'iPhone 13'].map((size) => goods('Verre trempé', 1_500, { size, aliases: ['incassable'] })),
      ...['noir', 'rose'].map((color) => goods('Coque silicone iPhone 11', 3_000, { color })),
      goods('Montre connectée', 18_000, { floorPrice: 15_000, photos: ['photo-montre'] }),
      ...['rouge', 'nude'].map((color) => goods('Rouge à lèvres mat', 3_000, { color, floorPrice: 2_500 })),
      ...['250 g', '1 kg'].map((size, i) => goods('Beurre de karité', 2_500 + i * 5_500, { size, aliases: ['karité'] })),
      ...['simple', 'royal'].map((size, i) => goods('Garba', 1_000 + i * 500, { size })),
      goods('Eau minérale', 500),
      ...['M', 'L'].flatMap((size) =>
        ['rouge', 'bleu'].map((color) => goods('Robe longue wax', 20_000, { size, color, floorPrice: 18_000 })),
      ),
      goods('Sandales Samara', 8_000, { size: '42', available: 0 }),
    ]);
  }

  /** Shoes in two colours whose prices differ, a fixed price, a floor, and goods that have no size: socks by the lot and a bag. */
  static ofStreetwear(): InMemoryShop {
    const inSizes = (
      productId: string,
      productName: string,
      unitPrice: number,
      each: Record<string, number>,
      floorPrice?: number,
    ) =>
      Object.entries(each).map(([variant, available]): Offer => {
        const [size = '', color] = variant.split(' ');
        const more = { ...(color ? { color } : {}), ...(floorPrice ? { floorPrice } : {}) };
        return { productId, variantId: `${productId}-${variant}`, productName, size, unitPrice, available, ...more };
      });
    return new InMemoryShop([
      ...inSizes('airmax', 'Nike Air Max 90', 45_000, { 38: 4, 39: 4, 40: 4, 41: 4 }),
      ...inSizes('stan', 'Adidas Stan Smith', 35_000, { 38: 5, 39: 5, 40: 5, 41: 5, 42: 5 }),
      ...inSizes('puma', 'Puma Suede Classic', 30_000, { 40: 3, 41: 1, 42: 0 }, 26_000),
      ...inSizes('force', 'Nike Air Force 1', 40_000, { '40 blanc': 4, '41 blanc': 4, '41 noir': 4, '42 noir': 0 }, 36_000),
      ...inSizes('sandales', 'Sandales Birkenstock Arizona', 18_000, { '37 marron': 4, '38 marron': 4, '38 noir': 4 }, 15_000),
      { productId: 'chaussettes', productName: 'Chaussettes Nike (lot de 3)', unitPrice: 5_000, available: 20 },
      { productId: 'sac', productName: 'Sac à dos Puma', unitPrice: 15_000, available: 20 },
    ]);
  }

  anew(): this {
    return this;
  }

  searchCatalogue(query: string): Promise<Offer[]> {
    const words = fold(query).split(/\s+/);
    const fits = (offer: Offer) =>
      [offer.productName, ...(offer.aliases ?? [])].some((name) => words.some((word) => resembles(fold(name), word)));
    return Promise.resolve(this.offers.filter(fits));
  }

  checkStock(productId: string, variantId?: string): Promise<Offer | undefined> {
    return Promise.resolve(this.offers.find((offer) => offer.productId === productId && offer.variantId === variantId));
  }

  offersOf(productIds: string[]): Promise<Offer[]> {
    return Promise.resolve(this.offers.filter((offer) => productIds.includes(offer.productId)));
  }

  listCatalogue(first: 'name' | 'cheapest' | 'dearest' = 'name'): Promise<Offer[]> {
    const sign = { name: 0, cheapest: 1, dearest: -1 }[first];
    const listed = this.offers.toSorted(
      (a, b) => (sign && Number(b.available > 0) - Number(a.available > 0)) || sign * (a.unitPrice - b.unitPrice),
    );
    return Promise.resolve(listed.slice(0, 50).map((offer) => ({ ...offer })));
  }

  deliveryFee(place: string): Promise<{ commune: string; fee: number } | undefined> {
    const fees = Object.entries(this.fees);
    const found =
      fees.find(([commune]) => namedIn(place, commune) === 'there') ??
      fees.find(([commune]) => namedIn(place, commune) === 'landmark');
    return Promise.resolve(found && { commune: found[0], fee: found[1] });
  }

  deliveryZones(): Promise<string[]> {
    return Promise.resolve(Object.keys(this.fees));
  }

  orderStatus(number?: string): Promise<PlacedOrder | undefined> {
    return Promise.resolve(this.earlier.find((one) => one.number === number) ?? this.order);
  }

  openOrders(): Promise<PlacedOrder[]> {
    const hers = [...(this.order ? [this.order] : []), ...this.earlier];
    return Promise.resolve(hers.filter(({ status }) => !isOver(status)));
  }
}

/** As the platform's search does: slips of the finger and words run together are forgiven. */
function resembles(name: string, word: string): boolean {
  return name.includes(word) || name.replaceAll(' ', '').includes(word) || name.split(' ').some((part) => alike(part, word));
}
