import { Injectable } from '@nestjs/common';
import { type Caller, DomainError, type SessionView, type SignIn } from '#contracts';
import { Database } from '#database';
import { CheckPassword } from './check-password.js';
import { Credentials } from './credentials.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';

/** Lets a member of a shop's team in. An unknown address and a wrong password get the same answer after the same time. */
@Injectable()
export class SignInMember {
  constructor(
    private readonly db: Database,
    private readonly checkPassword: CheckPassword,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError CREDENTIALS_REFUSED, SIGN_IN_THROTTLED, SIGN_IN_BUSY */
  async run({ email, password }: Pick<SignIn, 'email' | 'password'>, caller: Caller): Promise<SessionView> {
    // Outside any transaction: the check is slow on purpose and must not hold a connection.
    const member = await this.checkPassword.check({ email, password, address: caller.address }, () =>
      this.credentials.byEmail(email),
    );
    const { memberId, hash } = member;
    const renewed = this.passwords.isOutdated(hash) ? await this.passwords.hash(password) : undefined;
    return this.db.asWorker(async () => {
      await this.credentials.lock(memberId);
      const same = await (renewed ? this.credentials.replace(memberId, hash, renewed) : this.credentials.has(memberId, hash));
      // Set again meanwhile, or its owner removed: a session opened now would outlive the end of all others.
      if (!same) throw new DomainError('CREDENTIALS_REFUSED', 'unauthenticated');
      await this.db.run('update membres set derniere_connexion = now() where id_membre = $1', [memberId]);
      return this.sessions.open(member, caller);
    });
  }
}
