import { Injectable } from '@nestjs/common';
import type { ApiUsageReport, GetApiUsage, QuestionOf } from '#contracts';
import { Database } from '#database';

/** Read side: what third parties cost a seller. */
@Injectable()
export class ApiUsageQueries {
  constructor(private readonly db: Database) {}

  /** By default the last 30 days of the seller. */
  async report(sellerId: string, { from, to }: QuestionOf<GetApiUsage>): Promise<ApiUsageReport> {
    return {
      items: await this.db.rows(
        `with fuseau as (select coalesce((select fuseau_horaire from vendeurs_copie where id_utilisateur = $1), 'Africa/Abidjan') as nom),
         fin as (select coalesce($3::date, (now() at time zone nom)::date) as jour, nom from fuseau)
         select fournisseur as provider, operation, sum(appels)::float8 as calls, sum(erreurs)::float8 as errors,
           sum(jetons_entree + jetons_sortie)::float8 as tokens, sum(cout_fcfa)::float8 as "costFcfa"
         from utilisation_apis, fin
         where id_utilisateur = $1
           and date_utilisation >= (coalesce($2::date, fin.jour - 29)::timestamp at time zone fin.nom)
           and date_utilisation < ((fin.jour + 1)::timestamp at time zone fin.nom)
         group by 1, 2 order by 1, 2`,
        [sellerId, from ?? null, to ?? null],
      ),
    };
  }
}
