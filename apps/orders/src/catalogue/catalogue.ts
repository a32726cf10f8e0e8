import { Injectable } from '@nestjs/common';
import { type AdjustStock, DomainError, invalid, type ListProduct, type QuestionOf, type UpdateProduct } from '#contracts';
import { Sellers } from '../sellers.js';
import { MOST_IN_STOCK, Product } from './product.entity.js';
import { ProductRepository } from './product.repository.js';
import { StockLedger } from './stock-ledger.js';
import { Stock } from './stock.js';
import type { Variant } from './variant.entity.js';

/** What a seller does with his catalogue. */
@Injectable()
export class Catalogue {
  constructor(
    private readonly sellers: Sellers,
    private readonly products: ProductRepository,
    private readonly stock: Stock,
    private readonly ledger: StockLedger,
  ) {}

  /** Puts a product on sale; the stock it begins with is the ledger's first entry. @throws DomainError REFERENCE_TAKEN */
  async list(sellerId: string, listing: QuestionOf<ListProduct>): Promise<Product> {
    const listed = Product.list(sellerId, listing);
    if (listed.references.length > 0) await this.sellers.lock(sellerId);
    await this.products.assertReferencesFree(listed);
    const product = await this.products.add(listed);
    await this.ledger.open([product]);
    return product;
  }

  /**
   * Changes a product, and adds sizes and colours with the stock they begin with.
   * @throws DomainError PRODUCT_NOT_FOUND, VERSION_MISMATCH, VARIANT_NOT_FOUND, VALIDATION_FAILED, PRODUCT_HAS_OWN_STOCK, REFERENCE_TAKEN
   */
  async update(
    sellerId: string,
    productId: string,
    { newVariants = [], ifVersion, ...change }: Omit<QuestionOf<UpdateProduct>, 'productId'>,
  ): Promise<void> {
    await this.sellers.lock(sellerId);
    let added: Variant[] = [];
    const apply = async (product: Product) => {
      if (newVariants.length > 0) added = product.addVariants(newVariants);
      product.change(change);
      await this.products.assertReferencesFree(product);
    };
    await this.products.update(productId, sellerId, apply, ifVersion);
    for (const [i, { id }] of added.entries())
      await this.count(sellerId, { productId, variantId: id, change: newVariants[i]!.stock, reason: 'Nouvelle variante' });
  }

  /** Takes a product out of the catalogue for good; its name is free again. @throws DomainError PRODUCT_NOT_FOUND */
  async archive(sellerId: string, productId: string): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.products.update(productId, sellerId, (product) => product.archive());
  }

  /**
   * Counts stock in or out by hand.
   * @throws DomainError PRODUCT_NOT_FOUND, VALIDATION_FAILED when the product has variants and none is named, STOCK_NOT_ENOUGH when more would go than is left to sell,
   * STOCK_TOO_LARGE
   */
  async adjust(sellerId: string, question: QuestionOf<AdjustStock>): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.count(sellerId, question);
  }

  private async count(sellerId: string, { productId, variantId, change, reason }: QuestionOf<AdjustStock>): Promise<void> {
    const product = await this.products.get(productId, sellerId);
    const variant = variantId ? product.variants.find(({ id }) => id === variantId) : undefined;
    if (product.variants.length > 0 ? !variant : variantId)
      throw invalid('the stock of a product with variants is counted by variant', [
        { field: 'variantId', problem: 'does not name a variant of the product' },
      ]);
    if (product.stock + change > MOST_IN_STOCK)
      throw new DomainError('STOCK_TOO_LARGE', 'invalid', { asked: product.stock + change, most: MOST_IN_STOCK });
    const moved = await this.stock.change(sellerId, [{ productId, variantId, stock: change, reserved: 0 }], {
      cause: 'adjusted',
      reason,
    });
    if (!moved)
      throw new DomainError('STOCK_NOT_ENOUGH', 'conflict', {
        productId,
        variantId,
        change,
        left: (variant ?? product).available,
      });
  }
}
