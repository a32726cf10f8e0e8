import { Injectable } from '@nestjs/common';
import { type ApiKeyGrant, type ApiScope, DomainError } from '#contracts';
import { Database } from '#database';

/** A key's last use is noted at most this often: an API call shall not cost a write. */
const NOTED_EVERY_SECONDS = 60;

interface Row {
  id_cle: string;
  id_utilisateur: string;
  portees: ApiScope[];
  date_expiration: Date | null;
  /** Its last use was noted a while ago, or never. */
  stale: boolean;
}

/** Finds out what a program's key stands for. Looks across sellers: before the key is known, nobody is. */
@Injectable()
export class CheckKey {
  constructor(private readonly db: Database) {}

  /** @param fingerprint SHA-256 of the key, hexadecimal @throws DomainError API_KEY_REFUSED when it is unknown, revoked or over */
  async run(fingerprint: string): Promise<ApiKeyGrant> {
    return this.db.asWorker(async () => {
      const [key] = await this.db.rows<Row>(
        `select id_cle, id_utilisateur, portees, date_expiration,
                coalesce(derniere_utilisation < now() - make_interval(secs => ${NOTED_EVERY_SECONDS}), true) as stale
         from cles_api where empreinte = decode($1, 'hex') and date_revocation is null and (date_expiration is null or date_expiration > now())`,
        [fingerprint],
      );
      if (!key) throw new DomainError('API_KEY_REFUSED', 'unauthenticated');
      if (key.stale) await this.db.run('update cles_api set derniere_utilisation = now() where id_cle = $1', [key.id_cle]);
      return {
        ...{ keyId: key.id_cle, sellerId: key.id_utilisateur, scopes: key.portees },
        ...(key.date_expiration ? { expiresAt: key.date_expiration.toISOString() } : {}),
      };
    });
  }
}
