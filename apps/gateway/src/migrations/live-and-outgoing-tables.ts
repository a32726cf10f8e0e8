import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, protectInternal } from '#database';

/** What happened in the shops that listen, the addresses that are told, and what was sent to them. */
export class LiveAndOutgoingTables1766000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table flux_compteurs (
        id_utilisateur uuid primary key,
        dernier bigint not null default 0,
        interet_jusqua timestamptz not null
      );

      create table flux_evenements (
        id_utilisateur uuid not null,
        numero bigint not null,
        id_evenement uuid not null,
        type text not null,
        contenu jsonb not null,
        id_prospect uuid,
        date_evenement timestamptz not null,
        date_ajout timestamptz not null default now(),
        primary key (id_utilisateur, numero),
        constraint flux_evenements_sans_doublon unique (id_utilisateur, id_evenement)
      );
      create index flux_evenements_par_type on flux_evenements (id_utilisateur, type, numero);
      create index flux_evenements_par_prospect on flux_evenements (id_utilisateur, id_prospect) where id_prospect is not null;
      create index flux_evenements_par_date on flux_evenements using brin (date_ajout);

      create table prospects_effaces (
        id_prospect uuid primary key,
        id_utilisateur uuid not null,
        date_effacement timestamptz not null default now()
      );

      create table points_webhook (
        id_point uuid primary key,
        id_utilisateur uuid not null,
        adresse text not null,
        description text,
        evenements text[] not null,
        secret text not null,
        secret_precedent text,
        secret_precedent_jusqua timestamptz,
        actif boolean not null default true,
        motif_desactivation text,
        en_echec_depuis timestamptz,
        bail uuid,
        bail_jusqua timestamptz,
        dernier_tour timestamptz not null default '-infinity',
        version int not null default 1,
        date_creation timestamptz not null default now(),
        check ((secret_precedent is null) = (secret_precedent_jusqua is null))
      );
      create index points_webhook_par_vendeur on points_webhook (id_utilisateur, id_point);

      create table envois_webhook (
        id_envoi uuid primary key,
        id_point uuid not null references points_webhook on delete cascade,
        id_utilisateur uuid not null,
        id_evenement uuid not null,
        origine text not null check (origine in ('evenement', 'rejeu', 'essai')),
        type text not null,
        contenu jsonb not null,
        id_prospect uuid,
        date_evenement timestamptz not null,
        statut text not null default 'en_attente' check (statut in ('en_attente', 'livre', 'echoue')),
        tentatives int not null default 0,
        prochaine_tentative timestamptz default now(),
        dernier_code int,
        dernier_probleme text,
        derniere_reponse text,
        derniere_duree_ms int,
        date_creation timestamptz not null default now(),
        date_livraison timestamptz,
        check ((statut = 'en_attente') = (prochaine_tentative is not null)),
        check ((statut = 'livre') = (date_livraison is not null))
      );
      create unique index envois_webhook_sans_doublon on envois_webhook (id_point, id_evenement) where origine = 'evenement';
      create index envois_webhook_par_point on envois_webhook (id_point, id_envoi);
      create index envois_webhook_par_statut on envois_webhook (id_point, statut, id_envoi);
      create index envois_webhook_a_faire on envois_webhook (id_point, prochaine_tentative) where statut = 'en_attente';
      create index envois_webhook_par_prospect on envois_webhook (id_utilisateur, id_prospect) where id_prospect is not null;
      create index envois_webhook_par_date on envois_webhook using brin (date_creation);
    `);
    for (const table of ['flux_compteurs', 'flux_evenements', 'points_webhook', 'envois_webhook'])
      await runner.query(protect('gateway', table));
    await runner.query(protectInternal('gateway', 'prospects_effaces'));
  }

  async down(): Promise<void> {
    throw new Error('the log of what was sent is not thrown away: drop the tables by hand when it may go');
  }
}
