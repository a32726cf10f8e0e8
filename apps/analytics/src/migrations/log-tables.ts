import { protect } from '#database';

/** The rows of the journal (as `j`) that may tell of a customer: messages, of which there are most, carry ids only. */
export const NAMES_A_PERSON = `j.evenement <> all (array['message.received', 'message.sent', 'message.failed'])`;

/** Finds them by customer. A later migration adds it to journals that were made without it. */
export const PEOPLE_INDEX = `create index if not exists journaux_par_prospect on journaux_systeme ((contenu->>'prospectId'))
  where contenu->>'prospectId' is not null and ${NAMES_A_PERSON.replace('j.', '')}`;

/** Finds the orders of a conversation. */
const ORDERS_INDEX = `create index if not exists commandes_d_une_conversation on journaux_systeme ((contenu->>'conversationId')) where evenement = 'order.confirmed'`;

/** What a call was for, and the indexes that sum its costs. */
const WHAT_FOR = `
  alter table utilisation_apis add column if not exists id_conversation uuid, add column if not exists id_commande uuid, add column if not exists tarif text;
  create index if not exists utilisation_de_conversation on utilisation_apis (id_conversation, date_utilisation) where id_conversation is not null;
  create index if not exists utilisation_de_commande on utilisation_apis (id_commande) where id_commande is not null`;

/** What later migrations add to logs that are there, by table. */
export const COST_COLUMNS: Readonly<Record<string, string>> = { journaux_systeme: ORDERS_INDEX, utilisation_apis: WHAT_FOR };

/**
 * SQL of the two tables that an export may leave out, with their policies; for a search path that begins with `analytics`. In both `id_utilisateur` is empty for
 * facts whose seller is not known (a webhook for a number nobody linked): no seller sees them.
 */
export const LOG_TABLES: Readonly<Record<string, string>> = {
  journaux_systeme: `
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
    ${PEOPLE_INDEX};
    ${ORDERS_INDEX};
    comment on table journaux_systeme is 'Une ligne par événement métier : qui, quoi, sur quoi, dans quelle chaîne';
    ${protect('analytics', 'journaux_systeme')}`,
  utilisation_apis: `
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
    ${WHAT_FOR};
    ${protect('analytics', 'utilisation_apis')}`,
};
