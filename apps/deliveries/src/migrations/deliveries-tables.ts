import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, serviceTables } from '#database';

const TABLES = [
  'vendeurs_copie',
  'livreurs',
  'livraisons',
  'tentatives_livraison',
  'frais_zones',
  'zones_publiees',
  'commandes_en_attente',
  'annulations',
];

/** Couriers, zones and deliveries. */
export class DeliveriesTables1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(serviceTables('deliveries'));
    await q.query(`
      create table vendeurs_copie (
        id_utilisateur uuid primary key,
        nom_boutique text not null,
        adresse_recuperation text,
        fuseau_horaire text not null,
        version int not null
      );

      create table livreurs (
        id_livreur uuid primary key,
        id_utilisateur uuid not null,
        nom_complet_livreur text not null,
        numero_telephone_livreur text not null,
        zones_couverture text not null,
        actif boolean not null default true,
        derniere_affectation timestamptz,
        version int not null,
        date_creation timestamptz not null,
        constraint un_livreur_par_numero unique (id_utilisateur, numero_telephone_livreur)
      );
      create index livreurs_du_vendeur on livreurs (id_utilisateur, id_livreur desc);
      create index livreurs_par_numero on livreurs (numero_telephone_livreur);

      -- One row per order: the dashboard's report joins on it. Attempts have a table of their own.
      create table livraisons (
        id_livraison uuid primary key,
        id_commande uuid not null constraint une_livraison_par_commande unique,
        id_livreur uuid not null references livreurs,
        id_utilisateur uuid not null,
        date_livraison_prevue timestamptz not null,
        adresse_recuperation text not null,
        adresse_destination text not null,
        frais_livraison bigint not null check (frais_livraison >= 0),
        statut_livraison text not null check (statut_livraison in ('planifiee', 'recuperee', 'livree', 'echec', 'annulee')),
        motif_affectation text not null,
        reference_commande text not null,
        montant_commande bigint not null,
        id_prospect uuid not null,
        id_conversation uuid,
        nom_destinataire text not null,
        telephone_destinataire text not null,
        colis text not null,
        tentatives int not null default 0,
        montant_encaisse bigint,
        date_recuperation timestamptz,
        date_remise timestamptz,
        date_derniere_tentative timestamptz,
        version int not null,
        date_creation timestamptz not null,
        constraint encaissement_a_la_remise check ((statut_livraison = 'livree') = (montant_encaisse is not null))
      );
      create index livraisons_du_vendeur on livraisons (id_utilisateur, id_livraison desc);
      create index livraisons_en_cours on livraisons (id_livreur, date_livraison_prevue) where statut_livraison in ('planifiee', 'recuperee');
      create index livraisons_par_livreur on livraisons (id_livreur);
      create index livraisons_faites on livraisons (id_utilisateur) where statut_livraison = 'livree';

      create table tentatives_livraison (
        id_tentative bigint generated always as identity primary key,
        id_livraison uuid not null references livraisons,
        id_utilisateur uuid not null,
        numero int not null,
        motif text not null,
        acteur text not null,
        date_creation timestamptz not null default now(),
        unique (id_livraison, numero)
      );

      create table frais_zones (
        id_utilisateur uuid not null,
        cle_zone text not null,
        zone text not null,
        frais bigint not null check (frais >= 0),
        primary key (id_utilisateur, cle_zone)
      );

      create table zones_publiees (
        id_utilisateur uuid primary key,
        version int not null
      );

      create table commandes_en_attente (
        id_commande uuid primary key,
        id_utilisateur uuid not null,
        commande jsonb not null,
        contexte jsonb not null,
        motif text not null,
        derniere_tentative timestamptz not null default now(),
        date_creation timestamptz not null default now()
      );
      create index commandes_en_attente_par_tour on commandes_en_attente (derniere_tentative);

      create table annulations (
        id_commande uuid primary key,
        id_utilisateur uuid not null,
        motif text not null,
        date_creation timestamptz not null default now()
      );
    `);
    for (const table of TABLES) await q.query(protect('deliveries', table));
  }

  async down(): Promise<void> {
    throw new Error('deliveries are not undone: restore a backup');
  }
}
