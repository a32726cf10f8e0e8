import { Injectable } from '@nestjs/common';
import { DomainError, type SessionView, type SignIn } from '#contracts';
import { Database } from '#database';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';

interface Credentials {
  id_utilisateur: string;
  mot_de_passe: string;
}

/** Lets a seller in. An unknown address and a wrong password get the same answer after the same time. */
@Injectable()
export class SignInSeller {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError CREDENTIALS_REFUSED, SIGN_IN_BUSY */
  async run({ email, password }: Pick<SignIn, 'email' | 'password'>): Promise<SessionView> {
    const found = await this.credentialsOf(email);
    // Outside any transaction: the check is slow on purpose and must not hold a connection.
    if (!(await this.passwords.matches(password, found?.mot_de_passe)) || !found)
      throw new DomainError('CREDENTIALS_REFUSED', 'unauthenticated');
    if (this.passwords.isOutdated(found.mot_de_passe))
      await this.replaceHash(found.id_utilisateur, await this.passwords.hash(password));
    return this.sessions.open(found.id_utilisateur);
  }

  private credentialsOf(email: string): Promise<Credentials | undefined> {
    return this.db.asWorker(async () => {
      const [found] = await this.db.rows<Credentials>(
        `select id_utilisateur, i.mot_de_passe from utilisateurs_fluxasync u join identifiants_connexion i using (id_utilisateur)
         where lower(u.adresse_email) = lower($1)`,
        [email],
      );
      return found;
    });
  }

  private async replaceHash(sellerId: string, hash: string): Promise<void> {
    await this.db.asWorker(() =>
      this.db.run('update identifiants_connexion set mot_de_passe = $2, date_modification = now() where id_utilisateur = $1', [
        sellerId,
        hash,
      ]),
    );
  }
}
