import { Offer } from '../assistant.js';
import { InMemoryShop } from './in-memory-shop.js';

const goods = (productName: string, unitPrice: number, more: Partial<Offer> = {}): Offer => ({
  productId: productName,
  ...(more.size || more.color ? { variantId: [productName, more.size, more.color].join('/') } : {}),
  productName,
  unitPrice,
  available: 20,
  ...more,
});

const each = (
  sizes: Record<string, number>,
  colors: (string | undefined)[],
  of: (unitPrice: number, more: Partial<Offer>) => Offer,
) =>
  Object.entries(sizes).flatMap(([size, price]) =>
    colors.map((color) => of(price, { ...(size ? { size } : {}), ...(color ? { color } : {}) })),
  );

/** A market of cloth, telephones, care and food: goods counted in yards, kilos and litres, in formats, models and extents. */
export function marketShop(): InMemoryShop {
  const shop = new InMemoryShop([
    ...each({ '6 yards': 30_000, 'demi-pièce': 16_000 }, ['bleu', 'rouge', 'vert'], (price, more) =>
      goods('Pagne Wax Hollandais', price, { ...more, floorPrice: price - 1_000, aliases: ['hollandais'] }),
    ),
    ...['jaune', 'bleu'].map((color) =>
      goods('Pagne Woodin 6 yards', 18_000, { color, floorPrice: 16_000, aliases: ['woodin'] }),
    ),
    ...each({ M: 15_000, L: 15_000, XL: 15_000 }, [undefined], (price, more) => goods('Chemise homme bazin', price, more)),
    goods('Foulard satin', 3_000),
    ...each({ '64 Go': 190_000, '128 Go': 220_000 }, ['noir', 'blanc'], (price, more) => goods('iPhone 12', price, more)),
    ...['128 Go', '256 Go'].map((size, i) =>
      goods('Samsung Galaxy A15', 95_000 + i * 15_000, { size, color: 'noir', aliases: ['A15'] }),
    ),
    ...['Galaxy A15', 'iPhone 12'].map((size) => goods('Verre trempé', 2_000, { size, aliases: ['incassable'] })),
    goods('Chargeur rapide 25W', 7_000, { aliases: ['chargeur'] }),
    ...['noir', 'blond'].map((color) => goods('Mèches X-Pression (paquet)', 1_500, { color, aliases: ['mèches', 'rajout'] })),
    ...each({ '125 ml': 2_500, '250 ml': 4_500, '500 ml': 8_000 }, [undefined], (price, more) =>
      goods('Lait de corps Karité', price, { ...more, aliases: ['lait'] }),
    ),
    goods('Attiéké (kg)', 800, { aliases: ['attiéké'] }),
    goods('Poisson fumé (kg)', 4_500, { aliases: ['poisson fumé', 'poisson'] }),
    ...each({ '50 cl': 500, '1 litre': 1_000 }, [undefined], (price, more) =>
      goods('Jus de bissap', price, { ...more, aliases: ['bissap'] }),
    ),
    ...each({ '50 cl': 500, '1 litre': 1_000 }, [undefined], (price, more) =>
      goods('Jus de gingembre', price, { ...more, aliases: ['gnamakou'] }),
    ),
    ...each({ simple: 1_500, royal: 2_500 }, [undefined], (price, more) =>
      goods('Menu garba', price, { ...more, aliases: ['garba'] }),
    ),
    goods('Foutou sauce graine', 3_000, { aliases: ['foutou'] }),
    goods('Placali sauce gombo', 2_500, { aliases: ['placali'] }),
  ]);
  shop.fees = { ...shop.fees, Yopougon: 2_500 };
  return shop;
}
