import { Injectable } from '@nestjs/common';
import { type Caller, DomainError } from '#contracts';
import { accountCounter, networkCounter } from '../throttle/counters.js';
import { Throttle } from '../throttle/throttle.js';
import type { KnownMember } from './credentials.js';
import { Passwords } from './passwords.js';

/** Checks a password as something that could be guessed at: counted for the account and for where the request comes from. */
@Injectable()
export class CheckPassword {
  constructor(
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Compares `password` with that of the member whom `find` finds; with nobody it takes as long and is refused alike.
   * While an account is blocked the right password is refused too: could it pass, who guesses would go on guessing, and the one answer he is after would still reach him.
   * @throws DomainError CREDENTIALS_REFUSED, SIGN_IN_THROTTLED, SIGN_IN_BUSY
   */
  async check(
    { email, password, address }: { email: string; password: string } & Pick<Caller, 'address'>,
    find: () => Promise<KnownMember | undefined>,
  ): Promise<KnownMember> {
    const [account, network] = [accountCounter('sign-in', email), networkCounter('sign-in', address)];
    await this.throttle.admit([account], { failures: network });
    const found = await find();
    const same = await this.passwords.matches(password, found?.hash).catch(async (error: unknown) => {
      // Too busy to compare: that was no guess.
      await this.throttle.takeBack([account]);
      throw error;
    });
    if (!same || !found) {
      await this.throttle.failed(network);
      throw new DomainError('CREDENTIALS_REFUSED', 'unauthenticated');
    }
    await this.throttle.clear([account]);
    return found;
  }
}
