import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

/**
 * Prices a seller may go down to, photos of what he sells; orders that are only written down, the money that came in for them, and goods given back for others.
 * `montant_paye` is the sum of an order's payments that stand; only what is recorded in `paiements` changes it.
 */
export class DraftsAndPayments1766000000060 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table produits
        add column prix_plancher bigint check (prix_plancher > 0),
        add column photos uuid[] not null default '{}',
        add constraint plancher_sous_le_prix check (prix_plancher <= prix_unitaire);
      alter table variantes_produit
        add column prix_plancher bigint check (prix_plancher > 0),
        add constraint plancher_sous_le_prix_propre check (prix_plancher <= prix_unitaire);

      alter table commandes
        add column frais_annonces bigint check (frais_annonces >= 0),
        add column frais_prevus bigint check (frais_prevus >= 0),
        add column montant_paye bigint not null default 0 check (montant_paye >= 0),
        add column id_commande_echangee uuid references commandes,
        drop constraint commandes_statut_commande_check,
        add constraint commandes_statut_commande_check check (statut_commande in
          ('brouillon', 'confirmee', 'en_preparation', 'prete', 'en_livraison', 'livree', 'annulee', 'retournee', 'echec_livraison'));
      create index commandes_par_echange on commandes (id_commande_echangee) where id_commande_echangee is not null;

      -- The price of one that the shop gave by hand: a draft keeps it when it is priced anew.
      alter table details_commande add column prix_convenu bigint check (prix_convenu >= 0);

      create table paiements (
        id_paiement uuid primary key,
        id_utilisateur uuid not null,
        id_commande uuid not null references commandes,
        mode_paiement text not null check (mode_paiement in ('especes', 'wave', 'orange_money', 'mtn_money', 'moov_money', 'echange')),
        montant bigint not null check (montant > 0),
        reference_operateur text,
        reference_repliee text,
        -- The delivery whose courier brought it.
        id_livraison uuid,
        acteur text not null,
        date_creation timestamptz not null default clock_timestamp(),
        date_annulation timestamptz,
        motif_annulation text,
        acteur_annulation text,
        constraint annulation_motivee check ((date_annulation is null) = (motif_annulation is null))
      );
      create index paiements_par_commande on paiements (id_commande, id_paiement);
      create index paiements_du_vendeur on paiements (id_utilisateur, id_paiement desc);
      create unique index un_paiement_par_reference on paiements (id_utilisateur, reference_repliee)
        where reference_repliee is not null and date_annulation is null;
      create unique index un_encaissement_par_livraison on paiements (id_livraison) where id_livraison is not null;

      create table articles_rendus (
        id_rendu uuid primary key,
        id_utilisateur uuid not null,
        -- The exchange: the order whose delivery brings these back.
        id_commande uuid not null references commandes deferrable initially deferred,
        id_commande_origine uuid not null references commandes,
        id_produit uuid not null references produits,
        id_variante uuid references variantes_produit,
        quantite int not null check (quantite > 0),
        prix_unitaire bigint not null check (prix_unitaire >= 0),
        statut text not null default 'attendu' check (statut in ('attendu', 'rendu', 'abandonne')),
        date_creation timestamptz not null default now()
      );
      create index rendus_par_commande on articles_rendus (id_commande);
      create index rendus_par_origine on articles_rendus (id_commande_origine);
      create index rendus_par_produit on articles_rendus (id_produit);
      create index rendus_par_variante on articles_rendus (id_variante) where id_variante is not null;
    `);
    for (const table of ['paiements', 'articles_rendus']) await q.query(protect('orders', table));
  }

  async down(): Promise<void> {
    throw new Error('orders are not undone: restore a backup');
  }
}
