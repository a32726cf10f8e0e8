import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Outbox } from '#bus';
import { fact, NotificationsApiUsedV1 } from '#contracts';
import { Database, jsonRows } from '#database';
import { whatsAppCostFcfa, type WhatsAppPricing } from '#providers';
import { LOGGER } from '#service';
import { NotificationsEnv } from '../notifications.env.js';
import type { StatusItem } from './status-item.js';

interface Priced {
  id: string;
  sellerId: string;
  orderId: string | null;
  category: string;
  tariff: string | null;
  billable: boolean | null;
  arrivedAt: Date;
  /** Price and arrival are both known now. */
  complete: boolean;
}

/** What notices cost: WhatsApp names the price in some statuses and the arrival in others, in any order; the cost is told once, when both are known. */
@Injectable()
export class NoticeCosts {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: NotificationsEnv,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** In the transaction that takes the statuses, with the notices locked. @param owners the notice of each status */
  async take(owners: ReadonlyMap<StatusItem, string>): Promise<void> {
    const told = Map.groupBy(
      [...owners].filter(([status]) => status.price ?? status.arrivedAt),
      ([, id]) => id,
    );
    if (told.size === 0) return;
    const rows = [...told].map(([id, statuses]) => {
      // The first that names something is believed, and who arrived twice arrived the first time.
      const price = (pick: (price: WhatsAppPricing) => string | boolean | undefined) =>
        statuses.map(([status]) => status.price && pick(status.price)).find((value) => value !== undefined) ?? null;
      const arrivals = statuses.flatMap(([{ arrivedAt }]) => (arrivedAt ? [arrivedAt.getTime()] : []));
      return {
        id,
        category: price(({ category }) => category),
        tariff: price(({ tariff }) => tariff),
        billable: price(({ billable }) => billable),
        arrived: arrivals.length > 0 ? new Date(Math.min(...arrivals)) : null,
      };
    });
    const known = await this.db.rows<Priced>(
      `update notifications n set categorie_prix = coalesce(n.categorie_prix, d.category), tarif = coalesce(n.tarif, d.tariff),
         facturable = coalesce(n.facturable, d.billable), arrivee_le = least(n.arrivee_le, d.arrived),
         cout_compte_le = case when coalesce(n.categorie_prix, d.category) is not null and least(n.arrivee_le, d.arrived) is not null then now() end
       from json_to_recordset($1) d(id uuid, category text, tariff text, billable boolean, arrived timestamptz)
        where n.id_notification = d.id and n.cout_compte_le is null
       returning id_notification as id, id_utilisateur as "sellerId", id_commande as "orderId", categorie_prix as category, tarif as tariff, facturable as billable,
         arrivee_le as "arrivedAt", cout_compte_le is not null as complete`,
      [jsonRows(rows)],
    );
    await this.outbox.add(known.filter(({ complete }) => complete).map((notice) => this.costFact(notice)));
  }

  private costFact({ id, sellerId, orderId, category, tariff, billable, arrivedAt }: Priced) {
    const pricing = { category, ...(tariff ? { tariff } : {}), ...(billable === null ? {} : { billable }) };
    const cost = whatsAppCostFcfa(pricing, arrivedAt, this.env.fcfaPerUsd);
    if (cost === undefined)
      this.logger.error(
        { event: 'whatsapp.price-unknown', category },
        'a category of messages without a known rate: its cost counts as 0',
      );
    return fact<object>(
      NotificationsApiUsedV1,
      {
        provider: 'whatsapp',
        operation: `messages.delivered.${category}`,
        calls: 1,
        errors: 0,
        inputTokens: 0,
        outputTokens: 0,
        latencyMs: 0,
        costFcfa: cost ?? 0,
        since: arrivedAt.toISOString(),
        referenceId: id,
        ...(orderId ? { orderId } : {}),
        ...(tariff ? { tariff } : {}),
      },
      { sellerId, key: id, version: 1 },
    );
  }
}
