import { Injectable } from '@nestjs/common';
import { Workers } from '#bus';
import {
  DomainError,
  type ListWebhookDeliveries,
  notFound,
  type Page,
  type QuestionOf,
  type WebhookDeliveryDetailView,
  type WebhookDeliveryView,
} from '#contracts';
import { Database, newId, pageOfRows, pageRequest } from '#database';
import type { FeedEvent } from '../live/feed-event.js';
import { Interest } from '../live/interest.js';
import { bodyOf, COLUMNS, type DeliveryRow, deliveryView, STATES } from './delivery-row.js';

/** Name of the worker that sends. */
export const SENDER = 'webhooks';
export const TEST_TYPE = 'webhook.test';

/** What is to be sent to endpoints, and what was. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly interest: Interest,
  ) {}

  /** In the transaction that writes the events down: one delivery for each endpoint that wants to hear of it. */
  async plan(events: FeedEvent[]): Promise<void> {
    if (events.length === 0) return;
    // Shared: one that is just being disabled either shows it, or finds what is planned here and sets it aside.
    const endpoints = await this.db.rows<{ id: string; sellerId: string; events: string[] }>(
      'select id_point as id, id_utilisateur as "sellerId", evenements as events from points_webhook where actif and id_utilisateur = any($1::uuid[]) order by id_point for share',
      [[...new Set(events.map(({ sellerId }) => sellerId))]],
    );
    const wanted = events.flatMap((event) =>
      endpoints
        .filter((endpoint) => endpoint.sellerId === event.sellerId && endpoint.events.includes(event.type))
        .map((endpoint) => ({ endpointId: endpoint.id, event })),
    );
    await this.insert(wanted, 'evenement');
  }

  /** Sends a trial event. @throws DomainError WEBHOOK_ENDPOINT_NOT_FOUND, WEBHOOK_ENDPOINT_DISABLED */
  async test(endpointId: string, sellerId: string): Promise<WebhookDeliveryView> {
    await this.assertEnabled(endpointId, sellerId);
    const event = { sellerId, id: newId(), type: TEST_TYPE, data: { endpointId }, prospectId: null, occurredAt: new Date() };
    const [id] = await this.insert([{ endpointId, event }], 'essai');
    return this.get(endpointId, id!, sellerId);
  }

  /** Sends what a delivery sent again, now, as the same event. @throws DomainError WEBHOOK_DELIVERY_NOT_FOUND, WEBHOOK_ENDPOINT_NOT_FOUND, WEBHOOK_ENDPOINT_DISABLED */
  async replay(endpointId: string, deliveryId: string, sellerId: string): Promise<WebhookDeliveryView> {
    // Whoever forgets a person has this lock: he is either forgotten in what is copied here, or in the copy.
    await this.interest.lock(sellerId);
    await this.assertEnabled(endpointId, sellerId);
    const { eventId, type, at, contenu, prospectId } = await this.row(endpointId, deliveryId, sellerId);
    const event = { sellerId, id: eventId, type, data: contenu, prospectId, occurredAt: at };
    const [id] = await this.insert([{ endpointId, event }], 'rejeu');
    return this.get(endpointId, id!, sellerId);
  }

  /** @throws DomainError WEBHOOK_ENDPOINT_NOT_FOUND, VALIDATION_FAILED (cursor) */
  async list(question: QuestionOf<ListWebhookDeliveries>, sellerId: string): Promise<Page<WebhookDeliveryView>> {
    const { endpointId, state } = question;
    await this.enabled(endpointId, sellerId);
    const { limit, after } = pageRequest(question);
    const rows = await this.db.rows<DeliveryRow>(
      `select ${COLUMNS} from envois_webhook
       where id_point = $1 and id_utilisateur = $2 and ($3::uuid is null or id_envoi < $3) and ($4::text is null or statut = $4)
       order by id_envoi desc limit $5`,
      [endpointId, sellerId, after ?? null, state ? STATES[state] : null, limit + 1],
    );
    return pageOfRows(rows, limit, deliveryView, (row) => row.id);
  }

  /** With its body and the last answer. @throws DomainError WEBHOOK_DELIVERY_NOT_FOUND */
  async detail(endpointId: string, deliveryId: string, sellerId: string): Promise<WebhookDeliveryDetailView> {
    const row = await this.row(endpointId, deliveryId, sellerId);
    return { ...deliveryView(row), body: bodyOf(row), ...(row.response === null ? {} : { response: row.response }) };
  }

  private async get(endpointId: string, deliveryId: string, sellerId: string): Promise<WebhookDeliveryView> {
    return deliveryView(await this.row(endpointId, deliveryId, sellerId));
  }

  private async row(endpointId: string, deliveryId: string, sellerId: string): Promise<DeliveryRow> {
    const [row] = await this.db.rows<DeliveryRow>(
      `select ${COLUMNS} from envois_webhook where id_envoi = $1 and id_point = $2 and id_utilisateur = $3`,
      [deliveryId, endpointId, sellerId],
    );
    if (!row) throw notFound('webhook_delivery', deliveryId);
    return row;
  }

  private async assertEnabled(endpointId: string, sellerId: string): Promise<void> {
    if (!(await this.enabled(endpointId, sellerId)))
      throw new DomainError('WEBHOOK_ENDPOINT_DISABLED', 'conflict', { endpointId });
  }

  /** @throws DomainError WEBHOOK_ENDPOINT_NOT_FOUND */
  private async enabled(endpointId: string, sellerId: string): Promise<boolean> {
    const [row] = await this.db.rows<{ actif: boolean }>(
      'select actif from points_webhook where id_point = $1 and id_utilisateur = $2 for key share',
      [endpointId, sellerId],
    );
    if (!row) throw notFound('webhook_endpoint', endpointId);
    return row.actif;
  }

  private async insert(wanted: { endpointId: string; event: FeedEvent }[], origin: string): Promise<string[]> {
    if (wanted.length === 0) return [];
    const column = <T>(pick: (event: FeedEvent) => T) => wanted.map(({ event }) => pick(event));
    const ids = wanted.map(() => newId());
    await this.db.run(
      `insert into envois_webhook (id_envoi, id_point, id_utilisateur, id_evenement, type, contenu, id_prospect, date_evenement, origine)
       select *, $9 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::jsonb[], $7::uuid[], $8::timestamptz[])
       on conflict (id_point, id_evenement) where origine = 'evenement' do nothing`,
      [
        ids,
        wanted.map(({ endpointId }) => endpointId),
        column((e) => e.sellerId),
        column((e) => e.id),
        column((e) => e.type),
        column((e) => JSON.stringify(e.data)),
        column((e) => e.prospectId),
        column((e) => e.occurredAt),
        origin,
      ],
    );
    this.db.afterCommit(() => this.workers.wake(SENDER));
    return ids;
  }
}
