import { groupByProduct, inStock, Product, sameSize, sizesInStock, sizesOf } from './catalogue.js';
import { Session } from './session.js';

/** What to propose instead of a product: first what its own name brings up, then the rest of the shop; in her size where sizes are known. */
export async function alternatives(session: Session, product: Product, size: string | undefined): Promise<Product[]> {
  const fits = (other: Product) =>
    other.id !== product.id &&
    inStock(other) &&
    (!size || sizesOf(other).length === 0 || sizesInStock(other).some((known) => sameSize(known, size)));
  const near = groupByProduct(await session.tools.searchCatalogue(product.name)).filter(fits);
  if (near.length >= MOST) return near.slice(0, MOST);
  const others = (await session.catalogue()).filter((other) => fits(other) && !near.some((one) => one.id === other.id));
  return [...near, ...others].slice(0, MOST);
}

const MOST = 3;
