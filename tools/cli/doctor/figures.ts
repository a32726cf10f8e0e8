import { absent, counted, NOTHING, type Check, findingOf, rowsOf } from './check.js';

/** A message is stored at the beginning of a transaction and told as an event at its end; around midnight that can be the next day. */
const CARRY = "interval '1 minute'";

interface Deviation {
  seller: string;
  day: string;
  figure: string;
  told: number;
  least: number;
  most: number;
}

/**
 * Compares `sessions_analytiques` with what the owners' tables say, day by day in the seller's time zone: messages when they were stored, orders and turnover
 * when they were confirmed (cancelled ones have none), mails when they were analysed.
 */
export const wrongFigures: Check = {
  key: 'wrong-figures',
  title: 'daily figures that differ from the facts',
  run: async (patient) => {
    const elsewhere = absent(patient, 'accounts', 'analytics', 'conversations', 'orders', 'emails');
    if (elsewhere) return findingOf(NOTHING, [], [elsewhere]);
    const [days] = await rowsOf<{ n: number }>(patient, 'select count(*)::int as n from analytics.sessions_analytiques');
    const wrong = await rowsOf<Deviation>(patient, DEVIATIONS);
    const lines = wrong.map(({ seller, day, figure, told, least, most }) => ({
      n: 1,
      text: `${figure} of seller ${seller} on ${day}: told ${told}, the facts say ${least === most ? least : `${least} to ${most}`}`,
    }));
    return findingOf(counted(days!.n, 'day'), lines);
  },
};

const DEVIATIONS = `
  with vendeurs as (select id_utilisateur, fuseau_horaire as zone from accounts.utilisateurs_fluxasync),
  instants as (
    select id_utilisateur, 'messages_recus' as chiffre, date_enregistrement as moment, ${CARRY} as retard, 1::bigint as valeur
      from conversations.messages where direction_message = 'entrant'
    union all select id_utilisateur, 'emails_traites', date_analyse, ${CARRY}, 1 from emails.analyses_emails
    union all select id_utilisateur, 'commandes_creees', date_confirmation, interval '0', 1 from orders.commandes where date_confirmation is not null
    union all select id_utilisateur, 'chiffre_affaires_genere', date_confirmation, interval '0', montant_total from orders.commandes
      where date_confirmation is not null and statut_commande <> 'annulee'
  ),
  faits as (
    select id_utilisateur, chiffre, valeur, (moment at time zone zone)::date as jour, ((moment + retard) at time zone zone)::date as au_plus_tard
    from instants join vendeurs using (id_utilisateur)
  ),
  bornes as (
    select id_utilisateur, chiffre, jour, sum(moins)::bigint as moins, sum(plus)::bigint as plus from (
      select id_utilisateur, chiffre, jour, case when jour = au_plus_tard then valeur else 0 end as moins, valeur as plus from faits
      union all select id_utilisateur, chiffre, au_plus_tard, 0, valeur from faits where jour <> au_plus_tard) f
    group by 1, 2, 3
  ),
  dits as (
    select id_utilisateur, date_session as jour, chiffre, valeur from analytics.sessions_analytiques,
      lateral (values ('messages_recus', messages_recus::bigint), ('commandes_creees', commandes_creees), ('chiffre_affaires_genere', chiffre_affaires_genere),
        ('emails_traites', emails_traites)) v(chiffre, valeur)
  )
  select id_utilisateur as seller, jour::text as day, chiffre as figure, coalesce(valeur, 0)::float8 as told, coalesce(moins, 0)::float8 as least, coalesce(plus, 0)::float8 as most
  from dits full join bornes using (id_utilisateur, jour, chiffre)
  where coalesce(valeur, 0) not between coalesce(moins, 0) and coalesce(plus, 0)
  order by jour, seller, figure limit 1000`;
