import { Injectable } from '@nestjs/common';
import { currentContext, inContext } from '#bus';
import { type Caller, DomainError, invalid, type QuestionOf, type ResetPassword } from '#contracts';
import { Database } from '#database';
import { Credentials } from '../session/credentials.js';
import { Passwords } from '../session/passwords.js';
import { Sessions } from '../session/sessions.js';
import { Members } from '../team/members.js';
import { accountCounter, networkCounter } from '../throttle/counters.js';
import { Throttle } from '../throttle/throttle.js';
import { digitsOf, MOST_TRIES } from './security-code.js';

interface TriedCode {
  id_code: string;
  id_membre: string;
  id_utilisateur: string;
  code: string;
}

const refused = () =>
  new DomainError('CODE_REFUSED', 'invalid', {
    ...invalid('the code is not good', [{ field: 'code', problem: 'is wrong, used, or no longer good' }]).facts,
  });

/** Sets a password with a code. An unknown address, a wrong, an expired and a used-up code are refused alike, after the same time. */
@Injectable()
export class ResetPasswordWithCode {
  constructor(
    private readonly db: Database,
    private readonly throttle: Throttle,
    private readonly passwords: Passwords,
    private readonly credentials: Credentials,
    private readonly members: Members,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError CODE_REFUSED, SIGN_IN_THROTTLED, SIGN_IN_BUSY */
  async run({ email, code, password }: QuestionOf<ResetPassword>, { address }: Caller): Promise<void> {
    const [account, network] = [accountCounter('code', email), networkCounter('code', address)];
    await this.throttle.admit([account], { failures: network });
    const tried = await this.try(email);
    if (!(await this.passwords.matches(digitsOf(code), tried?.code)) || !tried) {
      await this.throttle.failed(network);
      throw refused();
    }
    const hash = await this.passwords.hash(password);
    const { id_membre: memberId, id_utilisateur: sellerId } = tried;
    const actor = memberId === sellerId ? (`seller:${sellerId}` as const) : (`member:${memberId}` as const);
    await inContext({ ...currentContext(), actor }, () =>
      this.db.asWorker(async () => {
        await this.credentials.lock(memberId);
        // Good once: of two who come with the same code at the same moment, one finds it gone.
        if ((await this.db.run('delete from codes_securite where id_code = $1', [tried.id_code])) === 0) throw refused();
        const member = await this.members.get(memberId, sellerId);
        if (member.status === 'invite') await this.members.update(memberId, sellerId, (invited) => invited.activate());
        await this.credentials.set(memberId, sellerId, hash);
        await this.sessions.endAll(memberId, 'mot_de_passe');
        // Whoever was guessing at the old password guesses in vain now; its owner need not wait for him.
        await this.throttle.clear([account, accountCounter('sign-in', email)]);
      }),
    );
  }

  /** Counts the try before the code is compared, so that tries at the same moment cannot be more than {@link MOST_TRIES} together. */
  private async try(email: string): Promise<TriedCode | undefined> {
    return this.db.asWorker(async () => {
      const [tried] = await this.db.rows<TriedCode>(
        `update codes_securite set essais = essais + 1
         where id_membre = (select id_membre from membres where lower(adresse_email) = lower($1)) and essais < $2 and date_expiration > now()
         returning id_code, id_membre, id_utilisateur, code`,
        [email, MOST_TRIES],
      );
      return tried;
    });
  }
}
