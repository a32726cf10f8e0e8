import { jest } from '@jest/globals';
import {
  AddVariant,
  AdjustStock,
  ArchiveProduct,
  CancelOrder,
  GetOrder,
  GetOrderReportLines,
  GetProduct,
  ImportProducts,
  type ImportReport,
  ListProduct,
  ListProducts,
  ListStockMovements,
  OrderConfirmedV1,
  ProductListedV1,
  ProductUpdatedV1,
  RemoveVariant,
  StockChangedV1,
  UpdateProduct,
  UpdateVariant,
} from '#contracts';
import { newId } from '#database';
import { ProductRepository } from '../src/catalogue/product.repository.js';
import { agree, anAgreement, listNike, rowsOf } from './fixtures.js';
import { onStage, type Stage } from './stage.js';

describe('the catalogue', () => {
  let { world, service, sellerId } = {} as Stage;
  onStage((stage) => ({ world, service, sellerId } = stage));

  const sell = async (productId: string, quantity = 1, variantId?: string) => {
    const agreed = anAgreement([{ productId, quantity, ...(variantId ? { variantId } : {}) }]);
    await agree(world, sellerId, agreed);
    return (await world.heard(OrderConfirmedV1, (e) => e.agreementId === agreed.agreementId)).event;
  };
  const inSizes = (sizes: Record<string, number>) =>
    listNike(world, sellerId, {
      stock: undefined,
      variants: Object.entries(sizes).map(([size, stock]) => ({ size, stock })),
    });

  describe('a product that is archived', () => {
    it('leaves lists and search for good, is off sale everywhere, and its orders and reports keep it', async () => {
      const nike = await listNike(world, sellerId);
      const order = await sell(nike.id, 2);
      const productId = nike.id;
      expect(await world.ask(ArchiveProduct, { productId }, sellerId)).toEqual({});
      await world.heard(ProductUpdatedV1, (e) => e.productId === productId && !e.active);
      expect((await world.ask(ListProducts, { search: 'nike' }, sellerId)).items).toEqual([]);
      const gone = { code: 'PRODUCT_NOT_FOUND' };
      await expect(world.ask(ArchiveProduct, { productId }, sellerId)).rejects.toMatchObject(gone);
      await expect(world.ask(GetProduct, { productId }, sellerId)).rejects.toMatchObject(gone);
      await expect(world.ask(UpdateProduct, { productId, active: true }, sellerId)).rejects.toMatchObject(gone);
      await expect(world.ask(AdjustStock, { productId, change: 1, reason: 'x' }, sellerId)).rejects.toMatchObject(gone);
      expect((await world.ask(GetOrder, { orderId: order.orderId }, sellerId)).lines).toHaveLength(1);
      expect((await world.ask(GetOrderReportLines, {}, sellerId)).items).toMatchObject([{ productName: 'Nike Air Max 90' }]);
      // What its orders held still comes back to its books.
      await world.ask(CancelOrder, { orderId: order.orderId, reason: 'Client injoignable' }, sellerId);
      const stock = 'select quantite_stock as stock, stock_reserve as reserved from produits where id_produit = $1';
      expect(await rowsOf(service, stock, [productId])).toEqual([{ stock: 10, reserved: 0 }]);
    });

    it('leaves its name to a new one', async () => {
      const old = await listNike(world, sellerId);
      await world.ask(ArchiveProduct, { productId: old.id }, sellerId);
      const anew = await listNike(world, sellerId, { stock: 3 });
      expect((await world.ask(ListProducts, {}, sellerId)).items).toMatchObject([{ id: anew.id, stock: 3 }]);
    });
  });

  it('knows an article by the seller’s own reference, which names one article only, by hand or by file', async () => {
    const nike = await listNike(world, sellerId, {
      reference: 'NIKE-90',
      stock: undefined,
      variants: [{ size: '38', stock: 2, reference: 'Nike 90/38' }],
    });
    expect(nike).toMatchObject({ reference: 'NIKE-90', variants: [{ reference: 'Nike 90/38' }] });
    const { event } = await world.heard(ProductListedV1, (e) => e.productId === nike.id);
    expect(event).toMatchObject({ reference: 'NIKE-90', variants: [{ reference: 'Nike 90/38' }] });
    const taken = { code: 'REFERENCE_TAKEN', kind: 'conflict' };
    await expect(listNike(world, sellerId, { name: 'Puma', reference: 'nike 90 38' })).rejects.toMatchObject(taken);
    const puma = await listNike(world, sellerId, { name: 'Puma' });
    const change = { productId: puma.id, reference: 'nike_90' };
    await expect(world.ask(UpdateProduct, change, sellerId)).rejects.toMatchObject(taken);
    const add = { productId: nike.id, size: '39', stock: 1 };
    await expect(world.ask(AddVariant, { ...add, reference: 'NIKE-90' }, sellerId)).rejects.toMatchObject(taken);
    const csv = (reference: string) =>
      `nom,prix,stock,taille,reference\nPuma,45000,10,,${reference}\nNike Air Max 90,45000,4,40,NIKE-90-40`;
    const refused = await world.ask(ImportProducts, { csv: csv('NIKE-90-40') }, sellerId);
    expect(refused).toMatchObject({
      applied: false,
      problems: [
        { line: 2, column: 'reference' },
        { line: 3, column: 'reference' },
      ],
    });
    expect(await world.ask(ImportProducts, { csv: csv('PUMA-1') }, sellerId)).toMatchObject({ applied: true, problems: [] });
  });

  describe('sizes and colours', () => {
    it('are added with their stock, once each', async () => {
      const nike = await inSizes({ '38': 3 });
      const productId = nike.id;
      const wider = await world.ask(AddVariant, { productId, size: '39', color: 'Noir', stock: 2, ifVersion: 1 }, sellerId);
      expect(wider).toMatchObject({ stock: 5, variants: [{ size: '38' }, { size: '39', color: 'Noir', stock: 2 }] });
      await expect(world.ask(AddVariant, { productId, size: ' 39', color: 'NOIR', stock: 1 }, sellerId)).rejects.toMatchObject({
        code: 'VARIANT_EXISTS',
        kind: 'conflict',
      });
      await expect(world.ask(AddVariant, { productId, size: '40', stock: 1, ifVersion: 1 }, sellerId)).rejects.toMatchObject({
        code: 'VERSION_MISMATCH',
      });
      await expect(world.ask(AddVariant, { productId, stock: 1 }, sellerId)).rejects.toMatchObject({ kind: 'invalid' });
    });

    it('change their price and come off sale', async () => {
      const nike = await inSizes({ '38': 3 });
      const change = { productId: nike.id, variantId: nike.variants[0]!.id, unitPrice: 50_000, active: false };
      const changed = await world.ask(UpdateVariant, { ...change, ifVersion: nike.version }, sellerId);
      expect(changed).toMatchObject({ version: nike.version + 1, variants: [{ unitPrice: 50_000, active: false }] });
      await expect(world.ask(UpdateVariant, { ...change, ifVersion: nike.version }, sellerId)).rejects.toMatchObject({
        code: 'VERSION_MISMATCH',
      });
      await expect(world.ask(UpdateVariant, { ...change, variantId: newId() }, sellerId)).rejects.toMatchObject({
        code: 'VARIANT_NOT_FOUND',
      });
    });

    it('leave for good once no order waits for them, what is left being booked out', async () => {
      const nike = await inSizes({ '38': 3, '39': 2 });
      const [v38, v39] = nike.variants;
      const order = await sell(nike.id, 1, v38!.id);
      const remove = { productId: nike.id, variantId: v38!.id };
      await expect(world.ask(RemoveVariant, remove, sellerId)).rejects.toMatchObject({
        code: 'VARIANT_RESERVED',
        facts: { reserved: 1 },
      });
      await world.ask(CancelOrder, { orderId: order.orderId, reason: 'x' }, sellerId);
      const left = await world.ask(RemoveVariant, remove, sellerId);
      expect(left).toMatchObject({ stock: 2, variants: [{ id: v39!.id }] });
      await expect(world.ask(RemoveVariant, remove, sellerId)).rejects.toMatchObject({ code: 'VARIANT_NOT_FOUND' });
      const { event } = await world.heard(ProductUpdatedV1, (e) => e.productId === nike.id && e.variants.length === 1);
      expect(event.available).toBe(2);
      // The order that named it keeps it, and a new one of the same size may come.
      expect((await world.ask(GetOrder, { orderId: order.orderId }, sellerId)).lines).toMatchObject([{ size: '38' }]);
      await world.ask(AddVariant, { productId: nike.id, size: '38', stock: 1 }, sellerId);
    });

    it('leave a product without any with nothing in stock, ready to be counted in', async () => {
      const nike = await inSizes({ '38': 3 });
      const productId = nike.id;
      const bare = await world.ask(RemoveVariant, { productId, variantId: nike.variants[0]!.id, ifVersion: 1 }, sellerId);
      expect(bare).toMatchObject({ stock: 0, reserved: 0, variants: [] });
      expect(await world.ask(AdjustStock, { productId, change: 4, reason: 'Arrivage' }, sellerId)).toMatchObject({ stock: 4 });
      await sell(productId, 4);
    });
  });

  it('tells each movement of a stock: what, how many, why, for which order and by whom', async () => {
    const nike = await inSizes({ '38': 3, '39': 2 });
    const [v38] = nike.variants;
    const product = { productId: nike.id, variantId: v38!.id };
    await world.ask(AdjustStock, { ...product, change: 2, reason: 'Arrivage' }, sellerId);
    const order = await sell(nike.id, 2, v38!.id);
    await world.ask(CancelOrder, { orderId: order.orderId, reason: 'x' }, sellerId);
    const { items } = await world.ask(ListStockMovements, product, sellerId);
    const actor = `seller:${sellerId}`;
    expect(items).toMatchObject([
      { cause: 'released', change: 0, reservedChange: -2, orderId: order.orderId, actor },
      { cause: 'reserved', change: 0, reservedChange: 2, orderId: order.orderId },
      { cause: 'adjusted', change: 2, reservedChange: 0, reason: 'Arrivage', actor },
      { cause: 'initial', change: 3, reservedChange: 0, actor },
    ]);
    expect(items.every(({ variantId }) => variantId === v38!.id)).toBe(true);
    const all: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await world.ask(ListStockMovements, { productId: nike.id, limit: 2, ...(cursor ? { cursor } : {}) }, sellerId);
      all.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    expect(new Set(all).size).toBe(5);
    expect(all.toSorted().reverse()).toEqual(all);
    await expect(world.ask(ListStockMovements, product, newId())).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' });
  });

  it('lists what is on sale or not, and what runs out', async () => {
    const low = await listNike(world, sellerId, { name: 'Bas', stock: 2, lowStockAt: 2 });
    const off = await listNike(world, sellerId, { name: 'Retiré', stock: 1, lowStockAt: 5 });
    await world.ask(UpdateProduct, { productId: off.id, active: false }, sellerId);
    const plenty = await listNike(world, sellerId, { name: 'Plein', stock: 9, lowStockAt: 2 });
    const empty = await listNike(world, sellerId, {
      name: 'Taille fermée',
      stock: undefined,
      lowStockAt: 0,
      variants: [{ size: '38', stock: 4 }],
    });
    await world.ask(UpdateVariant, { productId: empty.id, variantId: empty.variants[0]!.id, active: false }, sellerId);
    const ids = async (filter: object) => (await world.ask(ListProducts, filter, sellerId)).items.map(({ id }) => id);
    expect(await ids({ active: false })).toEqual([off.id]);
    expect(await ids({ active: true })).toEqual([empty.id, plenty.id, low.id]);
    expect(await ids({ low: true })).toEqual([empty.id, low.id]);
    expect(await ids({ low: false })).toEqual([plenty.id, off.id]);
  });

  describe('an import', () => {
    const imports = (csv: string, dryRun = false): Promise<ImportReport> =>
      world.ask(ImportProducts, { csv, ...(dryRun ? { dryRun } : {}) }, sellerId);
    const HEADER = 'Nom;Prix;Stock;Description;Alias;Taille;Couleur;Seuil_alerte;Actif';

    it('makes new products, brings known ones up to date and leaves the rest alone; the dry run says the same beforehand', async () => {
      const creme = await world.ask(ListProduct, { name: 'Crème de karité', unitPrice: 3_000, stock: 5 }, sellerId);
      const nike = await inSizes({ '38': 3, '40': 1 });
      const same = await world.ask(ListProduct, { name: 'Savon', unitPrice: 500, stock: 7 }, sellerId);
      const order = await sell(nike.id, 2, nike.variants[0]!.id);
      const csv = [
        HEADER,
        'CREME DE KARITE;3 500 FCFA;4;Pure;Beurre|Karité;;;2;',
        'Nike Air Max 90;45.000;10;;;38;;;',
        'Nike Air Max 90;47.000;6;;;39;;;',
        'Savon;500;7;;;;;;',
        'Sac;12000;0;;;;;;non',
        'Puma;30000;2;;;41;Noir;;',
        'Puma;32000;3;;;42;Noir;;',
      ].join('\n');
      const report = { lines: 7, created: 2, updated: 2, unchanged: 1, problems: [] };
      expect(await imports(csv, true)).toEqual({ applied: false, ...report });
      expect((await world.ask(ListProducts, {}, sellerId)).items).toHaveLength(3);
      expect(await imports(csv)).toEqual({ applied: true, ...report });

      const items = Object.fromEntries((await world.ask(ListProducts, {}, sellerId)).items.map((item) => [item.name, item]));
      expect(Object.keys(items).sort()).toEqual(['Crème de karité', 'Nike Air Max 90', 'Puma', 'Sac', 'Savon']);
      expect(items['Crème de karité']).toMatchObject({
        id: creme.id,
        unitPrice: 3_500,
        stock: 4,
        description: 'Pure',
        aliases: ['Beurre', 'Karité'],
        lowStockAt: 2,
      });
      expect(items['Nike Air Max 90']).toMatchObject({ unitPrice: 45_000, stock: 17, reserved: 2 });
      expect(items['Nike Air Max 90']!.variants.map(({ size, stock, unitPrice }) => [size, stock, unitPrice])).toEqual([
        ['38', 10, 45_000],
        ['40', 1, 45_000],
        ['39', 6, 47_000],
      ]);
      expect(items.Puma).toMatchObject({ unitPrice: 30_000, stock: 5, variants: [{ size: '41' }, { unitPrice: 32_000 }] });
      expect(items.Sac).toMatchObject({ active: false, stock: 0 });
      expect(items.Savon).toEqual(same);
      const { items: movements } = await world.ask(ListStockMovements, { productId: creme.id }, sellerId);
      expect(movements[0]).toMatchObject({ cause: 'adjusted', change: -1, reason: 'import', actor: `seller:${sellerId}` });
      await world.heard(ProductListedV1, (e) => e.productId === items.Puma!.id && e.available === 5);
      await world.heard(ProductUpdatedV1, (e) => e.productId === creme.id && e.unitPrice === 3_500);
      await world.heard(StockChangedV1, (e) => e.productId === nike.id && e.available === 15);
      // Read again, the same file changes nothing; found by its new other name.
      expect(await imports(csv)).toMatchObject({ applied: true, created: 0, updated: 0, unchanged: 5 });
      expect((await world.ask(ListProducts, { search: 'karite' }, sellerId)).items).toHaveLength(1);
      await world.ask(CancelOrder, { orderId: order.orderId, reason: 'x' }, sellerId);
    });

    it('sets floor prices, of products and of sizes, never above the price', async () => {
      await imports(
        ['nom;prix;plancher;stock;taille', 'Sac;12000;10000;1;', 'Nike;45000;40000;1;38', 'Nike;45000;;1;39'].join('\n'),
      );
      const floors = async () => {
        const { items } = await world.ask(ListProducts, {}, sellerId);
        return items.map(({ name, floorPrice, variants }) => [
          name,
          floorPrice,
          ...variants.map((variant) => variant.floorPrice),
        ]);
      };
      expect(await floors()).toEqual([
        ['Nike', undefined, 40_000, undefined],
        ['Sac', 10_000],
      ]);
      const again = ['nom;prix;prix_plancher;stock;taille', 'Sac;12000;10000;1;', 'Nike;45000;40000;1;38'].join('\n');
      expect(await imports(again)).toMatchObject({ applied: true, unchanged: 2 });
      // A price that falls under a floor known before is as wrong as a floor that is written too high.
      const wrong = ['nom;prix;prix_plancher;stock;taille', 'Sac;9000;;1;', 'Nike;45000;46000;1;39'].join('\n');
      expect(await imports(wrong)).toMatchObject({
        applied: false,
        problems: [2, 3].map((line) => ({
          line,
          column: 'prix_plancher',
          problem: 'le prix plancher est plus haut que le prix',
        })),
      });
      const off = ['nom;prix;prix_plancher;stock;taille', 'Sac;9000;0;1;', 'Nike;45000;0;1;38'].join('\n');
      expect(await imports(off)).toMatchObject({ applied: true, updated: 2 });
      expect(await floors()).toEqual([
        ['Nike', undefined, undefined, undefined],
        ['Sac', undefined],
      ]);
    });

    it('is all or nothing: one wrong line, in the file or against the catalogue, and nothing is written', async () => {
      const nike = await inSizes({ '38': 3 });
      await sell(nike.id, 2, nike.variants[0]!.id);
      await listNike(world, sellerId, { name: 'Plein', stock: 2 });
      await listNike(world, sellerId, { name: 'Double' });
      await listNike(world, sellerId, { name: 'DOUBLE' });
      const before = await world.ask(ListProducts, {}, sellerId);
      const csv = [
        'nom,prix,stock,taille',
        'Nouveau,1000,5,',
        'Nike Air Max 90,45000,1,38',
        'Plein,1000,1,XL',
        'Double,1000,1,',
        'Cher,"45,5",1,',
      ].join('\n');
      for (const dryRun of [true, false]) {
        const report = await imports(csv, dryRun);
        expect(report).toMatchObject({ applied: false, lines: 5, created: 1 });
        expect(report.problems).toEqual([
          { line: 3, column: 'stock', problem: '2 sont réservés pour des commandes : le stock ne peut pas être moindre' },
          { line: 4, column: 'taille', problem: "ce produit a un stock de 2 sans taille : videz-le d'abord" },
          { line: 5, column: 'nom', problem: '2 produits du catalogue portent ce nom' },
          { line: 6, column: 'prix', problem: "« 45,5 » n'est pas un prix en francs CFA entiers, par exemple 45000" },
        ]);
      }
      expect((await imports('nom,prix,stock\nNike Air Max 90,45000,3')).problems).toMatchObject([{ line: 2, column: 'taille' }]);
      expect(await world.ask(ListProducts, {}, sellerId)).toEqual(before);
    });

    it('takes as many statements for 2,000 lines as for two, all new or all changed', async () => {
      const file = (lines: number, price: number, stock: number) =>
        ['nom,prix,stock,taille']
          .concat(Array.from({ length: lines }, (_, i) => `Article ${i},${price},${stock},${i % 2 ? 'XL' : ''}`))
          .join('\n');
      const statements = [
        jest.spyOn(service.db, 'run'),
        jest.spyOn(service.db, 'rows'),
        jest.spyOn(service.get(ProductRepository), 'some'),
      ];
      const costOf = async (csv: string) => {
        for (const spy of statements) spy.mockClear();
        expect(await imports(csv)).toMatchObject({ applied: true, lines: csv.split('\n').length - 1 });
        const asked = statements.flatMap((spy) => spy.mock.calls as unknown[][]).map(([sql]) => String(sql));
        // Not those of the relay, which works beside it.
        const ours = asked.filter(
          (sql) => sql === sellerId || /produits|variantes_produit|mouvements_stock|^\s*insert into outbox /.test(sql),
        );
        return ours.length;
      };
      const few = [await costOf(file(2, 1_000, 2)), await costOf(file(2, 1_500, 3))];
      sellerId = newId();
      const many = [await costOf(file(2_000, 1_000, 2)), await costOf(file(2_000, 1_500, 3))];
      for (const spy of statements) spy.mockRestore();
      expect(many).toEqual(few);
      expect(
        await rowsOf(
          service,
          'select count(*)::int as n, sum(quantite_stock)::int as stock from produits where id_utilisateur = $1',
          [sellerId],
        ),
      ).toEqual([{ n: 2_000, stock: 6_000 }]);
      await expect(imports(`${file(2_000, 1, 1)}\nUn de trop,1,1,`)).rejects.toMatchObject({ code: 'IMPORT_TOO_LONG' });
    });
  });
});
