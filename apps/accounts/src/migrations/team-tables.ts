import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, protectInternal } from '#database';
import { protectSecret } from './protect-secret.js';

/** Tables whose rows the migration itself reads or writes; forced policies would hide them from their owner, who runs it. */
const FILLED = ['utilisateurs_fluxasync', 'identifiants_connexion', 'sessions'];

/** The team of a shop, sign-in by its members, codes to set a password with, the brake on guessing, keys of programs, structured hours. */
export class TeamTables1766000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of FILLED) await runner.query(`alter table ${table} no force row level security`);
    await runner.query(`
      alter table utilisateurs_fluxasync add column horaires_ouverture jsonb;

      create table membres (
        id_membre uuid primary key,
        id_utilisateur uuid not null references utilisateurs_fluxasync on delete cascade,
        nom text not null,
        prenom text not null,
        adresse_email text not null,
        numero_telephone text not null,
        role text not null check (role in ('proprietaire', 'agent')),
        statut text not null check (statut in ('invite', 'actif')),
        date_creation timestamptz not null,
        derniere_connexion timestamptz,
        version int not null,
        constraint membres_le_fondateur_reste check (id_membre <> id_utilisateur or (role = 'proprietaire' and statut = 'actif'))
      );
      create unique index membres_adresse_email on membres (lower(adresse_email));
      create index membres_du_vendeur on membres (id_utilisateur, id_membre);
      insert into membres (id_membre, id_utilisateur, nom, prenom, adresse_email, numero_telephone, role, statut, date_creation, derniere_connexion, version)
        select id_utilisateur, id_utilisateur, nom, prenom, adresse_email, numero_telephone, 'proprietaire', 'actif', date_creation,
               (select max(s.date_creation) from sessions s where s.id_utilisateur = u.id_utilisateur), 1
        from utilisateurs_fluxasync u;

      alter table identifiants_connexion add column id_membre uuid;
      update identifiants_connexion set id_membre = id_utilisateur;
      alter table identifiants_connexion alter column id_membre set not null,
        drop constraint identifiants_connexion_pkey,
        add primary key (id_membre),
        add foreign key (id_membre) references membres on delete cascade;
      create index identifiants_du_vendeur on identifiants_connexion (id_utilisateur);

      alter table sessions add column id_membre uuid, add column programme text, add column adresse_reseau text;
      update sessions set id_membre = id_utilisateur;
      alter table sessions alter column id_membre set not null,
        add foreign key (id_membre) references membres on delete cascade,
        drop constraint sessions_motif_fin_check,
        add constraint sessions_motif_fin_check check (motif_fin in ('deconnexion', 'jeton_reutilise', 'fermee', 'mot_de_passe'));
      create index sessions_du_membre on sessions (id_membre, date_derniere_utilisation desc);

      create table demandes_code (
        id_demande uuid primary key,
        adresse_email text not null,
        id_utilisateur uuid,
        acteur text not null,
        id_correlation text not null,
        date_creation timestamptz not null default now()
      );

      create table codes_securite (
        id_code uuid primary key,
        id_membre uuid not null unique references membres on delete cascade,
        id_utilisateur uuid not null,
        motif text not null check (motif in ('mot_de_passe', 'invitation')),
        code text not null,
        essais int not null default 0,
        date_expiration timestamptz not null
      );
      create index codes_par_expiration on codes_securite (date_expiration);

      create table freins (
        cle bytea primary key,
        essais int not null,
        dernier_essai timestamptz not null,
        bloque_jusqua timestamptz
      );
      create index freins_par_age on freins (dernier_essai);

      create table cles_api (
        id_cle uuid primary key,
        id_utilisateur uuid not null references utilisateurs_fluxasync on delete cascade,
        cree_par uuid references membres on delete set null,
        nom_cle text not null,
        debut_cle text not null,
        empreinte bytea not null unique,
        portees text[] not null,
        date_creation timestamptz not null,
        date_expiration timestamptz,
        date_revocation timestamptz,
        derniere_utilisation timestamptz,
        version int not null
      );
      create index cles_api_du_vendeur on cles_api (id_utilisateur, id_cle desc);
      create index cles_api_par_createur on cles_api (cree_par);
    `);
    for (const table of FILLED) await runner.query(`alter table ${table} force row level security`);
    for (const table of ['membres', 'cles_api']) await runner.query(protect('accounts', table));
    for (const table of ['codes_securite', 'freins']) await runner.query(protectSecret(table));
    await runner.query(protectInternal('accounts', 'demandes_code', { sellerColumn: 'id_utilisateur' }));
  }

  async down(): Promise<void> {
    throw new Error('members cannot become sellers again: restore a copy from before instead');
  }
}
