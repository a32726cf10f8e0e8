import { type ImportProblem, type NewVariant, type QuestionOf, type UpdateProduct } from '#contracts';
import { MOST_IN_STOCK, Product } from '../product.entity.js';
import type { StockChange } from '../stock-ledger.js';
import { labelOf, MOST_VARIANTS, type Variant } from '../variant.entity.js';
import type { FileItem, FileProduct } from './group-lines.js';

/** A product of the catalogue that the file changes, as it will be; its stock is still the old one. */
export interface ChangedProduct {
  product: Product;
  /** Something besides its stock changes. */
  edited: boolean;
  added: Variant[];
  stock: StockChange[];
}

/** What an import will do; nothing of it is done yet. */
export interface ImportPlan {
  created: Product[];
  changed: ChangedProduct[];
  unchanged: number;
  problems: ImportProblem[];
}

/** Compares the file with the catalogue. @param catalogue its products by folded name */
export function planImport(sellerId: string, file: FileProduct[], catalogue: ReadonlyMap<string, Product[]>): ImportPlan {
  const plan: ImportPlan = { created: [], changed: [], unchanged: 0, problems: [] };
  for (const wanted of file) {
    const [product, ...namesakes] = catalogue.get(wanted.key) ?? [];
    const wrong =
      namesakes.length > 0
        ? [{ ...at(wanted.items[0]!, 'nom'), problem: `${namesakes.length + 1} produits du catalogue portent ce nom` }]
        : obstacles(wanted, product);
    plan.problems.push(...wrong);
    if (wrong.length > 0) continue;
    if (!product) plan.created.push(created(sellerId, wanted));
    else {
      const changed = changedBy(wanted, product);
      if (changed.edited || changed.stock.length > 0) plan.changed.push(changed);
      else plan.unchanged += 1;
    }
  }
  return plan;
}

/** Finds the size or colour of a product that a line means; all of them are labelled once. */
function sizesOf(product: Product | undefined): (item: FileItem) => Variant | undefined {
  const byLabel = new Map(product?.variants.map((variant) => [labelOf(variant), variant]));
  return (item) => byLabel.get(labelOf(item));
}

const at = ({ line }: FileItem, column: string) => ({ line, column });
const hasSizes = ({ items }: FileProduct) => items.some(({ size, color }) => size ?? color);

/** Why the catalogue cannot become what the file says. */
function obstacles(wanted: FileProduct, product: Product | undefined): ImportProblem[] {
  const [first] = wanted.items;
  const sizes = hasSizes(wanted);
  if (product && !sizes && product.variants.length > 0)
    return [{ ...at(first!, 'taille'), problem: 'ce produit a des tailles ou des couleurs : dites laquelle' }];
  if (product && sizes && product.variants.length === 0 && product.stock > 0)
    return [{ ...at(first!, 'taille'), problem: `ce produit a un stock de ${product.stock} sans taille : videz-le d'abord` }];
  const floor = floorAbove(wanted, product);
  if (floor) return [floor];
  const { stock, variants } = after(wanted, product);
  if (stock > MOST_IN_STOCK) return [{ ...at(first!, 'stock'), problem: `le stock du produit dépasse ${MOST_IN_STOCK}` }];
  if (variants > MOST_VARIANTS) return [{ ...at(first!, 'taille'), problem: `le produit dépasse ${MOST_VARIANTS} variantes` }];
  const size = sizesOf(product);
  return wanted.items.flatMap((item) => {
    const reserved = (sizes ? size(item) : product)?.reserved ?? 0;
    if (item.stock >= reserved) return [];
    return { ...at(item, 'stock'), problem: `${reserved} sont réservés pour des commandes : le stock ne peut pas être moindre` };
  });
}

/** A floor price, said by the file or known before, that would be above the price. */
function floorAbove(wanted: FileProduct, product: Product | undefined): ImportProblem | undefined {
  const sizes = hasSizes(wanted);
  const size = sizesOf(product);
  const problem = { column: 'prix_plancher', problem: 'le prix plancher est plus haut que le prix' };
  const known = (item: FileItem) => (sizes ? size(item)?.ownFloor : product?.floorPrice) ?? 0;
  const wrong = wanted.items.find((item) => (item.floor ?? known(item)) > item.price);
  if (wrong) return { line: wrong.line, ...problem };
  // Sizes that the file does not name cost what the product costs by then, unless they have a price of their own.
  const price = priceOf(wanted, product);
  const named = new Set(wanted.items.map(size));
  const others = (product?.variants ?? []).filter((variant) => !named.has(variant) && variant.ownPrice === null);
  const floors = [...(sizes ? [product?.floorPrice ?? 0] : []), ...others.map(({ ownFloor }) => ownFloor ?? 0)];
  return floors.some((floor) => floor > price) ? { line: wanted.items[0]!.line, ...problem } : undefined;
}

