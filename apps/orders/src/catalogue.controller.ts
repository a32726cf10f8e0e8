import { Injectable } from '@nestjs/common';
import {
  AddVariant,
  AdjustStock,
  ArchiveProduct,
  type Caller,
  GetProduct,
  ImportProducts,
  ListProduct,
  ListProducts,
  ListStockMovements,
  type QuestionOf,
  RemoveVariant,
  UpdateProduct,
  UpdateVariant,
} from '#contracts';
import { OnRequest } from '#bus';
import { Catalogue } from './catalogue/catalogue.js';
import { ImportCatalogue } from './catalogue/import/import-catalogue.js';
import { ProductQueries } from './catalogue/product.queries.js';
import { StockMovementQueries } from './catalogue/stock-movement.queries.js';
import { Variants } from './catalogue/variants.js';

/** Request door of the catalogue: every method runs in a transaction of the caller's seller. */
@Injectable()
export class CatalogueController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly variants: Variants,
    private readonly imports: ImportCatalogue,
    private readonly products: ProductQueries,
    private readonly movements: StockMovementQueries,
  ) {}

  @OnRequest(ListProduct)
  async listProduct(question: QuestionOf<ListProduct>, { sellerId }: Caller) {
    const product = await this.catalogue.list(sellerId!, question);
    return this.products.one(sellerId!, product.id);
  }

  @OnRequest(UpdateProduct)
  async updateProduct({ productId, ...change }: QuestionOf<UpdateProduct>, { sellerId }: Caller) {
    await this.catalogue.update(sellerId!, productId, change);
    return this.products.one(sellerId!, productId);
  }

  @OnRequest(ArchiveProduct)
  async archiveProduct({ productId }: QuestionOf<ArchiveProduct>, { sellerId }: Caller) {
    await this.catalogue.archive(sellerId!, productId);
    return {};
  }

  @OnRequest(AddVariant)
  async addVariant(question: QuestionOf<AddVariant>, { sellerId }: Caller) {
    await this.variants.add(sellerId!, question);
    return this.products.one(sellerId!, question.productId);
  }

  @OnRequest(UpdateVariant)
  async updateVariant(question: QuestionOf<UpdateVariant>, { sellerId }: Caller) {
    await this.variants.update(sellerId!, question);
    return this.products.one(sellerId!, question.productId);
  }

  @OnRequest(RemoveVariant)
  async removeVariant(question: QuestionOf<RemoveVariant>, { sellerId }: Caller) {
    await this.variants.remove(sellerId!, question);
    return this.products.one(sellerId!, question.productId);
  }

  @OnRequest(AdjustStock)
  async adjustStock(question: QuestionOf<AdjustStock>, { sellerId }: Caller) {
    await this.catalogue.adjust(sellerId!, question);
    return this.products.one(sellerId!, question.productId);
  }

  @OnRequest(ListStockMovements)
  listMovements(question: QuestionOf<ListStockMovements>, { sellerId }: Caller) {
    return this.movements.page(sellerId!, question);
  }

  @OnRequest(ListProducts)
  listProducts(question: QuestionOf<ListProducts>, { sellerId }: Caller) {
    return this.products.page(sellerId!, question);
  }

  @OnRequest(GetProduct)
  getProduct({ productId }: QuestionOf<GetProduct>, { sellerId }: Caller) {
    return this.products.one(sellerId!, productId);
  }

  @OnRequest(ImportProducts)
  importProducts(question: QuestionOf<ImportProducts>, { sellerId }: Caller) {
    return this.imports.run(sellerId!, question);
  }
}
