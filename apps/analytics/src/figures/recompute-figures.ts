import { Injectable } from '@nestjs/common';
import { Outbox } from '#bus';
import { Database } from '#database';
import { figuresFact, type FiguresRow } from './figures-fact.js';

/** The days of one seller as his journal tells them; the rules are those of FiguresLedger and OrderBook, over all rows at once. */
const DAYS_FROM_JOURNAL = `
  with zone as (select fuseau_horaire as nom from vendeurs_copie where id_utilisateur = $1),
  faits as (
    select date_evenement as moment, (evenement = 'message.received')::int as m, 0 as c, 0::bigint as ca, (evenement = 'email.analysed')::int as e
    from journaux_systeme where id_utilisateur = $1 and evenement in ('message.received', 'email.analysed')
    union all
    select confirmee::timestamptz, 0, 1, case when annulee then 0 else total::bigint end, 0 from (
      select (array_agg(contenu->>'confirmedAt' order by id) filter (where evenement = 'order.confirmed'))[1] as confirmee,
        coalesce((array_agg(contenu->>'total' order by version desc, id) filter (where evenement = 'order.edited'))[1],
          (array_agg(contenu->>'total' order by id) filter (where evenement = 'order.confirmed'))[1]) as total,
        bool_or(evenement = 'order.cancelled') as annulee
      from journaux_systeme where id_utilisateur = $1 and evenement in ('order.confirmed', 'order.edited', 'order.cancelled') group by reference) commandes
    where confirmee is not null)
  select to_char(moment at time zone zone.nom, 'YYYY-MM-DD') as day, sum(m)::int as messages, sum(c)::int as orders, sum(ca)::float8 as revenue, sum(e)::int as emails
  from faits, zone group by 1 order by 1`;

type Day = Pick<FiguresRow, 'day' | 'messages' | 'orders' | 'revenue' | 'emails'>;

/** Computes a seller's days again from the journal: after his time zone became known or changed, and to rebuild. */
@Injectable()
export class RecomputeFigures {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** The seller must be locked. Days that no longer have anything are told as zero, then forgotten. @returns how many days he has */
  async ofSeller(sellerId: string): Promise<number> {
    const days = await this.db.rows<Day>(DAYS_FROM_JOURNAL, [sellerId]);
    const vanished = await this.db.rows<FiguresRow>(
      `delete from sessions_analytiques where id_utilisateur = $1 and date_session <> all($2::date[])
       returning id_utilisateur as "sellerId", to_char(date_session, 'YYYY-MM-DD') as day, nextval('versions_sessions')::float8 as version,
         0 as messages, 0 as orders, 0 as revenue, 0 as emails`,
      [sellerId, days.map(({ day }) => day)],
    );
    await this.outbox.add(vanished.map(figuresFact));
    await this.db.run(
      `insert into sessions_analytiques as s (id_utilisateur, date_session, messages_recus, commandes_creees, chiffre_affaires_genere, emails_traites, version)
       select $1, t.*, nextval('versions_sessions') from unnest($2::date[], $3::int[], $4::int[], $5::bigint[], $6::int[]) t
       on conflict (id_utilisateur, date_session) do update set
         messages_recus = excluded.messages_recus, commandes_creees = excluded.commandes_creees,
         chiffre_affaires_genere = excluded.chiffre_affaires_genere, emails_traites = excluded.emails_traites,
         version = case when (s.messages_recus, s.commandes_creees, s.chiffre_affaires_genere, s.emails_traites)
           = (excluded.messages_recus, excluded.commandes_creees, excluded.chiffre_affaires_genere, excluded.emails_traites) then s.version else excluded.version end`,
      [
        sellerId,
        days.map(({ day }) => day),
        days.map(({ messages }) => messages),
        days.map(({ orders }) => orders),
        days.map(({ revenue }) => revenue),
        days.map(({ emails }) => emails),
      ],
    );
    return days.length;
  }
}
