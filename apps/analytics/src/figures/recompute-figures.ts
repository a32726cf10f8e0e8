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
    select moment, 0, 1, case when annulee then 0 else total end, 0 from (
      select distinct on (reference) (contenu->>'confirmedAt')::timestamptz as moment, (contenu->>'total')::bigint as total,
        exists (select from journaux_systeme a where a.reference = c.reference and a.id_utilisateur = $1 and a.evenement = 'order.cancelled') as annulee
      from journaux_systeme c where id_utilisateur = $1 and evenement = 'order.confirmed' order by reference, id) commandes)
  select $1::uuid as vendeur, (moment at time zone zone.nom)::date as jour, sum(m)::int as m, sum(c)::int as c, sum(ca)::bigint as ca, sum(e)::int as e
  from faits, zone group by 2 order by 2`;

/** Computes a seller's days again from the journal: after his time zone became known or changed, and to rebuild. */
@Injectable()
export class RecomputeFigures {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** The seller must be locked. Days that no longer have anything are told as zero, then forgotten. @returns how many days he has */
  async ofSeller(sellerId: string): Promise<number> {
    const vanished = await this.db.rows<FiguresRow>(
      `delete from sessions_analytiques s where id_utilisateur = $1
         and not exists (select from (${DAYS_FROM_JOURNAL}) j where j.jour = s.date_session)
       returning id_utilisateur as "sellerId", to_char(date_session, 'YYYY-MM-DD') as day, nextval('versions_sessions')::float8 as version,
         0 as messages, 0 as orders, 0 as revenue, 0 as emails`,
      [sellerId],
    );
    await this.outbox.add(vanished.map(figuresFact));
    const days = await this.db.rows(
      `insert into sessions_analytiques as s (id_utilisateur, date_session, messages_recus, commandes_creees, chiffre_affaires_genere, emails_traites, version)
       select vendeur, jour, m, c, ca, e, nextval('versions_sessions') from (${DAYS_FROM_JOURNAL}) j
       on conflict (id_utilisateur, date_session) do update set
         messages_recus = excluded.messages_recus, commandes_creees = excluded.commandes_creees,
         chiffre_affaires_genere = excluded.chiffre_affaires_genere, emails_traites = excluded.emails_traites,
         version = case when (s.messages_recus, s.commandes_creees, s.chiffre_affaires_genere, s.emails_traites)
           = (excluded.messages_recus, excluded.commandes_creees, excluded.chiffre_affaires_genere, excluded.emails_traites) then s.version else excluded.version end
       returning 1`,
      [sellerId],
    );
    return days.length;
  }
}
