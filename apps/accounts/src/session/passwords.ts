import { randomBytes } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';

/** OWASP's parameters for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each computation holds a core and 19 MiB. */
const AT_ONCE = 2;
const MOST_WAITING = 100;

/** Hashes and checks passwords with argon2id, two at a time so that a burst of sign-ins cannot take the machine. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly nobodys = hash(randomBytes(32), COST);

  /** A hash in PHC form, salt and cost included. @throws DomainError SIGN_IN_BUSY */
  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /**
   * True when `password` is the one `stored` was made from. Without an account it is checked against a hash that nothing matches: the answer takes as
   * long, and its time does not tell who is a customer of ours.
   * @throws DomainError SIGN_IN_BUSY
   */
  async matches(password: string, stored: string | undefined): Promise<boolean> {
    const against = stored ?? (await this.nobodys);
    const same = await this.inTurn(() => verify(against, password));
    return same && stored !== undefined;
  }

  /** True when the hash was made at another cost than today's. */
  isOutdated(stored: string): boolean {
    const { memoryCost, timeCost, parallelism } = parseOptions(stored);
    return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= MOST_WAITING) throw new DomainError('SIGN_IN_BUSY', 'unavailable', { waiting: MOST_WAITING });
      // Whoever ends hands his place on, so `running` stays as it is.
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
