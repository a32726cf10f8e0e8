import { type Fact, fact, ProductListedV1 } from '#contracts';
import { Database, newId, requestRole } from '#database';
import { CandidateProducts } from '../../apps/conversations/src/catalogue/candidate-products.js';
import { FindProducts } from '../../apps/conversations/src/catalogue/find-products.js';
import { eventually } from '#testing';
import type { Row } from './row.js';
import { openShops } from './shops.js';
import { Stage } from './stage.js';
import { figure, quantile } from './statistics.js';

const BRANDS = [
  'Nike',
  'Adidas',
  'Puma',
  'Bata',
  'Gucci',
  'Zara',
  'Kenzo',
  'Lacoste',
  'Vlisco',
  'Uniwax',
  'Tecno',
  'Samsung',
  'Infinix',
  'Itel',
  'Apple',
  'Dior',
];
const KINDS = [
  'sneakers',
  'sandales',
  'pagne',
  'robe',
  'chemise',
  'jean',
  'sac',
  'montre',
  'parfum',
  'téléphone',
  'casque',
  'ceinture',
  'boubou',
  'bazin',
  'mocassins',
  'talons',
];
const MODELS = [
  'Classic',
  'Air',
  'Pro',
  'Max',
  'Lite',
  'Royal',
  'Élégance',
  'Sport',
  'Junior',
  'Deluxe',
  'Urban',
  'Vintage',
  'Premium',
  'Star',
  'Gold',
  'Nova',
];
const ASKED = [
  'vous avez les nikes air',
  'robe vlisco',
  'samsung pro 42',
  'parfum dior elegance',
  'je cherche des sandale bata',
  'montre gold',
  'bazin royal',
  'adidass classic',
];

export const searchRow: Row = {
  name: 'search',
  title: 'Search',
  says: 'Products found by a customer’s words (slips included) among 10,000 of one seller and as many of another, within the assistant’s transaction.',
  async run({ root, chance, quick, say }) {
    const stage = await Stage.open({ root, replicas: { orders: 1, conversations: 1 } });
    const count = quick ? 1_000 : 10_000;
    try {
      const shops = await openShops(stage, 2, { couriers: 0 });
      await stage.publish(
        shops.flatMap(({ sellerId }) => Array.from({ length: count }, (_, n) => listed(sellerId, nameOf(chance, n)))),
      );
      say(`${count} products each are listed`);
      await eventually(
        async () => {
          const [row] = await stage.rig.sql<{ n: number }>('select count(*)::int as n from conversations.produits_copie');
          if (row!.n < 2 * count) throw new Error(`${row!.n} are known`);
        },
        { withinMs: 300_000, everyMs: 500 },
      );
      await stage.rig.sql('analyze');
      const url = new URL(stage.rig.adminUrl);
      url.username = requestRole('conversations');
      url.password = encodeURIComponent(stage.rig.dir.secrets().servicePasswords.conversations);
      const db = await Database.connect({ service: 'conversations', url: url.href });
      try {
        const find = new FindProducts(db, new CandidateProducts(db));
        const took: number[] = [];
        let found = 0;
        for (let n = 0; n < (quick ? 200 : 2_000); n += 1) {
          const { sellerId } = chance.pick(shops);
          const began = performance.now();
          const [ids] = await db.keepingPlans(() =>
            db.asSeller(sellerId, () => find.byWords(sellerId, [chance.pick(ASKED)], 10)),
          );
          if (n >= 100) took.push(performance.now() - began);
          found += ids!.length > 0 ? 1 : 0;
        }
        const [p50, p95] = [quantile(took, 0.5), quantile(took, 0.95)];
        return {
          table: [
            ['products of the seller', 'p50, ms', 'p95, ms'],
            [String(count), figure(p50), figure(p95)],
          ],
          facts: { count, p50, p95, found, asked: took.length + 100 },
          bars: [{ what: 'p95', wanted: '≤ 5 ms', got: `${figure(p95)} ms`, met: p95 <= 5 }],
        };
      } finally {
        await db.close();
      }
    } finally {
      await stage.close();
    }
  },
};

const nameOf = (chance: Parameters<Row['run']>[0]['chance'], n: number) =>
  `${chance.pick(KINDS)} ${chance.pick(BRANDS)} ${chance.pick(MODELS)} ${n % 97}`;

function listed(sellerId: string, name: string): Fact {
  const productId = newId();
  return fact(
    ProductListedV1,
    { productId, name, unitPrice: 15_000, available: 10, aliases: [], photos: [], active: true, variants: [] },
    { sellerId, key: productId, version: 1 },
  ) as Fact;
}
