import { Injectable } from '@nestjs/common';
import type { PaymentMethod } from '#contracts';
import { currentContext } from '#bus';
import { Database, jsonRows } from '#database';
import { methodOf, STORED_METHOD } from './payment-methods.js';
import { folded } from './reference.js';

/** Money that is recorded for an order; FCFA. */
export interface Payment {
  id: string;
  method: PaymentMethod;
  amount: number;
  /** The operator's transaction number, as it was written. */
  reference?: string;
  /** The delivery whose courier brought it. */
  deliveryId?: string;
}

/** A payment as it is entered: whose, for which order, and by whom. */
export interface PaymentEntry {
  sellerId: string;
  orderId: string;
  payment: Payment;
  actor: string;
}

/** The rows of `paiements`: written once, struck out at most once, never removed. The caller holds the seller's lock. */
@Injectable()
export class PaymentBook {
  constructor(private readonly db: Database) {}

  /** @returns false when what this delivery's courier brought is recorded already; nothing is then */
  async enter(sellerId: string, orderId: string, payment: Payment): Promise<boolean> {
    return (await this.enterAll([{ sellerId, orderId, payment, actor: currentContext().actor }])).has(payment.id);
  }

  /** As {@link enter}, for payments of several orders. @returns the ids of those that are recorded now */
  async enterAll(entries: readonly PaymentEntry[]): Promise<Set<string>> {
    if (entries.length === 0) return new Set();
    const rows = entries.map(({ sellerId, orderId, payment, actor }) => ({
      id_paiement: payment.id,
      id_utilisateur: sellerId,
      id_commande: orderId,
      mode_paiement: STORED_METHOD[payment.method],
      montant: payment.amount,
      reference_operateur: payment.reference ?? null,
      reference_repliee: payment.reference === undefined ? null : folded(payment.reference),
      id_livraison: payment.deliveryId ?? null,
      acteur: actor,
    }));
    const entered = await this.db.rows<{ id: string }>(
      `insert into paiements (id_paiement, id_utilisateur, id_commande, mode_paiement, montant, reference_operateur, reference_repliee, id_livraison, acteur)
       select id_paiement, id_utilisateur, id_commande, mode_paiement, montant, reference_operateur, reference_repliee, id_livraison, acteur
       from json_populate_recordset(null::paiements, $1)
       on conflict (id_livraison) where id_livraison is not null do nothing returning id_paiement as id`,
      [jsonRows(rows)],
    );
    return new Set(entered.map(({ id }) => id));
  }

  /** Number of the order for which the seller has recorded this transaction, if he has. */
  async orderPaidBy(sellerId: string, reference: string): Promise<string | undefined> {
    const [row] = await this.db.rows<{ number: string }>(
      `select c.numero_commande as number from paiements p join commandes c using (id_commande)
       where p.id_utilisateur = $1 and p.reference_repliee = $2 and p.date_annulation is null`,
      [sellerId, folded(reference)],
    );
    return row?.number;
  }

  /** A payment of the order, with whether it was struck out. */
  async find(sellerId: string, orderId: string, paymentId: string): Promise<(Payment & { voided: boolean }) | undefined> {
    const [row] = await this.db.rows<{ method: string; amount: number; voided: boolean }>(
      `select mode_paiement as method, montant::float8 as amount, date_annulation is not null as voided from paiements
       where id_utilisateur = $1 and id_commande = $2 and id_paiement = $3`,
      [sellerId, orderId, paymentId],
    );
    return row && { id: paymentId, ...row, method: methodOf(row.method) };
  }

  /** What goods given back count for in an order, as far as it stands. */
  async creditOf(sellerId: string, orderId: string): Promise<Payment | undefined> {
    const [row] = await this.db.rows<{ id: string; amount: number }>(
      `select id_paiement as id, montant::float8 as amount from paiements
       where id_utilisateur = $1 and id_commande = $2 and mode_paiement = $3 and date_annulation is null`,
      [sellerId, orderId, STORED_METHOD.exchange],
    );
    return row && { ...row, method: 'exchange' };
  }

  async strikeOut(sellerId: string, paymentId: string, reason: string): Promise<void> {
    await this.db.run(
      `update paiements set date_annulation = clock_timestamp(), motif_annulation = $3, acteur_annulation = $4
       where id_utilisateur = $1 and id_paiement = $2 and date_annulation is null`,
      [sellerId, paymentId, reason, currentContext().actor],
    );
  }
}
