import { Injectable } from '@nestjs/common';
import { currentContext } from '#bus';
import { Database } from '#database';

/** What became of an agreement. */
export type AgreementOutcome = 'confirme' | 'refuse' | 'annule';

/** An agreement that is heard. */
interface HeardAgreement {
  sellerId: string;
  agreementId: string;
  prospectId: string;
}

/** How it stands with an agreement. */
export interface Standing {
  settled: boolean;
  cancelledEarly: boolean;
  prospectId: string;
}

/** An agreement with what became of it. */
export interface SettledAgreement {
  sellerId: string;
  agreementId: string;
  outcome: AgreementOutcome;
  orderId?: string;
}

/**
 * What orders remembers of agreements and of cancellations that came before their order. The caller holds the sellers' locks, so what is not there now
 * cannot appear before the transaction ends.
 */
@Injectable()
export class Agreements {
  constructor(private readonly db: Database) {}

  /** What is known of agreements that are heard, one by one: whether it was answered before, or cancelled before it came; and who its prospect is by now. */
  async standing(heard: readonly HeardAgreement[]): Promise<Standing[]> {
    return this.db.rows<Standing>(
      `select exists (select from accords where id_accord = a) as settled,
              exists (select from annulations_anticipees where id_commande = a and id_utilisateur = u) as "cancelledEarly",
              coalesce((select id_prospect from prospects_fusionnes where id_ancien = p and id_utilisateur = u), p) as "prospectId"
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality t(u, a, p, place) order by place`,
      [
        heard.map(({ sellerId }) => sellerId),
        heard.map(({ agreementId }) => agreementId),
        heard.map(({ prospectId }) => prospectId),
      ],
    );
  }

  async settle(agreements: readonly SettledAgreement[]): Promise<void> {
    await this.db.run(
      `insert into accords (id_accord, id_utilisateur, id_commande, issue)
       select a, u, c, i from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) t(a, u, c, i)`,
      [
        agreements.map(({ agreementId }) => agreementId),
        agreements.map(({ sellerId }) => sellerId),
        agreements.map(({ orderId }) => orderId ?? null),
        agreements.map(({ outcome }) => outcome),
      ],
    );
  }

  /** Leaves word that an order is cancelled before it is there. */
  async cancelEarly(sellerId: string, orderId: string, prospectId: string, reason: string): Promise<void> {
    await this.db.run(
      'insert into annulations_anticipees (id_commande, id_utilisateur, id_prospect, motif, acteur) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [orderId, sellerId, prospectId, reason, currentContext().actor],
    );
  }
}
