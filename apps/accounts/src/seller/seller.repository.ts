import { Injectable } from '@nestjs/common';
import { Outbox } from '#bus';
import { assertVersion, notFound } from '#contracts';
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

  /**
   * Locks the seller, applies `change` and saves it with its events; writes nothing when nothing changed.
   * @param ifVersion change him only when he is still at this version
   * @throws DomainError SELLER_NOT_FOUND, VERSION_MISMATCH
   */
  async update(id: string, change: (seller: Seller) => void, ifVersion?: number): Promise<Seller> {
    return this.db.asSeller(id, async () => {
      const repository = this.db.tx.getRepository(Seller);
      // NO KEY: sign-ins of his team go on, whose new rows refer to him.
      const seller = await repository.findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!seller) throw notFound('seller', id);
      assertVersion(seller.version, ifVersion);
      change(seller);
      seller.version += 1;
      const facts = seller.takeFacts();
      if (facts.length === 0) {
        seller.version -= 1;
        return seller;
      }
      await repository.save(seller);
      await this.outbox.add(facts);
      return seller;
    });
  }
}
