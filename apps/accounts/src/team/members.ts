import { Injectable } from '@nestjs/common';
import { AggregateRepository, Outbox } from '#bus';
import { notFound } from '#contracts';
import { Database } from '#database';
import { Member } from './member.entity.js';

/** Loads and saves members of teams with their events. */
@Injectable()
export class Members extends AggregateRepository<Member> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Member, 'member');
  }

  /** The team, oldest first. */
  async list(sellerId: string): Promise<Member[]> {
    return this.db.asSeller(sellerId, () => this.db.tx.getRepository(Member).find({ where: { sellerId }, order: { id: 'asc' } }));
  }

  async find(id: string, sellerId: string): Promise<Member | null> {
    return this.db.asSeller(sellerId, () => this.db.tx.getRepository(Member).findOneBy({ id, sellerId }));
  }

  /** Takes a member off the team; his password, sessions and codes go with his row. @throws DomainError MEMBER_NOT_FOUND, TEAM_FOUNDER_STAYS */
  async remove(id: string, sellerId: string): Promise<void> {
    await this.db.asSeller(sellerId, async () => {
      const repository = this.db.tx.getRepository(Member);
      const member = await repository.findOne({ where: { id, sellerId }, lock: { mode: 'pessimistic_write' } });
      if (!member) throw notFound('member', id);
      member.leave();
      await repository.delete({ id, sellerId });
      await this.outbox.add(member.takeFacts());
    });
  }
}
