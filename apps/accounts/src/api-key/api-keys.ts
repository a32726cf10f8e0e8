import { Injectable } from '@nestjs/common';
import { AggregateRepository, Outbox } from '#bus';
import { type Caller, type CreateApiKey, type CreatedApiKey, DomainError, invalid, type QuestionOf } from '#contracts';
import { Database, newId } from '#database';
import { OwnerGate } from '../team/owner-gate.js';
import { ApiKey, newApiKey } from './api-key.entity.js';

/** Keys of one seller that are not revoked, at most. */
const MOST_KEYS = 50;
/** Keys in one answer, and how long a revoked one is still listed. */
const MOST_LISTED = 200;
const LISTED_DAYS = 90;

/** The keys of a seller's programs; only owners deal with them. Each method runs in the seller's open transaction. */
@Injectable()
export class ApiKeys extends AggregateRepository<ApiKey> {
  constructor(
    db: Database,
    outbox: Outbox,
    private readonly gate: OwnerGate,
  ) {
    super(db, outbox, ApiKey, 'api_key');
  }

  /** Makes a key; this answer alone holds it. @throws DomainError VALIDATION_FAILED (expiresAt), API_KEYS_FULL, ROLE_FORBIDS */
  async make(caller: Caller, { name, scopes, expiresAt }: QuestionOf<CreateApiKey>): Promise<CreatedApiKey> {
    const sellerId = caller.sellerId!;
    const ends = expiresAt ? new Date(expiresAt) : null;
    if (ends && ends.getTime() <= Date.now())
      throw invalid('the key would never be good', [{ field: 'expiresAt', problem: 'must be in the future' }]);
    await this.gate.enter(caller);
    const [kept] = await this.db.rows<{ keys: number }>(
      'select count(*)::int as keys from cles_api where id_utilisateur = $1 and date_revocation is null',
      [sellerId],
    );
    if (kept!.keys >= MOST_KEYS) throw new DomainError('API_KEYS_FULL', 'conflict', { limit: MOST_KEYS });
    const key = newApiKey();
    const as = { id: newId(), sellerId, createdBy: caller.memberId ?? null, name, scopes, expiresAt: ends };
    return { ...(await this.add(ApiKey.make(key, as))).view(), key };
  }

  /** Newest first; revoked ones for {@link LISTED_DAYS} days. @throws DomainError ROLE_FORBIDS */
  async list(caller: Caller): Promise<ApiKey[]> {
    await this.gate.enter(caller);
    return this.db.tx
      .getRepository(ApiKey)
      .createQueryBuilder('key')
      .where('key.sellerId = :sellerId', { sellerId: caller.sellerId })
      .andWhere(`(key.revokedAt is null or key.revokedAt > now() - interval '${LISTED_DAYS} days')`)
      .orderBy('key.id', 'DESC')
      .limit(MOST_LISTED)
      .getMany();
  }

  /** @throws DomainError API_KEY_NOT_FOUND, ROLE_FORBIDS */
  async revoke(caller: Caller, keyId: string): Promise<ApiKey> {
    await this.gate.enter(caller);
    return this.update(keyId, caller.sellerId!, (key) => key.revoke());
  }
}
