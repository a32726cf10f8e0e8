import { Injectable } from '@nestjs/common';
import { type Caller, DomainError, type MeView } from '#contracts';
import { ApiKeys } from '../api-key/api-keys.js';
import { SellerRepository } from '../seller/seller.repository.js';
import { Members } from './members.js';

/** Tells a caller who he is: the shop, and the member who is signed in or what his program may do. */
@Injectable()
export class WhoAmI {
  constructor(
    private readonly sellers: SellerRepository,
    private readonly members: Members,
    private readonly keys: ApiKeys,
  ) {}

  /** @throws DomainError SESSION_ENDED for a member who was removed while his access token still runs */
  async run({ sellerId, memberId, actor }: Caller): Promise<MeView> {
    const seller = (await this.sellers.get(sellerId!)).view();
    const [kind, keyId] = actor.split(':');
    if (kind === 'api-key' && keyId) return { seller, scopes: (await this.keys.get(keyId, sellerId!)).scopes };
    if (!memberId) return { seller };
    const member = await this.members.find(memberId, sellerId!);
    if (!member) throw new DomainError('SESSION_ENDED', 'unauthenticated');
    return { seller, member: member.view() };
  }
}
