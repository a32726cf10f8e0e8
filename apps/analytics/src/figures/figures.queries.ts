import { Injectable } from '@nestjs/common';
import { type FiguresRange, type GetFigures, invalid, type QuestionOf } from '#contracts';
import { Database } from '#database';

const LONGEST_RANGE_DAYS = 366;

/** Read side: a seller's days. */
@Injectable()
export class FiguresQueries {
  constructor(private readonly db: Database) {}

  /** @throws DomainError VALIDATION_FAILED when the range is upside down or too long */
  async range(sellerId: string, { from, to }: QuestionOf<GetFigures>): Promise<FiguresRange> {
    const [range] = await this.db.rows<{ from: string; to: string; days: number }>(
      `with jours as (
         select coalesce($3::date, (now() at time zone coalesce((select fuseau_horaire from vendeurs_copie where id_utilisateur = $1), 'Africa/Abidjan'))::date) as fin)
       select to_char(coalesce($2::date, fin - 29), 'YYYY-MM-DD') as "from", to_char(fin, 'YYYY-MM-DD') as "to", fin - coalesce($2::date, fin - 29) + 1 as days from jours`,
      [sellerId, from ?? null, to ?? null],
    );
    const { days, ...asked } = range!;
    if (days < 1) throw invalid('the range is upside down', [{ field: 'from', problem: `must not be after ${asked.to}` }]);
    if (days > LONGEST_RANGE_DAYS)
      throw invalid('the range is too long', [{ field: 'from', problem: `at most ${LONGEST_RANGE_DAYS} days, asked ${days}` }]);
    return {
      days: await this.db.rows(
        `select to_char(date_session, 'YYYY-MM-DD') as day, messages_recus as "messagesReceived", commandes_creees as "ordersCreated",
                chiffre_affaires_genere::float8 as revenue, emails_traites as "emailsProcessed"
         from sessions_analytiques where id_utilisateur = $1 and date_session between $2 and $3 order by date_session`,
        [sellerId, asked.from, asked.to],
      ),
    };
  }
}
