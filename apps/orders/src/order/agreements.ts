import { Injectable } from '@nestjs/common';
import { currentContext } from '#bus';
import { Database } from '#database';

/** What became of an agreement. */
export type AgreementOutcome = 'confirme' | 'refuse' | 'annule';

/** How it stands with an agreement. */
interface Standing {
  settled: boolean;
  cancelledEarly: boolean;
  prospectId: string;
}

/**
 * What orders remembers of agreements and of cancellations that came before their order. The caller holds the seller's lock, so what is not there now
 * cannot appear before the transaction ends.
 */
@Injectable()
export class Agreements {
  constructor(private readonly db: Database) {}

  /** What is known of an agreement that is heard: whether it was answered before, or cancelled before it came; and who its prospect is by now. */
  async standing(sellerId: string, agreementId: string, prospectId: string): Promise<Standing> {
    const [standing] = await this.db.rows<Standing>(
      `select exists (select from accords where id_accord = $2) as settled,
              exists (select from annulations_anticipees where id_commande = $2 and id_utilisateur = $1) as "cancelledEarly",
              coalesce((select id_prospect from prospects_fusionnes where id_ancien = $3 and id_utilisateur = $1), $3) as "prospectId"`,
      [sellerId, agreementId, prospectId],
    );
    return standing!;
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
}
