import { Injectable } from '@nestjs/common';
import type { RecentFigures } from '#contracts';
import { Database } from '#database';

/** The periods of a dashboard, in days before the seller's today: the first of each and the last. */
const PERIODS: Readonly<Record<keyof RecentFigures, readonly [from: number, to: number]>> = {
  today: [0, 0],
  yesterday: [1, 1],
  last7Days: [6, 0],
  previous7Days: [13, 7],
  last30Days: [29, 0],
};
const OLDEST = Math.max(...Object.values(PERIODS).map(([from]) => from));

const sums = ([from, to]: readonly [number, number]): string => {
  const sum = (column: string) =>
    `coalesce(sum(${column}) filter (where date_session between jour - ${from} and jour - ${to}), 0)`;
  return `json_build_object('messagesReceived', ${sum('messages_recus')}, 'ordersCreated', ${sum('commandes_creees')},
    'revenue', ${sum('chiffre_affaires_genere')}, 'emailsProcessed', ${sum('emails_traites')})`;
};
const COLUMNS = Object.entries(PERIODS).map(([name, period]) => `${sums(period)} as "${name}"`);

/** Read side: a seller's dashboard in one reading of at most 30 rows. */
@Injectable()
export class RecentFiguresQuery {
  constructor(private readonly db: Database) {}

  async of(sellerId: string): Promise<RecentFigures> {
    const [figures] = await this.db.rows<RecentFigures>(
      `with ici as (select (now() at time zone coalesce((select fuseau_horaire from vendeurs_copie where id_utilisateur = $1), 'Africa/Abidjan'))::date as jour)
       select ${COLUMNS.join(', ')} from ici
       left join sessions_analytiques on id_utilisateur = $1 and date_session between jour - ${OLDEST} and jour`,
      [sellerId],
    );
    return figures!;
  }
}
