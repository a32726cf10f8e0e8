import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { NoticeKind } from '../template/templates.js';

/** Notices by which people learn of a plan, or that it is no longer theirs. */
const PLAN_KINDS: readonly NoticeKind[] = ['livraison_confiee', 'livraison_modifiee', 'livraison_prevue', 'livraison_reprevue'];
const WITHDRAWN: NoticeKind = 'livraison_retiree';

/** What was told of a delivery's plan already. */
export interface ToldPlan {
  /** Version of the delivery in the newest plan that was told; 0 when none was. */
  version: number;
  toCustomer: boolean;
  /** This courier knows the delivery as his. */
  toCourier: boolean;
  /** Version of the delivery in the newest plan that he was told; 0 when he was told none. */
  courierVersion: number;
}

/** Whether a plan is news or a change of what people know. */
@Injectable()
export class ToldPlans {
  constructor(private readonly db: Database) {}

  /** @param courierPhone the courier in question */
  async of(sellerId: string, deliveryId: string, courierPhone: string): Promise<ToldPlan> {
    return (await this.all([{ sellerId, deliveryId, courierPhone }]))[0]!;
  }

  /** As {@link of}, for each of these in their order. */
  all(plans: readonly { sellerId: string; deliveryId: string; courierPhone: string }[]): Promise<ToldPlan[]> {
    return this.db.rows<ToldPlan>(
      `select told.* from unnest($1::uuid[], $2::uuid[], $4::text[]) with ordinality p(vendeur, livraison, livreur, place), lateral (select
         coalesce(max(version_element) filter (where type_notification = any($3)), 0)::float8 as version,
         coalesce(bool_or(role_destinataire = 'client' and type_notification = any($3)), false) as "toCustomer",
         coalesce((array_agg(type_notification order by id_notification desc) filter (where role_destinataire = 'livreur' and destinataire = p.livreur))[1] <> $5, false)
           as "toCourier",
         coalesce(max(version_element) filter (where type_notification = any($3) and destinataire = p.livreur), 0)::float8 as "courierVersion"
       from notifications where id_utilisateur = p.vendeur and reference_element_id = p.livraison and type_notification = any($3::text[] || $5::text)) told
       order by p.place`,
      [
        plans.map(({ sellerId }) => sellerId),
        plans.map(({ deliveryId }) => deliveryId),
        PLAN_KINDS,
        plans.map(({ courierPhone }) => courierPhone),
        WITHDRAWN,
      ],
    );
  }

  /** True when the customer was told who brings this order: a new plan will tell him what changed. */
  async customerKnowsPlanOf(orderId: string): Promise<boolean> {
    const rows = await this.db.rows(
      `select 1 from notifications where id_commande = $1 and role_destinataire = 'client' and type_notification = any($2) limit 1`,
      [orderId, PLAN_KINDS],
    );
    return rows.length > 0;
  }
}
