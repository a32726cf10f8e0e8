import { Injectable } from '@nestjs/common';
import type { MoneyMethod } from '#contracts';
import { currentContext } from '#bus';
import { Database } from '#database';
import { methodOf, STORED_METHOD } from './payment-methods.js';
import { folded } from './reference.js';

/** Money that went back to a customer; FCFA. */
export interface Refund {
  id: string;
  method: MoneyMethod;
  amount: number;
  /** The operator's transaction number, as it was written. */
  reference?: string;
  /** What the shop noted beside it. */
  note?: string;
}

/** The rows of `remboursements`: written once, struck out at most once, never removed. The caller holds the seller's lock. */
@Injectable()
export class RefundBook {
  constructor(private readonly db: Database) {}

  async enter(sellerId: string, orderId: string, { id, method, amount, reference, note }: Refund): Promise<void> {
    await this.db.run(
      `insert into remboursements (id_remboursement, id_utilisateur, id_commande, mode_paiement, montant, reference_operateur, reference_repliee, note, acteur)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        sellerId,
        orderId,
        STORED_METHOD[method],
        amount,
        reference ?? null,
        reference === undefined ? null : folded(reference),
        note ?? null,
        currentContext().actor,
      ],
    );
  }

  /** Number of the order for which the seller has recorded this transaction as sent back, if he has. */
  async orderRefundedBy(sellerId: string, reference: string): Promise<string | undefined> {
    const [row] = await this.db.rows<{ number: string }>(
      `select c.numero_commande as number from remboursements r join commandes c using (id_commande)
       where r.id_utilisateur = $1 and r.reference_repliee = $2 and r.date_annulation is null`,
      [sellerId, folded(reference)],
    );
    return row?.number;
  }

  /** A refund of the order, with whether it was struck out. */
  async find(sellerId: string, orderId: string, refundId: string): Promise<(Refund & { voided: boolean }) | undefined> {
    const [row] = await this.db.rows<{ method: string; amount: number; voided: boolean }>(
      `select mode_paiement as method, montant::float8 as amount, date_annulation is not null as voided from remboursements
       where id_utilisateur = $1 and id_commande = $2 and id_remboursement = $3`,
      [sellerId, orderId, refundId],
    );
    return row && { id: refundId, ...row, method: methodOf(row.method) as MoneyMethod };
  }

  async strikeOut(sellerId: string, refundId: string, reason: string): Promise<void> {
    await this.db.run(
      `update remboursements set date_annulation = clock_timestamp(), motif_annulation = $3, acteur_annulation = $4
       where id_utilisateur = $1 and id_remboursement = $2 and date_annulation is null`,
      [sellerId, refundId, reason, currentContext().actor],
    );
  }
}
