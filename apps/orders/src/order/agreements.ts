import { Injectable } from '@nestjs/common';
import { currentContext } from '#bus';
import { Database } from '#database';

/** What became of an agreement. */
export type AgreementOutcome = 'confirme' | 'refuse' | 'annule';

/**
 * What orders remembers of agreements and of cancellations that came before their order. The caller holds the seller's lock, so what is not there now
 * cannot appear before the transaction ends.
 */
@Injectable()
export class Agreements {
  constructor(private readonly db: Database) {}

  /** Whether the agreement was answered before. */
  async isSettled(agreementId: string): Promise<boolean> {
    return (await this.db.rows('select from accords where id_accord = $1', [agreementId])).length > 0;
  }

  async settle(sellerId: string, agreementId: string, outcome: AgreementOutcome, orderId?: string): Promise<void> {
    await this.db.run('insert into accords (id_accord, id_utilisateur, id_commande, issue) values ($1, $2, $3, $4)', [
      agreementId,
      sellerId,
      orderId ?? null,
      outcome,
    ]);
  }

  /** Leaves word that an order is cancelled before it is there. */
  async cancelEarly(sellerId: string, orderId: string, prospectId: string, reason: string): Promise<void> {
    await this.db.run(
      'insert into annulations_anticipees (id_commande, id_utilisateur, id_prospect, motif, acteur) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [orderId, sellerId, prospectId, reason, currentContext().actor],
    );
  }

  async isCancelledEarly(sellerId: string, orderId: string): Promise<boolean> {
    const rows = await this.db.rows('select from annulations_anticipees where id_commande = $1 and id_utilisateur = $2', [
      orderId,
      sellerId,
    ]);
    return rows.length > 0;
  }
}
