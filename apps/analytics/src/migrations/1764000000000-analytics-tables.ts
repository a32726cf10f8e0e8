import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, serviceTables } from '#database';

/** The journal is the truth; the two other tables are sums over it that can be thrown away and computed again. */
export class AnalyticsTables1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(serviceTables('analytics'));
    // id_utilisateur is empty for facts whose seller is not known (a webhook for a number nobody linked): no seller sees them.
    await q.query(`
      create table journaux_systeme (
        id uuid primary key,
        id_utilisateur uuid,
        evenement text not null,
        acteur text not null,
        reference text not null,
        version bigint not null,
        id_correlation text not null,
        date_evenement timestamptz not null,
        date_creation timestamptz not null default now(),
        contenu jsonb not null
      );
      create index journaux_du_vendeur on journaux_systeme (id_utilisateur, id);
      create index journaux_par_correlation on journaux_systeme (id_correlation, id_utilisateur, id);
      create index journaux_par_reference on journaux_systeme (reference, id_utilisateur, id);
      comment on table journaux_systeme is 'Une ligne par événement métier : qui, quoi, sur quoi, dans quelle chaîne';

      create table sessions_analytiques (
        id_utilisateur uuid not null,
        date_session date not null,
        messages_recus int not null default 0,
        commandes_creees int not null default 0,
        chiffre_affaires_genere bigint not null default 0,
        emails_traites int not null default 0,
        version bigint not null,
        version_publiee bigint not null default 0,
        date_publication timestamptz,
        primary key (id_utilisateur, date_session)
      ) with (fillfactor = 70);
      create index sessions_a_publier on sessions_analytiques (date_publication) where version > version_publiee;
      create sequence versions_sessions;

      create table utilisation_apis (
        id uuid primary key,
        id_utilisateur uuid,
        fournisseur text not null,
        operation text not null,
        modele text,
        appels int not null,
        erreurs int not null,
        jetons_entree bigint not null,
        jetons_sortie bigint not null,
        latence_ms bigint not null,
        cout_fcfa numeric(18, 6) not null,
        date_utilisation timestamptz not null,
        reference uuid
      );
      create index utilisation_du_vendeur on utilisation_apis (id_utilisateur, date_utilisation);

      create table vendeurs_copie (
        id_utilisateur uuid primary key,
        fuseau_horaire text not null default 'Africa/Abidjan',
        version int not null default -1
      );`);
    for (const table of ['journaux_systeme', 'sessions_analytiques', 'utilisation_apis', 'vendeurs_copie'])
      await q.query(protect('analytics', table));
  }

  async down(): Promise<void> {
    throw new Error('the first tables of a service are not taken back');
  }
}