/** The price of the whole product stays when one of its sizes still has it; sizes that are dearer or cheaper then have their own. */
function priceOf({ items }: FileProduct, product: Product | undefined): number {
  const prices = items.map(({ price }) => price);
  return product && prices.includes(product.unitPrice) ? product.unitPrice : prices[0]!;
}

/** What the product will have over all its sizes, those that the file does not name included. */
function after(wanted: FileProduct, product: Product | undefined): { stock: number; variants: number } {
  const named = new Set(wanted.items.map(sizesOf(product)));
  const kept = (product?.variants ?? []).filter((variant) => !named.has(variant));
  const stock = [...kept, ...wanted.items].reduce((sum, item) => sum + item.stock, 0);
  return { stock, variants: kept.length + wanted.items.length };
}

function created(sellerId: string, wanted: FileProduct): Product {
  const { name, description, aliases, lowStockAt, active, items } = wanted;
  const unitPrice = items[0]!.price;
  const own = hasSizes(wanted)
    ? { variants: items.map((item) => variantOf(item, unitPrice)) }
    : { stock: items[0]!.stock, reference: items[0]!.reference, floorPrice: items[0]!.floor };
  return Product.list(sellerId, { name, description, aliases, lowStockAt, unitPrice, ...own }, active);
}

function changedBy(wanted: FileProduct, product: Product): ChangedProduct {
  const sizes = hasSizes(wanted);
  const unitPrice = priceOf(wanted, product);
  const before = sizesOf(product);
  const known = sizes ? wanted.items.filter((item) => before(item)) : [];
  const change = {
    ...differing(product, { unitPrice, ...wanted, ...(sizes ? {} : { reference: wanted.items[0]!.reference }) }),
    ...(sizes ? {} : otherFloor(wanted.items[0]!, product.floorPrice)),
    variants: known.flatMap((item) => {
      const variant = before(item)!;
      const price = (variant.ownPrice ?? unitPrice) === item.price ? {} : { unitPrice: item.price };
      const reference = item.reference === undefined || item.reference === variant.reference ? {} : { reference: item.reference };
      const differs = { ...price, ...reference, ...otherFloor(item, variant.ownFloor) };
      return Object.keys(differs).length === 0 ? [] : { variantId: variant.id, ...differs };
    }),
  };
  const missing = sizes ? wanted.items.filter((item) => !before(item)) : [];
  const edited = Object.keys(change).length > 1 || change.variants.length > 0 || missing.length > 0;
  const added = missing.length > 0 ? product.addVariants(missing.map((item) => variantOf(item, unitPrice))) : [];
  if (edited) product.change(change);
  const size = sizesOf(product);
  const stock = wanted.items.map((item) => {
    const held = sizes ? size(item)! : product;
    const variant = sizes ? { variantId: held.id } : {};
    return { productId: product.id, ...variant, stock: item.stock - held.stock, reserved: 0 };
  });
  // A new size is opened in the book even when it is empty.
  const opened = new Set(added.map(({ id }) => id));
  return { product, edited, added, stock: stock.filter(({ stock, variantId }) => stock !== 0 || opened.has(variantId ?? '')) };
}

/** The floor that a line says, where it is not so yet. */
const otherFloor = ({ floor }: FileItem, known: number | null): { floorPrice?: number } =>
  floor === undefined || floor === (known ?? 0) ? {} : { floorPrice: floor };

type ProductChange = Pick<
  QuestionOf<UpdateProduct>,
  'unitPrice' | 'description' | 'reference' | 'aliases' | 'lowStockAt' | 'active'
>;

/** Of what the file says of the product, that which is not so yet. */
function differing(product: Product, said: ProductChange): ProductChange {
  const { unitPrice, description, reference, aliases, lowStockAt, active } = said;
  return Object.fromEntries(
    Object.entries({ unitPrice, description, reference, aliases, lowStockAt, active }).filter(
      ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(product[key as keyof ProductChange]),
    ),
  );
}

const variantOf = ({ size, color, reference, price, floor, stock }: FileItem, productPrice: number): NewVariant => ({
  size,
  color,
  reference,
  stock,
  ...(price === productPrice ? {} : { unitPrice: price }),
  ...(floor ? { floorPrice: floor } : {}),
});
