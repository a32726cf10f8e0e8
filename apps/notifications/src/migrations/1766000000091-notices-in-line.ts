import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectInternal } from '#database';

/**
 * What still has to be looked after stands in a line of its own: a few bytes for each notice that is open, none for those that are settled. Before, three indexes
 * named the state, the lease or the moment of the next try, so that each step of a notice wrote its whole row into a dozen indexes, and the queue was read over the
 * entries of all that had left it. The database keeps the line itself: whatever changes a notice, none can fall out of it. Nobody locks its rows but under the
 * lock of their notice.
 */
export class NoticesInLine1766000000091 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table file_avis (
        id_notification uuid primary key,
        -- By a digest: no telephone number is kept here.
        personne bytea not null,
        echeance timestamptz not null,
        -- In a worker's hands until then.
        bail_jusqua timestamptz,
        -- It was sent twice without a word: only a status can settle it, or its end.
        verdict boolean not null
      ) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 2000);
      -- Neither lease nor verdict is in it: a claim touches no index.
      create index file_avis_echeance on file_avis (echeance);
      ${protectInternal('notifications', 'file_avis')}

      create function notifications.tient_file_avis() returns trigger language plpgsql as $corps$
      begin
        if tg_op <> 'DELETE' and new.etat in ('en_attente', 'en_cours_envoi', 'incertaine') then
          insert into notifications.file_avis as f (id_notification, personne, echeance, bail_jusqua, verdict)
          values (new.id_notification, sha256(convert_to(new.destinataire, 'UTF8')), new.prochaine_tentative,
            case new.etat when 'en_cours_envoi' then new.bail_jusqua end, new.etat = 'incertaine' and new.renvois > 0)
          on conflict (id_notification) do update set personne = excluded.personne, echeance = excluded.echeance, bail_jusqua = excluded.bail_jusqua,
            verdict = excluded.verdict;
        else
          delete from notifications.file_avis where id_notification = old.id_notification;
        end if;
        return null;
      end $corps$;
      create trigger entre_en_file after insert on notifications for each row
        when (new.etat in ('en_attente', 'en_cours_envoi', 'incertaine')) execute function notifications.tient_file_avis();
      create trigger avance_en_file after update on notifications for each row
        when ((old.etat, old.prochaine_tentative, old.bail_jusqua, old.destinataire) is distinct from (new.etat, new.prochaine_tentative, new.bail_jusqua, new.destinataire)
          and (old.etat in ('en_attente', 'en_cours_envoi', 'incertaine') or new.etat in ('en_attente', 'en_cours_envoi', 'incertaine')))
        execute function notifications.tient_file_avis();
      create trigger quitte_la_file after delete on notifications for each row execute function notifications.tient_file_avis();

      insert into file_avis (id_notification, personne, echeance, bail_jusqua, verdict)
      select id_notification, sha256(convert_to(destinataire, 'UTF8')), prochaine_tentative, case etat when 'en_cours_envoi' then bail_jusqua end,
        etat = 'incertaine' and renvois > 0
      from notifications where etat in ('en_attente', 'en_cours_envoi', 'incertaine');

      drop index notifications_a_envoyer;
      drop index notifications_en_cours;
      -- A page of all notices is put together of one for each recipient's role.
      drop index notifications_du_vendeur;
      -- Room for the next state on the same page. Once of each ten thousand changed rows, whatever the table's size.
      alter table notifications set (fillfactor = 55, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 10000,
        autovacuum_analyze_scale_factor = 0.05)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger entre_en_file on notifications;
      drop trigger avance_en_file on notifications;
      drop trigger quitte_la_file on notifications;
      drop function notifications.tient_file_avis();
      drop table file_avis;
      create index notifications_du_vendeur on notifications (id_utilisateur, id_notification);
      create index notifications_a_envoyer on notifications (prochaine_tentative) where etat in ('en_attente', 'incertaine');
      create index notifications_en_cours on notifications (bail_jusqua) where etat = 'en_cours_envoi';
      alter table notifications reset (fillfactor, autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold, autovacuum_analyze_scale_factor)`);
  }
}
