import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Outbox } from '#bus';
import { fact, NotificationsApiUsedV1 } from '#contracts';
import { Database } from '#database';
import { whatsAppCostFcfa } from '#providers';
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
    const telling = [...owners].filter(([status]) => status.price ?? status.arrivedAt);
    if (telling.length === 0) return;
    for (const [{ price, arrivedAt }, id] of telling)
      await this.db.run(
        `update notifications set categorie_prix = coalesce(categorie_prix, $2), tarif = coalesce(tarif, $3), facturable = coalesce(facturable, $4),
                arrivee_le = least(arrivee_le, $5::timestamptz) where id_notification = $1 and cout_compte_le is null`,
        [id, price?.category ?? null, price?.tariff ?? null, price?.billable ?? null, arrivedAt ?? null],
      );
    const known = await this.db.rows<Priced>(
      `update notifications set cout_compte_le = now()
        where id_notification = any($1::uuid[]) and cout_compte_le is null and categorie_prix is not null and arrivee_le is not null
       returning id_notification as id, id_utilisateur as "sellerId", id_commande as "orderId", categorie_prix as category, tarif as tariff, facturable as billable,
         arrivee_le as "arrivedAt"`,
      [[...new Set(telling.map(([, id]) => id))]],
    );
    await this.outbox.add(known.map((notice) => this.costFact(notice)));
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
