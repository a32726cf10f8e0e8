import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, protectInternal } from '#database';

/** SQL: a notice that is in line. */
const OPEN = `etat in ('en_attente', 'en_cours_envoi', 'incertaine')`;

/** SQL: a notice `n` as it stands in line. */
const IN_LINE = `n.id_notification, sha256(convert_to(n.destinataire, 'UTF8')), n.prochaine_tentative, case n.etat when 'en_cours_envoi' then n.bail_jusqua end,
  n.etat = 'incertaine' and n.renvois > 0`;

/**
 * WhatsApp's ids of notices stand in a table of their own: none of the columns that change while a notice is under way is in an index any more, so a step of it writes its row and no index.
 * The line is kept by the statement, not by the row: a batch of notices costs one look at it. Calls to WhatsApp are counted by seller and minute.
 */
export class NoticesRewrittenInPlace1766000000092 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table wamids_avis (
        wamid text primary key,
        id_notification uuid not null
      );
      ${protectInternal('notifications', 'wamids_avis')}
      insert into wamids_avis (wamid, id_notification) select wamid, id_notification from notifications where wamid is not null;
      drop index notifications_par_wamid;

      drop trigger entre_en_file on notifications;
      drop trigger avance_en_file on notifications;
      drop trigger quitte_la_file on notifications;
      drop function notifications.tient_file_avis();

      create function notifications.entrent_en_file() returns trigger language plpgsql as $corps$
      begin
        insert into notifications.file_avis (id_notification, personne, echeance, bail_jusqua, verdict)
        select ${IN_LINE} from apres n where ${OPEN};
        insert into notifications.wamids_avis (wamid, id_notification) select wamid, id_notification from apres where wamid is not null;
        return null;
      end $corps$;

      -- A plan is kept for batches of every size: rows before and after are matched by a hash, those in line are looked up.
      create function notifications.avancent_en_file() returns trigger language plpgsql set enable_nestloop = off set enable_seqscan = off as $corps$
      begin
        with n as materialized (
          select apres.id_notification, apres.etat, apres.destinataire, apres.prochaine_tentative, apres.bail_jusqua, apres.renvois, apres.wamid,
                 avant.wamid is distinct from apres.wamid and apres.wamid is not null as nommee
            from apres join avant using (id_notification)
           where (avant.etat, avant.prochaine_tentative, avant.bail_jusqua, avant.destinataire, avant.wamid)
             is distinct from (apres.etat, apres.prochaine_tentative, apres.bail_jusqua, apres.destinataire, apres.wamid)),
        sortent as (delete from notifications.file_avis where id_notification = any(array(select id_notification from n where not (${OPEN})))),
        nommees as (
          insert into notifications.wamids_avis (wamid, id_notification) select wamid, id_notification from n where nommee order by wamid on conflict do nothing)
        insert into notifications.file_avis as f (id_notification, personne, echeance, bail_jusqua, verdict)
        select ${IN_LINE} from n where ${OPEN}
        on conflict (id_notification) do update set personne = excluded.personne, echeance = excluded.echeance, bail_jusqua = excluded.bail_jusqua, verdict = excluded.verdict;
        return null;
      end $corps$;

      create function notifications.quittent_la_file() returns trigger language plpgsql set enable_seqscan = off as $corps$
      begin
        delete from notifications.file_avis where id_notification = any(array(select id_notification from avant));
        delete from notifications.wamids_avis where wamid = any(array(select wamid from avant where wamid is not null));
        return null;
      end $corps$;

      create trigger entrent_en_file after insert on notifications referencing new table as apres for each statement execute function notifications.entrent_en_file();
      create trigger avancent_en_file after update on notifications referencing old table as avant new table as apres
        for each statement execute function notifications.avancent_en_file();
      create trigger quittent_la_file after delete on notifications referencing old table as avant for each statement execute function notifications.quittent_la_file();

      -- Calls to WhatsApp by minute, until they are told to analytics.
      create table utilisation_en_cours (
        id_utilisateur uuid not null,
        operation text not null,
        minute timestamptz not null,
        appels int not null,
        erreurs int not null,
        latence_ms bigint not null,
        primary key (id_utilisateur, operation, minute)
      ) with (fillfactor = 50);
      ${protect('notifications', 'utilisation_en_cours')}`);
  }

  async down(): Promise<void> {
    throw new Error('calls that were counted and not told would be lost');
  }
}
