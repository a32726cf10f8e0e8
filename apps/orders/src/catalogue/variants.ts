import { Injectable } from '@nestjs/common';
import { type AddVariant, assertVersion, DomainError, type QuestionOf, type RemoveVariant, type UpdateVariant } from '#contracts';
import { Sellers } from '../sellers.js';
import { Catalogue } from './catalogue.js';
import { ProductRepository } from './product.repository.js';
import { Stock } from './stock.js';

/** What a seller does with one size or colour of a product. */
@Injectable()
export class Variants {
  constructor(
    private readonly sellers: Sellers,
    private readonly catalogue: Catalogue,
    private readonly products: ProductRepository,
    private readonly stock: Stock,
  ) {}

  /** @throws DomainError PRODUCT_NOT_FOUND, VERSION_MISMATCH, VALIDATION_FAILED, PRODUCT_HAS_OWN_STOCK, VARIANT_EXISTS when one is like it */
  async add(sellerId: string, { productId, ifVersion, ...added }: QuestionOf<AddVariant>): Promise<void> {
    await this.sellers.lock(sellerId);
    const like = (await this.products.get(productId, sellerId)).variantLike(added);
    if (like) throw new DomainError('VARIANT_EXISTS', 'conflict', { productId, variantId: like.id });
    await this.catalogue.update(sellerId, productId, { newVariants: [added], ifVersion });
  }

  /** @throws DomainError PRODUCT_NOT_FOUND, VERSION_MISMATCH, VARIANT_NOT_FOUND */
  async update(sellerId: string, { productId, ifVersion, ...change }: QuestionOf<UpdateVariant>): Promise<void> {
    await this.catalogue.update(sellerId, productId, { variants: [change], ifVersion });
  }

  /**
   * Takes it out of the catalogue for good; what is left of it is booked out.
   * @throws DomainError PRODUCT_NOT_FOUND, VERSION_MISMATCH, VARIANT_NOT_FOUND, VARIANT_RESERVED while confirmed orders wait for it
   */
  async remove(sellerId: string, { productId, variantId, ifVersion }: QuestionOf<RemoveVariant>): Promise<void> {
    await this.sellers.lock(sellerId);
    const product = await this.products.get(productId, sellerId);
    const { stock, reserved } = product.variant(variantId);
    assertVersion(product.version, ifVersion);
    if (reserved > 0) throw new DomainError('VARIANT_RESERVED', 'conflict', { productId, variantId, reserved });
    // Booked out first: the product that is saved below has to be read after that.
    if (stock > 0)
      await this.stock.change(sellerId, [{ productId, variantId, stock: -stock, reserved: 0 }], {
        cause: 'adjusted',
        reason: 'Variante retirée',
      });
    await this.products.update(productId, sellerId, (current) => current.removeVariant(variantId));
  }
}
