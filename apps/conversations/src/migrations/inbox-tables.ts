import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';
import { searchTerms } from '../prospect/search-terms.js';

const OWN = [
  'termes_prospect',
  'etiquettes_conversation',
  'notes_conversation',
  'passages_conversation',
  'prospects_fusionnes',
  'reglages_assistant',
];
const FILLED = ['prospects', 'conversations', 'messages'];
const BATCH = 2_000;

/** What an inbox needs: unread counters, labels, notes, a search; what became of people (merged, opted out, erased); how the assistant of a shop behaves. */
export class InboxTables1766000000010 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- So that what is there is filled in also where the role that migrates owns the tables and is no superuser.
      ${FILLED.map((table) => `alter table ${table} no force row level security;`).join('\n')}
      alter table prospects
        add column desinscrit_le timestamptz,
        add column efface_le timestamptz;

      -- What a prospect is found by: the words of his name, and the ends of his numbers. Word by word and compared with < because, under row-level security, LIKE
      -- and the operators of trigrams and arrays may not use an index: they could tell of rows that are not the seller's.
      create table termes_prospect (
        id_utilisateur uuid not null,
        terme text collate "C" not null,
        sorte text not null check (sorte in ('nom', 'numero')),
        id_prospect uuid not null references prospects on delete cascade,
        primary key (id_utilisateur, terme, id_prospect)
      );
      create index termes_du_prospect on termes_prospect (id_prospect);

      alter table conversations
        add column non_lus int not null default 0,
        add column etiquettes text[] not null default '{}',
        -- Of \`version\`: the changes that only an inbox sees (read, labels). An answer being thought about stays good.
        add column version_vue int not null default 0,
        -- Since when the shop is silent in a conversation that a person of it holds; empty while nobody of the shop took it up.
        add column derniere_main timestamptz,
        add column activite timestamptz generated always as (coalesce(date_dernier_message, date_creation)) stored;
      create index conversations_par_activite on conversations (id_utilisateur, activite desc, id_conversation desc);
      create index conversations_par_statut on conversations (id_utilisateur, statut_conversation, activite desc, id_conversation desc);
      create index conversations_non_lues on conversations (id_utilisateur, activite desc, id_conversation desc) where non_lus > 0;
      create index conversations_en_main on conversations (derniere_main) where statut_conversation = 'humain' and derniere_main is not null;
      create index conversations_en_pause on conversations (id_utilisateur)
        where statut_conversation = 'humain' and motif_humain = 'L’assistant est désactivé' and derniere_main is null;
      update conversations c set derniere_main = coalesce(
               (select max(m.date_creation) from messages m where m.id_conversation = c.id_conversation and m.direction_message = 'sortant' and not m.genere_par_ia), now())
       where statut_conversation = 'humain' and motif_humain like 'Le vendeur %';

      create table etiquettes_conversation (
        id_conversation uuid not null references conversations,
        cle text not null,
        libelle text not null,
        id_utilisateur uuid not null,
        primary key (id_conversation, cle)
      );
      create index conversations_par_etiquette on etiquettes_conversation (id_utilisateur, cle, id_conversation);

      create table notes_conversation (
        id_note uuid primary key,
        id_conversation uuid not null references conversations,
        id_utilisateur uuid not null,
        texte text not null,
        auteur text not null,
        date_creation timestamptz not null default now()
      );
      create index notes_de_la_conversation on notes_conversation (id_conversation, id_note desc);

      -- Who answered in a conversation from when on, and why.
      create table passages_conversation (
        id_passage uuid primary key,
        id_conversation uuid not null references conversations,
        id_utilisateur uuid not null,
        passage text not null check (passage in ('transmise', 'reprise', 'rendue', 'fermee')),
        acteur text not null,
        motif text,
        date_passage timestamptz not null default clock_timestamp()
      );
      create index passages_de_la_conversation on passages_conversation (id_conversation, date_passage);

      -- Other services may name somebody who is part of another one by now.
      create table prospects_fusionnes (
        id_fusionne uuid primary key,
        id_prospect uuid not null references prospects,
        id_utilisateur uuid not null,
        date_fusion timestamptz not null default now()
      );
      create index fusions_du_prospect on prospects_fusionnes (id_prospect);

      create table reglages_assistant (
        id_utilisateur uuid primary key,
        actif boolean not null default true,
        nom text,
        ton text not null default 'chaleureux' check (ton in ('chaleureux', 'sobre', 'energique')),
        consignes text,
        reprise_minutes int not null default 0,
        version int not null default 1
      );

      -- Which agreement an order came from: one without its order yet is still on its way.
      alter table commandes_copie add column id_accord uuid;
      create index commandes_par_accord on commandes_copie (id_accord) where id_accord is not null;

      alter table messages add column auteur text;
      create index messages_en_echec on messages (id_utilisateur, date_creation) where statut_message = 'echec';
    `);
    await this.makeSearchable(q);
    await q.query(`
      ${OWN.map((table) => protect('conversations', table)).join('\n')}
      ${FILLED.map((table) => `alter table ${table} force row level security;`).join('\n')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('notes and labels are not dropped: restore a backup instead');
  }

  /** Words are folded the way the service folds them, which SQL cannot: so the prospects come through here. */
  private async makeSearchable(q: QueryRunner): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const people = (await q.query(
        `select id_prospect, id_utilisateur, nom_complet, numero_telephone from prospects where id_prospect > $1 order by id_prospect limit ${BATCH}`,
        [after],
      )) as { id_prospect: string; id_utilisateur: string; nom_complet: string | null; numero_telephone: string | null }[];
      if (people.length === 0) return;
      after = people.at(-1)!.id_prospect;
      const terms = people.flatMap((person) =>
        searchTerms({ name: person.nom_complet, phone: person.numero_telephone }).map((term) => ({ ...person, ...term })),
      );
      await q.query(
        `insert into termes_prospect (id_utilisateur, terme, sorte, id_prospect)
         select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) on conflict do nothing`,
        [terms.map((t) => t.id_utilisateur), terms.map((t) => t.term), terms.map((t) => t.kind), terms.map((t) => t.id_prospect)],
      );
    }
  }
}
