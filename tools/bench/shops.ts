import { type Fact, fact, ListProduct, RegisterCourier, SellerRegisteredV1, WhatsAppAccountConnectedV1 } from '#contracts';
import { newId } from '#database';
import { SecretBox } from '#providers';
import { eventually } from '#testing';
import type { Stage } from './stage.js';

/** A shop to measure with. */
export interface BenchShop {
  readonly sellerId: string;
  readonly accountId: string;
  readonly phoneNumberId: string;
  readonly businessAccountId: string;
  /** E.164. */
  readonly phone: string;
  readonly goods: readonly { readonly productId: string; readonly variantId: string; readonly size: string }[];
}

const SIZES = ['38', '39', '40', '41', '42'];
const STOCK = 100_000;
const COURIERS = 3;

/** Sellers with a linked number, two articles in five sizes and three couriers, by the messages that make them; waits until every service knows them. */
export async function openShops(stage: Stage, count: number, { couriers = COURIERS } = {}): Promise<BenchShop[]> {
  const box = SecretBox.fromEnv(`local:${stage.rig.dir.secrets().encryptionKey}`);
  const plans = Array.from({ length: count }, (_, n) => {
    const own = String(10_000_000 + n);
    return {
      sellerId: newId(),
      accountId: newId(),
      phoneNumberId: `1099${own}`,
      businessAccountId: `WABA_${own}`,
      phone: `+22505${own}`,
      own,
    };
  });
  await stage.publish(plans.flatMap((plan) => factsOf(plan, box)));
  await known(stage, 'select count(*)::int as n from orders.vendeurs_copie', count);
  await known(stage, 'select count(*)::int as n from conversations.comptes_copie', count);
  const shops: BenchShop[] = [];
  const open = [...plans];
  const hand = async () => {
    for (let plan = open.shift(); plan; plan = open.shift()) shops.push(await furnish(stage, plan, couriers));
  };
  await Promise.all(Array.from({ length: 8 }, hand));
  await known(stage, 'select count(*)::int as n from conversations.produits_copie', count * 2);
  if (couriers > 0) await known(stage, 'select count(*)::int as n from conversations.zones_copie', count);
  return shops;
}

function factsOf({ sellerId, accountId, phoneNumberId, businessAccountId, phone, own }: BenchPlan, box: SecretBox): Fact[] {
  return [
    fact(
      SellerRegisteredV1,
      {
        lastName: 'Kouadio',
        firstName: `Jean ${own}`,
        email: `vendeur${own}@exemple.ci`,
        phone: `+22507${own}`,
        country: "Côte d'Ivoire",
        sector: 'Chaussures',
        shopName: `Boutique ${own}`,
        pickupAddress: 'Abobo, Magasin Kouadio Chaussures',
        timeZone: 'Africa/Abidjan',
      },
      { sellerId, key: sellerId, version: 1 },
    ) as Fact,
    fact(
      WhatsAppAccountConnectedV1,
      {
        accountId,
        phoneNumberId,
        businessAccountId,
        phone,
        sealedToken: box.seal('EAAB-bench', `comptes_whatsapp.access_token|${sellerId}`),
      },
      { sellerId, key: accountId, version: 1 },
    ) as Fact,
  ];
}

type BenchPlan = Omit<BenchShop, 'goods'> & { own: string };

async function furnish(stage: Stage, { own, ...plan }: BenchPlan, couriers: number): Promise<BenchShop> {
  const goods: { productId: string; variantId: string; size: string }[] = [];
  for (const [name, unitPrice] of [
    ['Nike Air Max 90', 45_000],
    ['Adidas Stan Smith', 35_000],
  ] as const) {
    const variants = SIZES.map((size) => ({ size, stock: STOCK }));
    const product = await stage.ask(ListProduct, { name, unitPrice, variants }, plan.sellerId);
    goods.push(...product.variants.map((variant) => ({ productId: product.id, variantId: variant.id, size: variant.size! })));
  }
  for (let n = 0; n < couriers; n += 1)
    await stage.ask(
      RegisterCourier,
      {
        fullName: `Mamadou Diabaté ${n}`,
        phone: `+22501${String(Number(own) + n * 20_000_000)}`,
        zones: ['Cocody', 'Marcory', 'Plateau'],
      },
      plan.sellerId,
    );
  return { ...plan, goods };
}

async function known(stage: Stage, sql: string, wanted: number): Promise<void> {
  await eventually(
    async () => {
      const [row] = await stage.rig.sql<{ n: number }>(sql);
      if (row!.n < wanted) throw new Error(`${row!.n} of ${wanted}: ${sql}`);
    },
    { withinMs: 120_000, everyMs: 100 },
  );
}
