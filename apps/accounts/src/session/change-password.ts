import { Injectable } from '@nestjs/common';
import { type Caller, type ChangePassword, DomainError, type QuestionOf } from '#contracts';
import { Database } from '#database';
import { CheckPassword } from './check-password.js';
import { Credentials } from './credentials.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { signedIn } from './signed-in.js';

/** Changes the password of the member who is signed in, and ends his other sessions: one of them may be the reason why. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly db: Database,
    private readonly checkPassword: CheckPassword,
    private readonly credentials: Credentials,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError CREDENTIALS_REFUSED when the password until now is wrong, SIGN_IN_THROTTLED, SIGN_IN_BUSY */
  async run({ currentPassword, newPassword }: QuestionOf<ChangePassword>, caller: Caller): Promise<void> {
    const { memberId, sessionId } = signedIn(caller);
    const member = await this.credentials.byMember(memberId);
    if (!member) throw new DomainError('SESSION_ENDED', 'unauthenticated');
    const { email } = member;
    await this.checkPassword.check({ email, password: currentPassword, address: caller.address }, () => Promise.resolve(member));
    const hash = await this.passwords.hash(newPassword);
    await this.db.asWorker(async () => {
      await this.credentials.lock(memberId);
      if (!(await this.credentials.replace(memberId, member.hash, hash)))
        throw new DomainError('CREDENTIALS_REFUSED', 'unauthenticated');
      await this.sessions.endAll(memberId, 'mot_de_passe', sessionId);
    });
  }
}
