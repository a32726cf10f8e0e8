import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

/** Money that shops sent back to customers. From here on `montant_paye` is the sum of an order's payments that stand, less its refunds that stand. */
export class Refunds1766000000062 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table remboursements (
        id_remboursement uuid primary key,
        id_utilisateur uuid not null,
        id_commande uuid not null references commandes,
        mode_paiement text not null check (mode_paiement in ('especes', 'wave', 'orange_money', 'mtn_money', 'moov_money')),
        montant bigint not null check (montant > 0),
        reference_operateur text,
        reference_repliee text,
        note text,
        acteur text not null,
        date_creation timestamptz not null default clock_timestamp(),
        date_annulation timestamptz,
        motif_annulation text,
        acteur_annulation text,
        constraint annulation_motivee check ((date_annulation is null) = (motif_annulation is null))
      );
      create index remboursements_par_commande on remboursements (id_commande, id_remboursement);
      create index remboursements_du_vendeur on remboursements (id_utilisateur, id_remboursement desc);
      create unique index un_remboursement_par_reference on remboursements (id_utilisateur, reference_repliee)
        where reference_repliee is not null and date_annulation is null;
      ${protect('orders', 'remboursements')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('orders are not undone: restore a backup');
  }
}
