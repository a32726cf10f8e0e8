import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '#database';

/** The files that come with messages, and those that the shop wants to send: what is known of them here, their content in the store. */
export class MediaTable1766000000030 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table medias (
        id_media uuid primary key,
        id_utilisateur uuid not null,
        -- Empty for a file that the shop put here and did not send yet.
        id_message uuid references messages,
        identifiant_whatsapp text,
        genre text not null check (genre in ('image', 'audio', 'video', 'document', 'autocollant')),
        type_mime text,
        taille int,
        -- As WhatsApp announced it, then as it is.
        sha256 text,
        nom_fichier text,
        -- In the store; known before the file is there, so that whatever was put there is found again.
        cle text not null,
        etat text not null check (etat in ('a_recuperer', 'en_cours', 'pret', 'echec')),
        tentatives int not null default 0,
        bail uuid,
        -- While it is being fetched: when the lease is over.
        prochaine_tentative timestamptz not null default now(),
        code_erreur text,
        explication text,
        -- To be removed from the store, and then from here.
        a_retirer boolean not null default false,
        date_creation timestamptz not null default now(),
        date_pret timestamptz
      );
      create unique index media_du_message on medias (id_message) where id_message is not null;
      create index medias_a_recuperer on medias (prochaine_tentative) where etat in ('a_recuperer', 'en_cours');
      create index medias_en_souffrance on medias (date_creation) where etat in ('a_recuperer', 'en_cours');
      create index medias_deposes on medias (id_utilisateur, date_creation) where id_message is null;
      create index medias_jamais_envoyes on medias (date_creation) where id_message is null;
      create index medias_a_retirer on medias (prochaine_tentative) where a_retirer;
      create index medias_par_cle on medias (cle);
      ${protect('conversations', 'medias')}

      -- So that what is there is read also where the role that migrates owns the tables and is no superuser. WhatsApp keeps files for 7 days.
      alter table messages no force row level security;
      alter table medias no force row level security;
      insert into medias (id_media, id_utilisateur, id_message, identifiant_whatsapp, genre, type_mime, nom_fichier, cle, etat, date_creation)
      select f.id, f.id_utilisateur, f.id_message, f.fichier->>'id', case f.type_message when 'sticker' then 'autocollant' when 'voice' then 'audio' else f.type_message end,
             left(f.fichier->>'mime_type', 120), left(f.fichier->>'filename', 300),
             f.id_utilisateur || '/' || to_char(f.date_creation at time zone 'UTC', 'YYYY/MM') || '/' || f.id, 'a_recuperer', f.date_creation
        from (select gen_random_uuid() as id, m.id_utilisateur, m.id_message, m.type_message, m.date_creation, m.contenu_brut->m.type_message as fichier from messages m
               where m.type_message in ('image', 'audio', 'voice', 'video', 'document', 'sticker') and m.date_creation > now() - interval '7 days') f
       where f.fichier->>'id' is not null;
      alter table messages force row level security;
      alter table medias force row level security;
    `);
  }

  async down(): Promise<void> {
    throw new Error('files are not forgotten: restore a backup instead');
  }
}
