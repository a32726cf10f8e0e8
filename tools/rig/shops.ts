import { answer, ApiProblem, type FluxAsync } from '#api-client';
import { eventually } from '#testing';
import type { Rig } from './rig.js';

/** A shop of the rig, signed in. */
export interface RigShop {
  readonly flux: FluxAsync;
  readonly sellerId: string;
  /** A key that may enter orders: unlike a session it does not end. */
  readonly apiKey: string;
  /** What there is to sell. */
  readonly goods: readonly { readonly productId: string; readonly variantId: string }[];
  readonly number: { readonly phoneNumberId: string; readonly businessAccountId: string; readonly phone: string };
}

export interface ShopWishes {
  /** Of each size. */
  readonly stock?: number;
  /** With a courier, where deliveries run. */
  readonly courier?: boolean;
}

/** A busy machine may not answer in time at first; what was not begun is asked again. */
export const patiently = <T>(ask: () => Promise<T>) => eventually(ask, { withinMs: 30_000, everyMs: 500 });

/** Taken the first time, though the answer came too late. */
const orTakenBefore = (code: string) => (error: unknown) => {
  if (!(error instanceof ApiProblem && error.code === code)) throw error;
};

const SIZES = ['38', '39', '40', '41', '42'];
const ARTICLES = [
  { name: 'Nike Air Max 90', unitPrice: 45_000, aliases: ['air max', 'airmax'] },
  { name: 'Adidas Stan Smith', unitPrice: 35_000, aliases: ['stan smith'] },
];

/** Opens shops by the API, one after the other's sign-up since passwords are slow to seal, and waits until the assistant knows them. */
export async function openShops(rig: Rig, count: number, wishes: ShopWishes = {}): Promise<RigShop[]> {
  const shops = await Promise.all(Array.from({ length: count }, (_, n) => openShop(rig, n + 1, wishes)));
  const known = await eventually(
    async () => {
      const [row] = await rig.sql<{ numbers: number; articles: number; zones: number }>(
        `select (select count(*)::int from conversations.comptes_copie) as numbers, (select count(*)::int from conversations.produits_copie) as articles,
                (select count(*)::int from conversations.zones_copie) as zones`,
      );
      const wanted = { numbers: count, articles: count * ARTICLES.length, zones: wishes.courier ? count : 0 };
      if (row!.numbers < wanted.numbers || row!.articles < wanted.articles || row!.zones < wanted.zones)
        throw new Error(`the assistant knows ${JSON.stringify(row)} of ${JSON.stringify(wanted)}`);
      return shops;
    },
    { withinMs: 30_000, everyMs: 50 },
  );
  return known;
}

async function openShop(rig: Rig, n: number, { stock = 1_000, courier = false }: ShopWishes): Promise<RigShop> {
  const own = String(10_000_000 + n * 1_111);
  const number = {
    phoneNumberId: `1099${own}`,
    businessAccountId: `WABA_${own}`,
    phone: `+22505${own}`,
    accessToken: `EAAB-${own}`,
  };
  await rig.sandboxed('POST', 'accounts', { ...number, phone: number.phone.replace('+', ''), name: `Boutique ${n}` });
  for (const waId of [`22507${own}`, `22501${own}`])
    await rig.sandboxed('POST', 'phones', { waId, phone: waId, name: `Personne ${n}` });
  const flux = rig.client();
  const [email, password] = [`vendeur${n}@exemple.ci`, 'des-chaussures-pour-tous'];
  const { sellerId } = await patiently(() =>
    flux
      .signUp({
        lastName: 'Kouadio',
        firstName: `Jean ${n}`,
        email,
        phone: `+22507${own}`,
        password,
        country: "Côte d'Ivoire",
        sector: 'Chaussures',
        shopName: `Boutique ${n}`,
        pickupAddress: `Abobo, Magasin ${n}`,
      })
      .catch((error: unknown) => {
        // Taken the first time, though the answer came too late.
        if (error instanceof ApiProblem && error.code === 'EMAIL_TAKEN') return flux.signIn(email, password);
        throw error;
      }),
  );
  await patiently(() =>
    answer(flux.api.POST('/v1/whatsapp-accounts', { body: number })).catch(orTakenBefore('WHATSAPP_ACCOUNT_ALREADY_LINKED')),
  );
  const goods: { productId: string; variantId: string }[] = [];
  for (const article of ARTICLES) {
    const { id, variants } = await patiently(() =>
      answer(flux.api.POST('/v1/products', { body: { ...article, variants: SIZES.map((size) => ({ size, stock })) } })),
    );
    goods.push(...variants.map((variant) => ({ productId: id, variantId: variant.id })));
  }
  const scopes = ['orders:read' as const, 'orders:write' as const, 'conversations:read' as const];
  const { key } = await patiently(() => answer(flux.api.POST('/v1/api-keys', { body: { name: 'Caisse', scopes } })));
  if (courier)
    await patiently(() =>
      answer(
        flux.api.POST('/v1/couriers', {
          body: { fullName: `Mamadou ${n}`, phone: `+22501${own}`, zones: ['Cocody', 'Marcory', 'Plateau'] },
        }),
      ).catch(orTakenBefore('COURIER_PHONE_TAKEN')),
    );
  return { flux, sellerId, apiKey: key!, goods, number };
}
