import { Injectable } from '@nestjs/common';
import { currentContext, Workers } from '#bus';
import { Database, newId } from '#database';

/** Name of the worker that issues the codes asked for. */
export const ISSUE_CODES = 'issue-codes';

/**
 * Takes down that a code is wanted for an address; {@link ISSUE_CODES} finds out whose it is. Whoever asks has his answer before anybody looks, so its time
 * cannot tell whether the address is known.
 */
@Injectable()
export class CodeRequests {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
  ) {}

  /**
   * In the open transaction.
   * @param sellerId the shop whose owner asks; absent when somebody asks who is not signed in
   */
  async add(email: string, sellerId?: string): Promise<void> {
    const { actor, correlationId } = currentContext();
    await this.db.run(
      'insert into demandes_code (id_demande, adresse_email, id_utilisateur, acteur, id_correlation) values ($1, $2, $3, $4, $5)',
      [newId(), email.toLowerCase(), sellerId ?? null, actor, correlationId],
    );
    this.db.afterCommit(() => this.workers.wake(ISSUE_CODES));
  }
}
