import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, serviceTables } from '#database';

const TABLES = [
  'produits',
  'variantes_produit',
  'mouvements_stock',
  'commandes',
  'details_commande',
  'historique_commande',
  'compteurs_commande',
  'accords',
  'annulations_anticipees',
  'vendeurs_copie',
];

/** Catalogue, stock ledger and orders. */
export class OrdersTables1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(serviceTables('orders'));
    await q.query(`
      create table vendeurs_copie (
        id_utilisateur uuid primary key,
        fuseau_horaire text not null,
        version int not null
      );

      create table produits (
        id_produit uuid primary key,
        id_utilisateur uuid not null,
        nom_produit text not null,
        description text,
        prix_unitaire bigint not null check (prix_unitaire >= 0),
        quantite_stock int not null check (quantite_stock <= 1000000),
        stock_reserve int not null default 0,
        seuil_alerte int,
        alias text[] not null default '{}',
        actif boolean not null default true,
        texte_recherche text not null,
        version int not null,
        date_creation timestamptz not null,
        constraint reserve_dans_le_stock check (stock_reserve >= 0 and stock_reserve <= quantite_stock)
      );
      create index produits_du_vendeur on produits (id_utilisateur, id_produit desc);

      create table variantes_produit (
        id_variante uuid primary key,
        id_produit uuid not null references produits,
        id_utilisateur uuid not null,
        taille text,
        couleur text,
        prix_unitaire bigint check (prix_unitaire >= 0),
        quantite_stock int not null,
        stock_reserve int not null default 0,
        actif boolean not null default true,
        constraint reserve_dans_le_stock_variante check (stock_reserve >= 0 and stock_reserve <= quantite_stock)
      );
      create unique index une_variante_par_taille_et_couleur on variantes_produit (id_produit, coalesce(taille, ''), coalesce(couleur, ''));

      create table commandes (
        id_commande uuid primary key,
        id_prospect uuid not null,
        id_utilisateur uuid not null,
        id_conversation uuid,
        id_accord uuid unique,
        numero_commande text not null,
        montant_total bigint not null check (montant_total >= 0),
        nom_client text not null,
        telephone_client text not null,
        adresse_livraison text not null,
        telephone_livraison text not null,
        statut_commande text not null check (statut_commande in
          ('confirmee', 'en_preparation', 'prete', 'en_livraison', 'livree', 'annulee', 'retournee', 'echec_livraison')),
        version int not null,
        version_livraison int not null default 0,
        date_creation timestamptz not null,
        constraint un_numero_par_vendeur unique (id_utilisateur, numero_commande)
      );
      create index commandes_du_vendeur on commandes (id_utilisateur, id_commande desc);
      create index commandes_par_prospect on commandes (id_prospect);
      create index commandes_par_conversation on commandes (id_conversation);

      create table details_commande (
        id_ligne uuid primary key,
        id_commande uuid not null references commandes,
        id_produit uuid not null references produits,
        id_variante uuid references variantes_produit,
        id_utilisateur uuid not null,
        designation text not null,
        taille text,
        couleur text,
        quantite_commandee int not null check (quantite_commandee > 0),
        prix_unitaire bigint not null,
        prix_total_ligne bigint not null,
        constraint total_de_la_ligne check (prix_total_ligne = prix_unitaire * quantite_commandee)
      );
      create index details_par_commande on details_commande (id_commande);
      create index details_par_produit on details_commande (id_produit);
      create index details_par_variante on details_commande (id_variante) where id_variante is not null;
      create index details_du_vendeur on details_commande (id_utilisateur, id_ligne desc);

      create table historique_commande (
        id_etape bigint generated always as identity primary key,
        id_commande uuid not null references commandes,
        id_utilisateur uuid not null,
        statut_avant text,
        statut_apres text not null,
        acteur text not null,
        motif text,
        date_creation timestamptz not null default clock_timestamp()
      );
      create index historique_par_commande on historique_commande (id_commande, id_etape);

      -- Stock is reserved before its order can be written, in the same transaction: the reference is checked at commit.
      create table mouvements_stock (
        id_mouvement bigint generated always as identity primary key,
        id_utilisateur uuid not null,
        id_produit uuid not null references produits,
        id_variante uuid references variantes_produit,
        id_commande uuid references commandes deferrable initially deferred,
        nature text not null check (nature in ('initial', 'reservation', 'liberation', 'consommation', 'retour', 'ajustement')),
        variation_stock int not null,
        variation_reserve int not null,
        motif text,
        acteur text not null,
        date_creation timestamptz not null default clock_timestamp()
      );
      create index mouvements_par_produit on mouvements_stock (id_produit, id_mouvement);
      create index mouvements_par_variante on mouvements_stock (id_variante) where id_variante is not null;
      create index mouvements_par_commande on mouvements_stock (id_commande) where id_commande is not null;

      create table compteurs_commande (
        id_utilisateur uuid not null,
        jour date not null,
        dernier int not null,
        primary key (id_utilisateur, jour)
      );

      create table accords (
        id_accord uuid primary key,
        id_utilisateur uuid not null,
        id_commande uuid unique references commandes,
        issue text not null check (issue in ('confirme', 'refuse', 'annule')),
        date_creation timestamptz not null default now(),
        constraint une_commande_si_confirme check ((issue = 'confirme') = (id_commande is not null))
      );

      create table annulations_anticipees (
        id_commande uuid primary key,
        id_utilisateur uuid not null,
        motif text not null,
        acteur text not null,
        date_creation timestamptz not null default now()
      );
    `);
    for (const table of TABLES) await q.query(protect('orders', table));
  }

  async down(): Promise<void> {
    throw new Error('orders are not undone: restore a backup');
  }
}
