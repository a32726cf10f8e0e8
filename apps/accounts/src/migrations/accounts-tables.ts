import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, serviceTables, workerRole } from '#database';

/** Row-level security for secrets of sign-in: the worker role alone; not even the reports role, which reads everything else. */
const protectSecret = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy du_service on ${table} to ${workerRole('accounts')} using (true) with check (true);`;

/** Sellers, their sessions, and the accounts they linked. */
export class AccountsTables1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(serviceTables('accounts'));
    await runner.query(`
      create table utilisateurs_fluxasync (
        id_utilisateur uuid primary key,
        nom text not null,
        prenom text not null,
        adresse_email text not null,
        numero_telephone text not null,
        pays text not null,
        secteur_activite text not null,
        nom_boutique text not null,
        adresse_recuperation text,
        fuseau_horaire text not null default 'Africa/Abidjan',
        horaires text,
        date_creation timestamptz not null default now(),
        version int not null
      );
      create unique index utilisateurs_fluxasync_adresse_email on utilisateurs_fluxasync (lower(adresse_email));

      create table identifiants_connexion (
        id_utilisateur uuid primary key references utilisateurs_fluxasync on delete cascade,
        mot_de_passe text not null,
        date_modification timestamptz not null default now()
      );

      create table sessions (
        id_session uuid primary key,
        id_utilisateur uuid not null references utilisateurs_fluxasync on delete cascade,
        date_creation timestamptz not null default now(),
        date_derniere_utilisation timestamptz not null default now(),
        date_fin timestamptz,
        motif_fin text check (motif_fin in ('deconnexion', 'jeton_reutilise'))
      );
      create index sessions_de_l_utilisateur on sessions (id_utilisateur);

      create table jetons_renouvellement (
        empreinte bytea primary key,
        id_session uuid not null references sessions on delete cascade,
        id_utilisateur uuid not null,
        issu_de bytea,
        date_creation timestamptz not null default now(),
        date_expiration timestamptz not null,
        date_utilisation timestamptz
      );
      create index jetons_de_la_session on jetons_renouvellement (id_session);
      create index jetons_issus_de on jetons_renouvellement (issu_de);
      create index jetons_par_expiration on jetons_renouvellement (date_expiration);

      create table comptes_whatsapp (
        id_compte_whatsapp uuid primary key,
        id_utilisateur uuid not null references utilisateurs_fluxasync on delete cascade,
        business_account_id text not null,
        numero_telephone_whatsapp text not null,
        access_token text,
        phone_number_id text not null,
        statut_compte text not null check (statut_compte in ('connecte', 'deconnecte')),
        date_creation timestamptz not null,
        version int not null,
        constraint comptes_whatsapp_un_par_vendeur unique (id_utilisateur),
        constraint comptes_whatsapp_jeton check ((access_token is not null) = (statut_compte = 'connecte'))
      );
      create unique index comptes_whatsapp_phone_number_id on comptes_whatsapp (phone_number_id) where statut_compte = 'connecte';

      create table comptes_email (
        id_compte_email uuid primary key,
        id_utilisateur uuid not null references utilisateurs_fluxasync on delete cascade,
        fournisseur_email text not null check (fournisseur_email in ('gmail')),
        adresse_email text not null,
        jeton_acces text,
        statut_compte text not null check (statut_compte in ('connecte', 'deconnecte')),
        date_creation timestamptz not null,
        version int not null,
        constraint comptes_email_une_fois_par_vendeur unique (id_utilisateur, adresse_email),
        constraint comptes_email_jeton check ((jeton_acces is not null) = (statut_compte = 'connecte'))
      );
      create unique index comptes_email_adresse on comptes_email (adresse_email) where statut_compte = 'connecte';
    `);
    for (const table of ['utilisateurs_fluxasync', 'comptes_whatsapp', 'comptes_email'])
      await runner.query(protect('accounts', table));
    for (const table of ['identifiants_connexion', 'sessions', 'jetons_renouvellement']) await runner.query(protectSecret(table));
  }

  async down(): Promise<void> {
    throw new Error('the first tables are not undone: drop the schema instead');
  }
}
