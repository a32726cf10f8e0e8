import { Injectable } from '@nestjs/common';
import { OnRequest } from '#bus';
import {
  type ApiEventView,
  type Caller,
  CreateWebhookEndpoint,
  DeleteWebhookEndpoint,
  GetWebhookDelivery,
  GetWebhookEndpoint,
  ListApiEvents,
  ListWebhookDeliveries,
  ListWebhookEndpoints,
  type Page,
  type QuestionOf,
  RenewWebhookSecret,
  ReplayWebhookDelivery,
  TestWebhookEndpoint,
  UpdateWebhookEndpoint,
  type WebhookDeliveryDetailView,
  type WebhookDeliveryView,
  type WebhookEndpoints,
  type WebhookEndpointView,
  type WebhookEndpointWithSecret,
} from '#contracts';
import { ListEvents } from '../live/list-events.js';
import { Deliveries } from './deliveries.js';
import { Endpoints } from './endpoints.js';

/** What sellers ask the gateway itself: their events, and where those are posted. */
@Injectable()
export class WebhooksController {
  constructor(
    private readonly events: ListEvents,
    private readonly endpoints: Endpoints,
    private readonly deliveries: Deliveries,
  ) {}

  @OnRequest(ListApiEvents)
  listEvents(question: QuestionOf<ListApiEvents>, { sellerId }: Caller): Promise<Page<ApiEventView>> {
    return this.events.list(question, sellerId!);
  }

  @OnRequest(CreateWebhookEndpoint)
  create(question: QuestionOf<CreateWebhookEndpoint>, { sellerId }: Caller): Promise<WebhookEndpointWithSecret> {
    return this.endpoints.create(question, sellerId!);
  }

  @OnRequest(ListWebhookEndpoints)
  list(_question: QuestionOf<ListWebhookEndpoints>, { sellerId }: Caller): Promise<WebhookEndpoints> {
    return this.endpoints.list(sellerId!);
  }

  @OnRequest(GetWebhookEndpoint)
  get({ endpointId }: QuestionOf<GetWebhookEndpoint>, { sellerId }: Caller): Promise<WebhookEndpointView> {
    return this.endpoints.get(endpointId, sellerId!);
  }

  @OnRequest(UpdateWebhookEndpoint)
  update(question: QuestionOf<UpdateWebhookEndpoint>, { sellerId }: Caller): Promise<WebhookEndpointView> {
    return this.endpoints.update(question, sellerId!);
  }

  @OnRequest(DeleteWebhookEndpoint)
  async delete({ endpointId }: QuestionOf<DeleteWebhookEndpoint>, { sellerId }: Caller): Promise<Record<string, never>> {
    await this.endpoints.delete(endpointId, sellerId!);
    return {};
  }

  @OnRequest(RenewWebhookSecret)
  renewSecret({ endpointId }: QuestionOf<RenewWebhookSecret>, { sellerId }: Caller): Promise<WebhookEndpointWithSecret> {
    return this.endpoints.renewSecret(endpointId, sellerId!);
  }

  @OnRequest(TestWebhookEndpoint)
  test({ endpointId }: QuestionOf<TestWebhookEndpoint>, { sellerId }: Caller): Promise<WebhookDeliveryView> {
    return this.deliveries.test(endpointId, sellerId!);
  }

  @OnRequest(ListWebhookDeliveries)
  listDeliveries(question: QuestionOf<ListWebhookDeliveries>, { sellerId }: Caller): Promise<Page<WebhookDeliveryView>> {
    return this.deliveries.list(question, sellerId!);
  }

  @OnRequest(GetWebhookDelivery)
  delivery({ endpointId, deliveryId }: QuestionOf<GetWebhookDelivery>, { sellerId }: Caller): Promise<WebhookDeliveryDetailView> {
    return this.deliveries.detail(endpointId, deliveryId, sellerId!);
  }

  @OnRequest(ReplayWebhookDelivery)
  replay({ endpointId, deliveryId }: QuestionOf<ReplayWebhookDelivery>, { sellerId }: Caller): Promise<WebhookDeliveryView> {
    return this.deliveries.replay(endpointId, deliveryId, sellerId!);
  }
}
