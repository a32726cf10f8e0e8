import { createHash, randomBytes } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ApiKeyCreatedV1, type ApiKeyFacts, ApiKeyRevokedV1, type ApiKeyView, type ApiScope } from '#contracts';
import { Aggregate } from '#bus';

/** A new key: 256 random bits behind a word that tells people, and programs that look for leaked keys, what it is. */
export const newApiKey = (): string => `flux_${randomBytes(32).toString('base64url')}`;

/** What is stored of a key. SHA-256 is enough: 256 random bits cannot be guessed, so nothing has to be slow. */
export const apiKeyFingerprint = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Characters of a key that are shown ever after. */
const SHOWN = 11;

/** A key with which a program of the seller's uses the API. */
@Entity('cles_api')
export class ApiKey extends Aggregate {
  @PrimaryColumn('uuid', { name: 'id_cle' })
  id!: string;

  @Column('uuid', { name: 'id_utilisateur' })
  sellerId!: string;

  /** The member who made it; null when he left. */
  @Column('uuid', { name: 'cree_par', nullable: true })
  createdBy!: string | null;

  @Column('text', { name: 'nom_cle' })
  name!: string;

  @Column('text', { name: 'debut_cle' })
  prefix!: string;

  @Column('bytea', { name: 'empreinte' })
  fingerprint!: Buffer;

  @Column('text', { name: 'portees', array: true })
  scopes!: ApiScope[];

  @Column('timestamptz', { name: 'date_creation' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'date_expiration', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'date_revocation', nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { name: 'derniere_utilisation', nullable: true })
  lastUsedAt!: Date | null;

  @Column('int', { name: 'version' })
  version!: number;

  static make(key: string, as: Pick<ApiKey, 'id' | 'sellerId' | 'createdBy' | 'name' | 'scopes' | 'expiresAt'>): ApiKey {
    const made = Object.assign(new ApiKey(), as, {
      ...{ prefix: key.slice(0, SHOWN), fingerprint: apiKeyFingerprint(key) },
      ...{ createdAt: new Date(), revokedAt: null, lastUsedAt: null, version: 1 },
    });
    made.record(ApiKeyCreatedV1, () => made.facts());
    return made;
  }

  /** Ends the key; a second time changes nothing. */
  revoke(): void {
    if (this.revokedAt) return;
    this.revokedAt = new Date();
    this.record(ApiKeyRevokedV1, () => this.facts());
  }

  view(): ApiKeyView {
    const { id, name, prefix, scopes } = this;
    return {
      ...{ id, name, prefix, scopes, createdAt: this.createdAt.toISOString() },
      ...(this.createdBy ? { createdBy: this.createdBy } : {}),
      ...(this.lastUsedAt ? { lastUsedAt: this.lastUsedAt.toISOString() } : {}),
      ...(this.expiresAt ? { expiresAt: this.expiresAt.toISOString() } : {}),
      ...(this.revokedAt ? { revokedAt: this.revokedAt.toISOString() } : {}),
    };
  }

  private facts(): ApiKeyFacts {
    return { keyId: this.id, name: this.name };
  }
}
