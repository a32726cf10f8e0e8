import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, protectInternal, serviceTables } from '#database';
import { copiesSql } from './copies-sql.js';

const OWN = ['prospects', 'identites_prospect', 'conversations', 'messages', 'statuts_recus', 'accords', 'utilisation_en_cours'];

/** Prospects, conversations and messages, with what their rules lean on. */
export class ConversationsTables1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(serviceTables('conversations'));
    await q.query(`
      create table prospects (
        id_prospect uuid primary key,
        id_utilisateur uuid not null,
        numero_telephone text,
        nom_complet text,
        source_acquisition text not null,
        identifiant_publicite text,
        titre_publicite text,
        url_publicite text,
        ctwa_clid text,
        envoi_refuse text,
        version int not null default 1,
        date_creation timestamptz not null default now()
      );
      create index prospects_du_vendeur on prospects (id_utilisateur, id_prospect desc);

      -- What WhatsApp may call the same person; each name belongs to one prospect of a seller.
      create table identites_prospect (
        id_utilisateur uuid not null,
        type_identite text not null check (type_identite in ('bsuid', 'wa_id', 'e164')),
        valeur text not null,
        id_prospect uuid not null references prospects,
        primary key (id_utilisateur, type_identite, valeur)
      );
      create index identites_du_prospect on identites_prospect (id_prospect);

      create table conversations (
        id_conversation uuid primary key,
        id_prospect uuid not null references prospects,
        id_utilisateur uuid not null,
        id_compte_whatsapp uuid not null,
        statut_conversation text not null default 'ouverte' check (statut_conversation in ('ouverte', 'humain', 'fermee')),
        motif_humain text,
        brouillon jsonb not null default '{"lines": []}',
        adresse_whatsapp text,
        adresse_bsuid text,
        dernier_entrant timestamptz,
        dernier_message text,
        date_dernier_message timestamptz,
        tour_prevu timestamptz,
        premier_sans_reponse timestamptz,
        bail_tour uuid,
        bail_tour_fin timestamptz,
        essais_tour int not null default 0,
        chaine jsonb,
        version int not null default 1,
        date_creation timestamptz not null default now()
      );
      create unique index une_conversation_ouverte on conversations (id_prospect, id_compte_whatsapp) where statut_conversation <> 'fermee';
      create index conversations_du_vendeur on conversations (id_utilisateur, id_conversation desc);
      create index conversations_du_prospect on conversations (id_prospect);
      create index tours_prevus on conversations (tour_prevu) where tour_prevu is not null;

      create table messages (
        id_message uuid primary key,
        id_conversation uuid not null references conversations,
        id_utilisateur uuid not null,
        numero_ordre bigint generated always as identity,
        contenu_message text not null,
        direction_message text not null check (direction_message in ('entrant', 'sortant')),
        genere_par_ia boolean not null default false,
        date_creation timestamptz not null,
        date_enregistrement timestamptz not null default now(),
        type_message text not null,
        phone_number_id text not null,
        wamid text,
        paroles text,
        identifiant_bouton text,
        contenu_brut jsonb,
        a_repondre boolean not null default false,
        statut_message text not null
          check (statut_message in ('recu', 'en_attente', 'en_envoi', 'inconnu', 'envoye', 'distribue', 'lu', 'echec')),
        cle_unique text,
        contenu_envoi jsonb,
        tentatives int not null default 0,
        renvois int not null default 0,
        prochain_essai timestamptz,
        bail_envoi uuid,
        bail_envoi_fin timestamptz,
        date_envoi timestamptz,
        code_erreur text,
        explication_erreur text,
        chaine jsonb
      );
      create unique index un_message_par_wamid on messages (phone_number_id, wamid);
      create unique index une_annonce_par_cle on messages (id_conversation, cle_unique);
      create index messages_de_la_conversation on messages (id_conversation, id_message desc);
      create index messages_par_date on messages (id_conversation, date_creation, id_message);
      create index messages_a_repondre on messages (id_conversation) where a_repondre;
      create index messages_a_envoyer on messages (numero_ordre) where statut_message in ('en_attente', 'en_envoi', 'inconnu');
      create index file_de_la_conversation on messages (id_conversation, numero_ordre)
        where statut_message in ('en_attente', 'en_envoi', 'inconnu');

      -- Every status WhatsApp told us; one that came before the send's answer waits here for its message.
      create table statuts_recus (
        phone_number_id text not null,
        wamid text not null,
        statut text not null,
        id_utilisateur uuid not null,
        id_message uuid,
        code_erreur text,
        explication_erreur text,
        date_statut timestamptz not null,
        recu_le timestamptz not null default now(),
        primary key (phone_number_id, wamid, statut)
      );
      create index statuts_sans_message on statuts_recus (phone_number_id, wamid) where id_message is null;

      -- One row for each recap a customer confirmed: the same confirmation is agreed to once.
      create table accords (
        id_accord uuid primary key,
        id_utilisateur uuid not null,
        id_conversation uuid not null references conversations,
        jeton text not null,
        contenu jsonb not null,
        date_creation timestamptz not null default now(),
        unique (id_conversation, jeton)
      );

      -- Updates nobody could be found for, or that nothing is done with yet: kept, so that nothing WhatsApp said is lost.
      create table mises_a_jour_gardees (
        id_mise_a_jour uuid primary key,
        id_utilisateur uuid,
        phone_number_id text not null,
        motif text not null,
        contenu jsonb not null,
        recu_le timestamptz not null default now()
      );
      create index mises_a_jour_par_numero on mises_a_jour_gardees (phone_number_id, motif);

      -- What couriers write to the platform's own number.
      create table messages_coursiers (
        phone_number_id text not null,
        wamid text not null,
        contenu jsonb not null,
        recu_le timestamptz not null default now(),
        primary key (phone_number_id, wamid)
      );

      -- Calls to WhatsApp by minute, until they are told to analytics.
      create table utilisation_en_cours (
        id_utilisateur uuid not null,
        operation text not null,
        minute timestamptz not null,
        appels int not null,
        erreurs int not null,
        latence_ms bigint not null,
        primary key (id_utilisateur, operation, minute)
      );
      ${copiesSql}
      ${OWN.map((table) => protect('conversations', table)).join('\n')}
      ${protectInternal('conversations', 'mises_a_jour_gardees')}
      ${protectInternal('conversations', 'messages_coursiers')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('customers’ messages are not dropped: restore a backup instead');
  }
}
