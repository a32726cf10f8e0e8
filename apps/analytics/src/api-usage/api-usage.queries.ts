import { Injectable } from '@nestjs/common';
import type { ApiUsageReport, ApiUsageView, GetApiUsage, QuestionOf } from '#contracts';
import { Database } from '#database';

/**
 * SQL: the calls of order `$5`: those that name it, and what was spent in its conversation since the order before it until it was confirmed. Each call belongs to
 * one order at most.
 */
const OF_ORDER = `(u.id_commande = $5::uuid or u.id_commande is null and exists (
  select from journaux_systeme c
   where c.reference = $5::text and c.id_utilisateur = $1 and c.evenement = 'order.confirmed' and c.contenu->>'conversationId' = u.id_conversation::text
     and u.date_utilisation <= (c.contenu->>'confirmedAt')::timestamptz
     and not exists (select from journaux_systeme avant
                      where avant.contenu->>'conversationId' = c.contenu->>'conversationId' and avant.id_utilisateur = $1 and avant.evenement = 'order.confirmed'
                        and avant.reference <> c.reference and (avant.contenu->>'confirmedAt')::timestamptz < (c.contenu->>'confirmedAt')::timestamptz
                        and (avant.contenu->>'confirmedAt')::timestamptz >= u.date_utilisation)))`;

/** SQL: calls that can be the order's at all, found by their indexes. */
const NEAR_ORDER = `u.id in (
  select id from utilisation_apis where id_commande = $5::uuid
  union all select d.id from utilisation_apis d
             where d.id_conversation = (select (contenu->>'conversationId')::uuid from journaux_systeme
                                         where reference = $5::text and id_utilisateur = $1 and evenement = 'order.confirmed' limit 1))`;

/** Read side: what third parties cost a seller. */
@Injectable()
export class ApiUsageQueries {
  constructor(private readonly db: Database) {}

  /** By default the last 30 days of the seller; all that a conversation or an order cost when one is named and no day is. */
  async report(sellerId: string, { from, to, conversationId, orderId }: QuestionOf<GetApiUsage>): Promise<ApiUsageReport> {
    const items = await this.db.rows<ApiUsageView>(
      `with fuseau as (select coalesce((select fuseau_horaire from vendeurs_copie where id_utilisateur = $1), 'Africa/Abidjan') as nom),
       fin as (select coalesce($3::date, (now() at time zone nom)::date) as jour, nom from fuseau)
       select fournisseur as provider, operation, sum(appels)::float8 as calls, sum(erreurs)::float8 as errors,
         sum(jetons_entree + jetons_sortie)::float8 as tokens, sum(cout_fcfa)::float8 as "costFcfa"
       from utilisation_apis u, fin
       where u.id_utilisateur = $1
         and ($2::date is null and ($4::uuid is not null or $5::text is not null)
              or date_utilisation >= (coalesce($2::date, fin.jour - 29)::timestamp at time zone fin.nom))
         and ($3::date is null and ($4::uuid is not null or $5::text is not null) or date_utilisation < ((fin.jour + 1)::timestamp at time zone fin.nom))
         ${conversationId ? 'and u.id_conversation = $4::uuid' : ''}
         ${orderId ? `and ${NEAR_ORDER} and ${OF_ORDER}` : ''}
       group by 1, 2 order by 1, 2`,
      [sellerId, from ?? null, to ?? null, conversationId ?? null, orderId ?? null],
    );
    const sum = (pick: (item: ApiUsageView) => number) => items.reduce((total, item) => total + pick(item), 0);
    return { items, tokens: sum((item) => item.tokens), costFcfa: sum((item) => item.costFcfa) };
  }
}
