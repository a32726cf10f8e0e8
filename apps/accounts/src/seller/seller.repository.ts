import { Injectable } from '@nestjs/common';
import { Outbox } from '#bus';
import { notFound } from '#contracts';
import { Database } from '#database';
import { Seller } from './seller.entity.js';

/** Loads and saves sellers with their events; a seller is his own owner, hence no second id. */
@Injectable()
export class SellerRepository {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Saves a new seller, in the open transaction or one of his own. */
  async add(seller: Seller): Promise<Seller> {
    return this.db.asSeller(seller.id, async () => {
      await this.db.tx.getRepository(Seller).insert(seller);
      await this.outbox.add(seller.takeFacts());
      return seller;
    });
  }

  /** @throws DomainError SELLER_NOT_FOUND */
  async get(id: string): Promise<Seller> {
    return this.db.asSeller(id, async () => {
      const seller = await this.db.tx.getRepository(Seller).findOneBy({ id });
      if (!seller) throw notFound('seller', id);
      return seller;
    });
  }

  /** Locks the seller, applies `change` and saves it with its events; writes nothing when nothing changed. @throws DomainError SELLER_NOT_FOUND */
  async update(id: string, change: (seller: Seller) => void): Promise<Seller> {
    return this.db.asSeller(id, async () => {
      const repository = this.db.tx.getRepository(Seller);
      const seller = await repository.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!seller) throw notFound('seller', id);
      seller.version += 1;
      change(seller);
      const facts = seller.takeFacts();
      if (facts.length === 0) return seller;
      await repository.save(seller);
      await this.outbox.add(facts);
      return seller;
    });
  }
}
