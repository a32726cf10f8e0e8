import { Injectable } from '@nestjs/common';
import { currentContext, inContext } from '#bus';
import { DomainError, type QuestionOf, type SessionView, type SignUp, toE164 } from '#contracts';
import { Database, isDuplicate, newId } from '#database';
import { Passwords } from '../session/passwords.js';
import { Sessions } from '../session/sessions.js';
import { knownTimeZone } from './time-zone.js';
import { Seller } from './seller.entity.js';
import { SellerRepository } from './seller.repository.js';

/** Registers a seller and signs him in: seller, password and first session in one transaction. */
@Injectable()
export class SignUpSeller {
  constructor(
    private readonly db: Database,
    private readonly sellers: SellerRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError VALIDATION_FAILED (phone, timeZone), EMAIL_TAKEN, SIGN_IN_BUSY */
  async run({ password, ...facts }: QuestionOf<SignUp>): Promise<SessionView> {
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
          await this.db.run('insert into identifiants_connexion (id_utilisateur, mot_de_passe) values ($1, $2)', [
            seller.id,
            hash,
          ]);
          return this.sessions.open(seller.id);
        }),
      );
    } catch (error) {
      if (isDuplicate(error, 'utilisateurs_fluxasync_adresse_email')) throw new DomainError('EMAIL_TAKEN', 'conflict');
      throw error;
    }
  }
}
