import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, protectInternal, serviceTables } from '#database';

export class NotificationsTables1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(serviceTables('notifications'));
    await q.query(`
      create table notifications (
        id_notification uuid primary key,
        id_utilisateur uuid not null,
        type_notification text not null,
        titre_notification text not null,
        contenu_notification text not null,
        canal_envoi text not null check (canal_envoi in ('whatsapp', 'email')),
        destinataire text not null,
        role_destinataire text not null check (role_destinataire in ('vendeur', 'client', 'livreur')),
        reference_element_id uuid,
        type_reference text,
        id_evenement uuid not null,
        id_correlation text not null,
        traceparent text,
        modele text not null,
        parametres jsonb not null,
        boutons jsonb not null,
        etat text not null default 'en_attente'
          check (etat in ('en_attente', 'en_cours_envoi', 'incertaine', 'envoyee', 'distribuee', 'lue', 'echec')),
        tentatives int not null default 0,
        renvois int not null default 0,
        prochaine_tentative timestamptz not null default now(),
        bail_jusqua timestamptz,
        wamid text,
        code_erreur text,
        explication_erreur text,
        version int not null default 1,
        date_creation timestamptz not null default now(),
        date_envoi timestamptz,
        constraint une_par_evenement_destinataire_canal unique (id_evenement, role_destinataire, canal_envoi)
      );
      create index notifications_du_vendeur on notifications (id_utilisateur, id_notification);
      create index notifications_a_envoyer on notifications (prochaine_tentative) where etat in ('en_attente', 'incertaine');
      create index notifications_en_cours on notifications (bail_jusqua) where etat = 'en_cours_envoi';
      create unique index notifications_par_wamid on notifications (wamid) where wamid is not null;

      create table vendeurs_copie (
        id_utilisateur uuid primary key,
        prenom text not null,
        telephone text not null,
        boutique text not null,
        fuseau_horaire text not null,
        version int not null
      );

      create table statuts_en_avance (
        wamid text not null,
        statut text not null,
        erreur jsonb,
        date_creation timestamptz not null default now(),
        primary key (wamid, statut)
      );`);
    await q.query(protect('notifications', 'notifications'));
    await q.query(protect('notifications', 'vendeurs_copie'));
    await q.query(protectInternal('notifications', 'statuts_en_avance'));
  }

  async down(): Promise<void> {
    throw new Error('the first tables of a service are not taken back');
  }
}
