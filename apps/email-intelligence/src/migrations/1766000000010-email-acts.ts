import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

/** What the seller did with his mails, what he wants done in his mailbox, and why a mailbox cannot be read. */
export class EmailActs1766000000010 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    // One index serves either answer to a yes-or-no question, newest first from any point; the classification is its own table's.
    await q.query(`
      alter table emails_recus add column lu boolean not null default false, add column traite boolean not null default false;
      create index emails_de_la_boite on emails_recus (id_utilisateur, id_compte_email, id_email);
      create index emails_par_priorite on emails_recus (id_utilisateur, niveau_priorite, id_email);
      create index emails_lus on emails_recus (id_utilisateur, lu, id_email);
      create index emails_traites on emails_recus (id_utilisateur, traite, id_email);
      create index analyses_par_classification on analyses_emails (id_utilisateur, classification_email, id_email);

      alter table boites add column explication_probleme text;
      update boites set explication_probleme = case when etat = 'reconnexion_requise'
        then 'L''accès à votre boîte Gmail n''est plus autorisé : reconnectez-la.' else 'La dernière lecture n''a pas abouti : nous réessayons.' end
        where code_probleme is not null;`);
    // envoi_le: a send began and its end is not known. pas_avant is also the lease: before it nobody else looks at an act that is under way.
    await q.query(`
      create table actions_emails (
        id_action uuid primary key,
        id_email uuid not null references emails_recus on delete cascade,
        id_utilisateur uuid not null,
        type text not null check (type in ('repondre', 'archiver')),
        contenu text check ((contenu is not null) = (type = 'repondre')),
        message_id text check ((message_id is not null) = (type = 'repondre')),
        etat text not null default 'en_attente' check (etat in ('en_attente', 'en_cours', 'incertaine', 'faite', 'echec')),
        tentatives int not null default 0,
        envoi_le timestamptz,
        renvois int not null default 0,
        bail uuid,
        pas_avant timestamptz not null default now(),
        code text,
        explication text,
        acteur text not null,
        id_correlation text not null,
        traceparent text,
        date_creation timestamptz not null default now(),
        date_fin timestamptz
      );
      create index actions_de_l_email on actions_emails (id_email, id_action);
      create index actions_a_faire on actions_emails (pas_avant) where etat in ('en_attente', 'en_cours', 'incertaine');
      ${protect('email-intelligence', 'actions_emails')}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table actions_emails;
      drop index analyses_par_classification, emails_traites, emails_lus, emails_par_priorite, emails_de_la_boite;
      alter table emails_recus drop column lu, drop column traite;
      alter table boites drop column explication_probleme;`);
  }
}
