import { Injectable } from '@nestjs/common';
import { type QuestionOf, toE164, type UpdateSeller } from '#contracts';
import { Members } from '../team/members.js';
import { openingWeek } from './opening-hours.js';
import type { Seller } from './seller.entity.js';
import { SellerRepository } from './seller.repository.js';
import { knownTimeZone } from './time-zone.js';

/** Changes a shop's profile, in the seller's open transaction. Name and telephone are its founder's: his row in the team changes with them. */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly sellers: SellerRepository,
    private readonly members: Members,
  ) {}

  /** @throws DomainError VALIDATION_FAILED (phone, timeZone, hours.N), VERSION_MISMATCH */
  async run(sellerId: string, { ifVersion, phone, timeZone, hours, ...changes }: QuestionOf<UpdateSeller>): Promise<Seller> {
    const checked = {
      ...changes,
      ...(phone ? { phone: toE164(phone, 'phone') } : {}),
      ...(timeZone ? { timeZone: knownTimeZone(timeZone) } : {}),
      ...(hours ? { hours: openingWeek(hours) } : {}),
    };
    const seller = await this.sellers.update(sellerId, (seller) => seller.change(checked), ifVersion);
    const { lastName, firstName } = seller;
    if (changes.lastName || changes.firstName || phone)
      await this.members.update(sellerId, sellerId, (founder) => founder.change({ lastName, firstName, phone: seller.phone }));
    return seller;
  }
}
