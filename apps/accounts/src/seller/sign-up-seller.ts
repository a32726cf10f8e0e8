import { Injectable } from '@nestjs/common';
import { currentContext, inContext } from '#bus';
import { type Caller, DomainError, type QuestionOf, type SessionView, type SignUp, toE164 } from '#contracts';
import { Database, isDuplicate, newId } from '#database';
import { Credentials } from '../session/credentials.js';
import { Passwords } from '../session/passwords.js';
import { Sessions } from '../session/sessions.js';
import { Member } from '../team/member.entity.js';
import { Members } from '../team/members.js';
import { knownTimeZone } from './time-zone.js';
import { Seller } from './seller.entity.js';
import { SellerRepository } from './seller.repository.js';

/** Registers a seller and signs him in: shop, founder, password and first session in one transaction. */
@Injectable()
export class SignUpSeller {
  constructor(
    private readonly db: Database,
    private readonly sellers: SellerRepository,
    private readonly members: Members,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError VALIDATION_FAILED (phone, timeZone), EMAIL_TAKEN, SIGN_IN_BUSY */
  async run({ password, ...facts }: QuestionOf<SignUp>, caller: Caller): Promise<SessionView> {
    const seller = Seller.register(newId(), {
      ...facts,
      email: facts.email.toLowerCase(),
      phone: toE164(facts.phone, 'phone'),
      shopName: facts.shopName ?? `Boutique ${facts.firstName}`,
      timeZone: knownTimeZone(facts.timeZone ?? 'Africa/Abidjan'),
    });
    const hash = await this.passwords.hash(password);
    try {
      return await inContext({ ...currentContext(), actor: `seller:${seller.id}` }, () =>
        this.db.asWorker(async () => {
          await this.sellers.add(seller);
          await this.members.add(Member.founder(seller));
          await this.credentials.set(seller.id, seller.id, hash);
          return this.sessions.open({ sellerId: seller.id, memberId: seller.id, role: 'owner' }, caller);
        }),
      );
    } catch (error) {
      if (isDuplicate(error, 'utilisateurs_fluxasync_adresse_email') || isDuplicate(error, 'membres_adresse_email'))
        throw new DomainError('EMAIL_TAKEN', 'conflict');
      throw error;
    }
  }
}
