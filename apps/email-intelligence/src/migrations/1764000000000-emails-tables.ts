import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, serviceTables } from '#database';

export class EmailsTables1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(serviceTables('email-intelligence'));
    // `demandes` counts the reasons to look (pushes), `relevees` those already answered: a push during a reading leads to another one.
    // dernier_historique is a 64-bit number of Gmail's; numeric, so that it is compared as a number and read as text.
    await q.query(`
      create table boites (
        id_compte_email uuid primary key,
        id_utilisateur uuid not null,
        adresse_email text not null,
        jeton_scelle text,
        etat text not null check (etat in ('active', 'reconnexion_requise', 'a_deconnecter', 'deconnectee')),
        version int not null,
        date_connexion timestamptz not null,
        dernier_historique numeric(20),
        demandes int not null default 1,
        relevees int not null default 0,
        prochaine_releve timestamptz not null default now(),
        derniere_releve timestamptz,
        pas_avant timestamptz not null default '-infinity',
        echecs int not null default 0,
        code_probleme text,
        bail uuid,
        bail_jusqua timestamptz,
        prochaine_surveillance timestamptz not null default now(),
        surveillance_expire timestamptz,
        id_correlation text not null,
        traceparent text
      );
      create index boites_par_adresse on boites (adresse_email);
      create index boites_a_relever on boites (prochaine_releve) where etat = 'active';

      create table emails_recus (
        id_email uuid primary key,
        id_compte_email uuid not null references boites,
        id_utilisateur uuid not null,
        identifiant_message_email text not null,
        email_expediteur text not null,
        nom_expediteur text not null,
        sujet_email text not null,
        niveau_priorite text not null check (niveau_priorite in ('important', 'normal', 'faible')),
        automatique boolean not null,
        date_reception timestamptz not null,
        date_creation timestamptz not null default now(),
        id_correlation text not null,
        analyse_le timestamptz,
        analyse_pas_avant timestamptz not null default now(),
        constraint un_email_par_boite unique (id_compte_email, identifiant_message_email)
      );
      create index emails_du_vendeur on emails_recus (id_utilisateur, id_email);
      create index emails_a_analyser on emails_recus (analyse_pas_avant) where analyse_le is null;

      create table corps_emails (
        id_email uuid primary key references emails_recus on delete cascade,
        id_utilisateur uuid not null,
        contenu text not null,
        tronque boolean not null
      );

      create table analyses_emails (
        id_email uuid primary key references emails_recus on delete cascade,
        id_utilisateur uuid not null,
        classification_email text not null,
        resume_contenu text not null,
        action_suggeree text not null,
        score_confiance numeric(3, 2) not null check (score_confiance between 0 and 1),
        moteur text not null check (moteur in ('hors_ligne', 'gemini')),
        modele text,
        raison_repli text,
        date_analyse timestamptz not null default now()
      );`);
    for (const table of ['boites', 'emails_recus', 'corps_emails', 'analyses_emails'])
      await q.query(protect('email-intelligence', table));
  }

  async down(): Promise<void> {
    throw new Error('the first tables of a service are not taken back');
  }
}
