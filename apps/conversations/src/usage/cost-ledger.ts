import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { ConversationsApiUsedV1, type EventMeta, fact } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';
import { WHATSAPP_MARKET } from '#providers';
import { LOGGER } from '#service';
import { ConversationsEnv } from '../conversations.env.js';
import { erasedWamid } from '../outbound/erased-wamid.js';
import { sendMetrics } from '../outbound/metrics.js';
import type { Priced } from './pricing.js';

/** A status of one of our messages, as far as money goes. */
export interface PricedStatus {
  sellerId: string;
  phoneNumberId: string;
  wamid: string;
  messageId?: string;
  price?: Priced;
  /** The customer has it: from then on it costs. */
  arrived: boolean;
  at: Date;
  cause?: EventMeta;
}

interface Counted {
  empreinte_wamid: string;
  id_message: string;
  id_utilisateur: string;
  id_conversation: string;
  id_commande: string | null;
  categorie: string;
  tarif: string | null;
  cout_fcfa: number | null;
  distribue_le: Date;
}

/**
 * What each message cost. WhatsApp names the price in some statuses and the arrival in others, in any order and more than once: both are gathered by the message's
 * digest, and the cost is told once, when both are known. The rate is the one of the day of arrival, from `tarifs_whatsapp`, in FCFA at FCFA_PER_USD.
 */
@Injectable()
export class CostLedger {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: ConversationsEnv,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** In the transaction that takes the statuses, as the service itself, with their names locked. */
  async take(statuses: PricedStatus[]): Promise<void> {
    const telling = [...gathered(statuses).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    if (telling.length === 0) return;
    await this.gather(telling);
    const counted = await this.count(telling.map(([digest]) => digest));
    for (const row of counted)
      if (row.cout_fcfa === null)
        this.logger.error(
          { event: 'whatsapp.price-unknown', category: row.categorie },
          'a category of messages without a known rate: its cost counts as 0',
        );
    const causes = new Map(telling.map(([digest, { cause }]) => [digest, cause]));
    for (const row of counted) await this.outbox.add([costFact(row)], causes.get(row.empreinte_wamid));
  }

  private async gather(telling: [string, PricedStatus][]): Promise<void> {
    const column = (pick: (status: PricedStatus) => unknown) => telling.map(([, status]) => pick(status) ?? null);
    const rows = await this.db.rows<{ id_message: string; nouveau: boolean }>(
      `insert into couts_messages as c (empreinte_wamid, id_message, id_utilisateur, categorie, tarif, facturable, fenetre_gratuite_fin, distribue_le)
       select n.empreinte, m.id_message, m.id_utilisateur, n.categorie, n.tarif, n.facturable, n.fin, n.arrivee
         from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::boolean[], $9::timestamptz[], $10::timestamptz[])
              n(empreinte, message, numero, wamid, vendeur, categorie, tarif, facturable, fin, arrivee)
         join messages m on m.id_message = coalesce(n.message, (select w.id_message from messages w where w.phone_number_id = n.numero and w.wamid = n.wamid))
                        and m.id_utilisateur = n.vendeur and m.phone_number_id = n.numero and m.direction_message = 'sortant'
       on conflict (empreinte_wamid) do update set categorie = coalesce(c.categorie, excluded.categorie), tarif = coalesce(c.tarif, excluded.tarif),
         facturable = coalesce(c.facturable, excluded.facturable), fenetre_gratuite_fin = coalesce(c.fenetre_gratuite_fin, excluded.fenetre_gratuite_fin),
         distribue_le = least(c.distribue_le, excluded.distribue_le)
       returning id_message, xmax = 0 as nouveau`,
      [
        telling.map(([digest]) => digest),
        column((s) => s.messageId),
        column((s) => s.phoneNumberId),
        column((s) => s.wamid),
        column((s) => s.sellerId),
        column((s) => s.price?.category),
        column((s) => s.price?.tariff),
        column((s) => s.price?.billable),
        column((s) => s.price?.freeUntil),
        column((s) => (s.arrived ? s.at : null)),
      ],
    );
    await this.noticeDuplicates(rows.filter((row) => row.nouveau).map((row) => row.id_message));
  }

  /** One of our messages that WhatsApp knows by two ids reached the customer twice. */
  private async noticeDuplicates(messageIds: string[]): Promise<void> {
    if (messageIds.length === 0) return;
    const twice = await this.db.rows(
      'select id_message from couts_messages where id_message = any($1::uuid[]) group by id_message having count(*) > 1',
      [messageIds],
    );
    if (twice.length > 0) this.db.afterCommit(() => sendMetrics.duplicates.inc(twice.length));
  }

  private count(digests: string[]): Promise<Counted[]> {
    return this.db.rows<Counted>(
      `update couts_messages c set compte_le = now(), cout_fcfa = case when coalesce(c.tarif <> 'regular', not c.facturable, false) then 0 else d.micro_usd * $3::float8 / 1000000 end
         from (select e.empreinte_wamid, m.id_conversation, m.id_commande, (select t.micro_usd from tarifs_whatsapp t
                                           where t.marche = $2 and t.categorie = e.categorie and t.valable_des <= (e.distribue_le at time zone 'UTC')::date
                                           order by t.valable_des desc limit 1) as micro_usd
                 from couts_messages e join messages m using (id_message) where e.empreinte_wamid = any($1::text[])) d
        where c.empreinte_wamid = d.empreinte_wamid and c.compte_le is null and c.categorie is not null and c.distribue_le is not null
       returning c.empreinte_wamid, c.id_message, c.id_utilisateur, d.id_conversation, d.id_commande, c.categorie, c.tarif, c.cout_fcfa, c.distribue_le`,
      [digests, WHATSAPP_MARKET, this.env.fcfaPerUsd],
    );
  }
}

/** By digest of WhatsApp's id, which holds the customer's number; several statuses of one message become one. */
function gathered(statuses: PricedStatus[]): Map<string, PricedStatus> {
  const telling = new Map<string, PricedStatus>();
  for (const status of statuses) {
    if (!status.price && !status.arrived) continue;
    const digest = erasedWamid(`${status.phoneNumberId}|${status.wamid}`);
    const before = telling.get(digest);
    const [price, messageId] = [before?.price ?? status.price, before?.messageId ?? status.messageId];
    telling.set(digest, {
      ...status,
      ...(before?.arrived ? { arrived: true, at: before.at } : {}),
      ...(price ? { price } : {}),
      ...(messageId ? { messageId } : {}),
    });
  }
  return telling;
}

const costFact = (row: Counted) =>
  fact(
    ConversationsApiUsedV1,
    {
      provider: 'whatsapp',
      operation: `messages.delivered.${row.categorie}`,
      calls: 1,
      errors: 0,
      inputTokens: 0,
      outputTokens: 0,
      latencyMs: 0,
      costFcfa: row.cout_fcfa ?? 0,
      since: row.distribue_le.toISOString(),
      referenceId: row.id_message,
      conversationId: row.id_conversation,
      ...(row.id_commande ? { orderId: row.id_commande } : {}),
      ...(row.tarif ? { tariff: row.tarif } : {}),
    },
    { sellerId: row.id_utilisateur, key: row.id_message, version: 1 },
  );
