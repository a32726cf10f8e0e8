import { Injectable } from '@nestjs/common';
import { type AdjustStock, DomainError, invalid, type ListProduct, type QuestionOf, type UpdateProduct } from '#contracts';
import { Sellers } from '../sellers.js';
import { Product } from './product.entity.js';
import { ProductRepository } from './product.repository.js';
import { StockLedger } from './stock-ledger.js';
import { Stock } from './stock.js';

/** What a seller does with his catalogue. */
@Injectable()
export class Catalogue {
  constructor(
    private readonly sellers: Sellers,
    private readonly products: ProductRepository,
    private readonly stock: Stock,
    private readonly ledger: StockLedger,
  ) {}

  /** Puts a product on sale; the stock it begins with is the ledger's first entry. */
  async list(sellerId: string, listing: QuestionOf<ListProduct>): Promise<Product> {
    const product = await this.products.add(Product.list(sellerId, listing));
    await this.ledger.open(product);
    return product;
  }

  /** @throws DomainError PRODUCT_NOT_FOUND */
  async update(sellerId: string, productId: string, change: Omit<QuestionOf<UpdateProduct>, 'productId'>): Promise<void> {
    await this.sellers.lock(sellerId);
    await this.products.update(productId, sellerId, (product) => product.change(change));
  }

  /**
   * Counts stock in or out by hand.
   * @throws DomainError PRODUCT_NOT_FOUND, VALIDATION_FAILED when the product has variants and none is named, STOCK_NOT_ENOUGH when more would go than is left to sell
   */
  async adjust(sellerId: string, { productId, variantId, change, reason }: QuestionOf<AdjustStock>): Promise<void> {
    await this.sellers.lock(sellerId);
    const product = await this.products.get(productId, sellerId);
    const variant = variantId ? product.variants.find(({ id }) => id === variantId) : undefined;
    if (product.variants.length > 0 ? !variant : variantId)
      throw invalid('the stock of a product with variants is counted by variant', [
        { field: 'variantId', problem: 'does not name a variant of the product' },
      ]);
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
