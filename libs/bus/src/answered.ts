import { DomainError, type RequestClass, requestSpec, secretFieldsOf } from '#contracts';
import type { Database } from '#database';

/** A request that wants to happen once, however often it is sent. */
export interface Attempt {
  /** UUID, the same at every attempt. */
  id: string;
  /** An earlier attempt may have happened: its answer never came. */
  again: boolean;
}

/**
 * What was answered to requests that want to happen once. The answer is committed with the effect, so an attempt has either both or neither: one that was cut off before its commit is
 * simply made, one that was cut off after it is answered and not made again.
 */
export class Answered {
  constructor(private readonly db: Database) {}

  /**
   * Does `work`, or gives the answer of the attempt that did, without the fields that are shown once. In an open transaction of the seller, whose commit keeps both.
   * @throws DomainError IDEMPOTENCY_IN_FLIGHT while another attempt is under way: nobody waits for it, holding a connection
   */
  async once(contract: RequestClass, sellerId: string, { id }: Attempt, work: () => Promise<unknown>): Promise<unknown> {
    const taken = await this.db.run(
      `insert into answered (id_demande, id_utilisateur) select $1::uuid, $2::uuid where pg_try_advisory_xact_lock(hashtextextended('once|' || $1::text, 0))
       on conflict (id_utilisateur, id_demande) do nothing`,
      [id, sellerId],
    );
    if (taken === 0) {
      const [first] = await this.db.rows<{ answer: unknown }>(
        'select answer from answered where id_utilisateur = $2 and id_demande = $1',
        [id, sellerId],
      );
      // What is committed is seen; what is not, somebody else is doing.
      if (!first) throw new DomainError('IDEMPOTENCY_IN_FLIGHT', 'conflict');
      return first.answer;
    }
    const answer = await work();
    await this.db.run('update answered set answer = $3 where id_utilisateur = $2 and id_demande = $1', [
      id,
      sellerId,
      JSON.stringify(withoutSecrets(contract, answer)),
    ]);
    return answer;
  }
}

function withoutSecrets(contract: RequestClass, answer: unknown): unknown {
  const { answers } = requestSpec(contract);
  const secret = answers ? secretFieldsOf(answers) : [];
  return Object.fromEntries(Object.entries((answer ?? {}) as object).filter(([name]) => !secret.includes(name)));
}
