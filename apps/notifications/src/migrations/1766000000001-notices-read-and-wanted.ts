import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

/** Notices that the seller reads in the app and may keep off WhatsApp, security codes, and customers who want no messages or asked to be forgotten. */
export class NoticesReadAndWanted1766000000001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table notifications
        drop constraint notifications_canal_envoi_check,
        add constraint notifications_canal_envoi_check check (canal_envoi in ('whatsapp', 'email', 'app')),
        -- The channel is the seller's wish of the moment: the same event must not make a second notice when he changed it meanwhile.
        drop constraint une_par_evenement_destinataire_canal,
        add constraint une_par_evenement_destinataire unique (id_evenement, role_destinataire),
        add column date_lecture timestamptz,
        add column id_prospect uuid,
        add column id_commande uuid,
        add column version_element bigint,
        add column effacee boolean not null default false,
        add column id_code uuid,
        add column code_scelle text,
        add column date_expiration timestamptz;
      update notifications set id_commande = reference_element_id where type_reference = 'commande';
      update notifications set date_lecture = coalesce(date_envoi, date_creation) where role_destinataire = 'vendeur' and etat = 'lue';

      create index notifications_par_role on notifications (id_utilisateur, role_destinataire, id_notification);
      create index notifications_par_reference on notifications (id_utilisateur, reference_element_id, id_notification) where reference_element_id is not null;
      create index notifications_non_lues on notifications (id_utilisateur, id_notification)
        where role_destinataire = 'vendeur' and date_lecture is null and type_notification <> 'code_securite';
      create index notifications_lues on notifications (id_utilisateur, id_notification) where role_destinataire = 'vendeur' and date_lecture is not null;
      create index notifications_par_prospect on notifications (id_prospect) where id_prospect is not null;
      create index notifications_par_commande on notifications (id_commande) where id_commande is not null;

      create table preferences_avis (
        id_utilisateur uuid not null,
        type_notification text not null,
        whatsapp boolean not null,
        primary key (id_utilisateur, type_notification)
      );
      create table versions_preferences (
        id_utilisateur uuid primary key,
        version int not null default 1
      );

      create table prospects_copie (
        prospect uuid primary key,
        id_utilisateur uuid not null,
        desabonne boolean not null default false,
        version_choix bigint not null default -1,
        date_choix timestamptz not null default '-infinity',
        efface boolean not null default false,
        fusionne_dans uuid
      );
      create index prospects_fusionnes on prospects_copie (fusionne_dans) where fusionne_dans is not null;
      comment on column prospects_copie.prospect is 'Pas une référence : retient aussi les prospects fusionnés ou effacés';`);
    for (const table of ['preferences_avis', 'versions_preferences', 'prospects_copie'])
      await q.query(protect('notifications', table));
  }

  async down(): Promise<void> {
    throw new Error('channels, readings and erasures that were stored meanwhile would be lost');
  }
}
