import { type EventMeta, ProductListedV1, type ProductFacts, type Received } from '#contracts';
import { newId } from '#database';
import type { RunningService } from '#service';
import { CatalogueCopy } from '../src/catalogue/catalogue.copy.js';
import { ShopTools } from '../src/turns/shop-tools.js';
import { startStage, type Stage } from './stage.js';

const KINDS = ['Robe', 'Chemise', 'Pantalon', 'Sac', 'Basket', 'Sandale', 'Montre', 'Casquette', 'Pagne', 'Boubou'];
const MAKES = ['Zara', 'Vlisco', 'Gucci', 'Mango', 'Lacoste', 'Uniwax', 'Nike', 'Adidas', 'Kente', 'Bazin'];
const STYLES = ['wax', 'dentelle', 'lin', 'coton', 'cuir', 'jean', 'satin', 'velours', 'bogolan', 'mousseline'];
const COLOURS = ['rouge', 'noir', 'blanc', 'bleu', 'vert', 'jaune', 'doré', 'marron', 'rose', 'gris'];

/** Ten thousand products whose names share their words, as those of a real shop do. */
function catalogue(): ProductFacts[] {
  return Array.from({ length: 10_000 }, (_, n) => {
    const pick = (from: string[], power: number) => from[Math.floor(n / 10 ** power) % 10]!;
    return product(`${pick(KINDS, 0)} ${pick(MAKES, 1)} ${pick(STYLES, 2)} ${pick(COLOURS, 3)}`, 5_000 + n);
  });
}

const product = (name: string, unitPrice: number, more: Partial<ProductFacts> = {}): ProductFacts => ({
  productId: newId(),
  name,
  unitPrice,
  available: 5,
  aliases: [],
  active: true,
  variants: [],
  ...more,
});

describe('the search of a shop with ten thousand products', () => {
  let service: RunningService;
  let stop: Stage['stop'];
  const sellerId = newId();
  const rare = [
    product('Nike Air Max 90', 45_000, { floorPrice: 42_000, aliases: ['AM90'], photos: [newId()] }),
    product('Adidas Stan Smith', 35_000),
    product('Samsung Galaxy A15', 110_000, { aliases: ['téléphone samsung'] }),
    product('Crème karité Nappy Queen', 6_000),
  ];

  beforeAll(async () => {
    ({ service, stop } = await startStage());
    const all = [...catalogue(), ...rare];
    for (let from = 0; from < all.length; from += 500) await tell(all.slice(from, from + 500));
  }, 120_000);

  afterAll(() => stop?.());

  function tell(products: ProductFacts[], version = 1): Promise<void> {
    const batch = products.map((event) => ({ event, meta: { sellerId, version } as EventMeta }));
    return service.db.asWorker(() => service.get<CatalogueCopy>(CatalogueCopy).keep(batch as Received<ProductListedV1>[]));
  }

  async function found(query: string): Promise<string[]> {
    const offers = await service.get<ShopTools>(ShopTools).for({ sellerId, prospectId: newId() }).searchCatalogue(query);
    return offers.map((offer) => offer.productName);
  }

  it.each([
    ['airmax', 'Nike Air Max 90'],
    ['les air max svp', 'Nike Air Max 90'],
    ['am90', 'Nike Air Max 90'],
    ['stan smit', 'Adidas Stan Smith'],
    ['adidas stansmith', 'Adidas Stan Smith'],
    ['telephone samsoung', 'Samsung Galaxy A15'],
    ['creme karite', 'Crème karité Nappy Queen'],
    ['robe zara wax rouge', 'Robe Zara wax rouge'],
    ['PAGNE vlisco dentèle noir', 'Pagne Vlisco dentelle noir'],
    ['sandal lacoste bleue cuir', 'Sandale Lacoste cuir bleu'],
    ['chemise unwiax gris', 'Chemise Uniwax'],
  ])('« %s » has %s first', async (query, name) => expect((await found(query))[0]).toContain(name));

  it('finds what has all of words that each name a thousand products', async () => {
    const names = await found('robe rouge');
    expect(names).toHaveLength(8);
    for (const name of names) expect(name).toMatch(/^Robe .* rouge$/);
  });

  it('looks past a rare word that only resembles one that was asked for, to the common ones that were', async () => {
    expect((await found('robe telephoniste rouge'))[0]).toMatch(/^Robe .* rouge$/);
  });

  it('finds of several things asked for at once what it finds of each alone', async () => {
    const queries = ['superstr', 'air max', 'robe rouge', 'samsung galxy', 'réfrigérateur', 'creme karite'];
    const alone: string[][] = [];
    for (const query of queries) alone.push(await found(query));
    expect(await Promise.all(queries.map((query) => found(query)))).toEqual(alone);
    const tools = service.get<ShopTools>(ShopTools).for({ sellerId, prospectId: newId() });
    const together = await Promise.all(queries.map((query) => tools.searchCatalogue(query)));
    expect(together.map((offers) => [...new Set(offers.map((offer) => offer.productName))])).toEqual(alone);
  });

  it('finds nothing for what is not sold, and nothing of another shop', async () => {
    expect(await found('réfrigérateur')).toEqual([]);
    const elsewhere = await service
      .get<ShopTools>(ShopTools)
      .for({ sellerId: newId(), prospectId: newId() })
      .searchCatalogue('nike');
    expect(elsewhere).toEqual([]);
  });

  it('shows floor and photos to whoever answers', async () => {
    const [offer] = await service.get<ShopTools>(ShopTools).for({ sellerId, prospectId: newId() }).searchCatalogue('air max 90');
    expect(offer).toMatchObject({ floorPrice: 42_000, photos: rare[0]!.photos, aliases: ['AM90'] });
  });

  it('follows a product that gets another name, and one that is no longer sold', async () => {
    await tell(
      [
        { ...rare[1]!, name: 'Adidas Superstar' },
        { ...rare[3]!, active: false },
      ],
      2,
    );
    expect((await found('superstar'))[0]).toBe('Adidas Superstar');
    expect(await found('stan smith')).not.toContain('Adidas Superstar');
    expect(await found('karité')).toEqual([]);
  });
});
