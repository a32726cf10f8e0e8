import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

const FILLED = ['prospects', 'messages'];

/** What customers say about their own messages (corrections, withdrawals, reactions, quotes), how they stop the shop's, and the last ad they came by. */
export class InboundTables1766000000050 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table messages
        -- The message it quotes, by WhatsApp's id: it may be one that we do not have, or not yet.
        add column cite_wamid text,
        add column modifie_le timestamptz,
        add column supprime_le timestamptz;

      alter table prospects
        -- Who said that he wants no messages: the shop, he himself, or WhatsApp for him.
        add column desinscrit_par text check (desinscrit_par in ('seller', 'customer', 'whatsapp')),
        -- Since when WhatsApp keeps the shop's advertising from him.
        add column promotions_refusees_le timestamptz,
        add column preference_le timestamptz,
        -- When he last said himself whether he wants messages: an older word that comes later changes nothing.
        add column volonte_le timestamptz,
        add column derniere_publicite text,
        add column dernier_titre_publicite text,
        add column derniere_url_publicite text,
        add column dernier_ctwa_clid text,
        add column derniere_publicite_le timestamptz;

      -- What was said about a message after it: one row for each webhook, kept also when it comes before its message.
      create table suites_message (
        phone_number_id text not null,
        wamid text not null,
        id_utilisateur uuid not null,
        -- WhatsApp's id of the message it is about.
        cible text not null,
        sorte text not null check (sorte in ('reaction', 'modification', 'suppression')),
        auteur text not null check (auteur in ('client', 'boutique')),
        -- Of a reaction; empty when it was taken back.
        emoji text,
        -- What a correction says, and what stood there before it.
        contenu text,
        paroles text,
        contenu_avant text,
        contenu_brut jsonb,
        date_suite timestamptz not null,
        recu_le timestamptz not null default clock_timestamp(),
        appliquee boolean not null default false,
        primary key (phone_number_id, wamid)
      );
      create index suites_du_message on suites_message (phone_number_id, cible);
      create index suites_en_attente on suites_message (phone_number_id, cible) where not appliquee;
      ${protect('conversations', 'suites_message')}

      -- The seller's own reference of an article, folded, by which a WhatsApp cart names it.
      alter table produits_copie add column reference text;
      alter table variantes_copie add column reference text;
      create index produits_par_reference on produits_copie (id_utilisateur, reference) where reference is not null;
      create index variantes_par_reference on variantes_copie (id_utilisateur, reference) where reference is not null;

      -- So that what is there is filled in also where the role that migrates owns the tables and is no superuser.
      ${FILLED.map((table) => `alter table ${table} no force row level security;`).join('\n')}
      alter table suites_message no force row level security;
      update prospects set derniere_publicite = identifiant_publicite, dernier_titre_publicite = titre_publicite, derniere_url_publicite = url_publicite,
                           dernier_ctwa_clid = ctwa_clid, derniere_publicite_le = date_creation
       where coalesce(identifiant_publicite, titre_publicite, url_publicite, ctwa_clid) is not null;
      update messages set cite_wamid = contenu_brut->'context'->>'id' where contenu_brut->'context'->>'id' is not null;
      -- Reactions were messages of their own.
      with reactions as (
        delete from messages where type_message = 'reaction' and direction_message = 'entrant' and wamid is not null
           and contenu_brut->'reaction'->>'message_id' is not null
        returning phone_number_id, wamid, id_utilisateur, contenu_brut, date_creation
      )
      insert into suites_message (phone_number_id, wamid, id_utilisateur, cible, sorte, auteur, emoji, contenu_brut, date_suite, appliquee)
      select phone_number_id, wamid, id_utilisateur, contenu_brut->'reaction'->>'message_id', 'reaction', 'client',
             nullif(left(contenu_brut->'reaction'->>'emoji', 64), ''), contenu_brut, date_creation, true from reactions;
      alter table suites_message force row level security;
      ${FILLED.map((table) => `alter table ${table} force row level security;`).join('\n')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('what customers said is not dropped: restore a backup instead');
  }
}
