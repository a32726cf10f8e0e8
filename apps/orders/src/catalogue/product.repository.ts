import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AggregateRepository, Outbox } from '#bus';
import { Database } from '#database';
import { Product } from './product.entity.js';

/** Products with their variants. */
@Injectable()
export class ProductRepository extends AggregateRepository<Product> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Product, 'product', { variants: true });
  }

  /** Those of the named products that this seller has, by id. */
  async some(sellerId: string, ids: string[]): Promise<Map<string, Product>> {
    const found = await this.db.tx
      .getRepository(Product)
      .find({ where: { id: In(ids), sellerId }, relations: { variants: true }, order: { id: 'asc' } });
    return new Map(found.map((product) => [product.id, product]));
  }
}
