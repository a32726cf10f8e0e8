import { Injectable } from '@nestjs/common';
import {
  DeliveryPlannedV1,
  DeliveryZonesUpdatedV1,
  type EventMeta,
  ProductListedV1,
  ProductUpdatedV1,
  type Received,
  SellerRegisteredV1,
  SellerUpdatedV1,
  StockChangedV1,
  WhatsAppAccountConnectedV1,
  WhatsAppAccountDisconnectedV1,
} from '#contracts';
import { OnEvent, OnEvents } from '#bus';
import { CatalogueCopy } from './catalogue/catalogue.copy.js';
import { OrderCopy } from './copies/order.copy.js';
import { SellerCopy } from './copies/seller.copy.js';
import { NumberBook } from './inbound/accounts.js';
import { KeptUpdates } from './inbound/kept-updates.js';
import { ReceiveUpdates } from './inbound/receive-updates.js';
import { TellOfVisits } from './orders/tell-of-visits.js';
import { Bell } from './turns/bell.js';

/** What other services tell of the seller, his goods and his zones: kept here, so that an answer never waits for them. */
@Injectable()
export class ShopSubscriber {
  constructor(
    private readonly sellers: SellerCopy,
    private readonly catalogue: CatalogueCopy,
    private readonly orders: OrderCopy,
    private readonly numbers: NumberBook,
    private readonly kept: KeptUpdates,
    private readonly updates: ReceiveUpdates,
    private readonly bell: Bell,
    private readonly visits: TellOfVisits,
  ) {}

  @OnEvent(SellerRegisteredV1)
  async sellerRegistered(event: SellerRegisteredV1, meta: EventMeta): Promise<void> {
    await this.sellers.keepSeller(event, meta);
  }

  @OnEvent(SellerUpdatedV1)
  async sellerUpdated(event: SellerUpdatedV1, meta: EventMeta): Promise<void> {
    await this.sellers.keepSeller(event, meta);
  }

  /** What customers wrote before the link was heard of is read now, and what waited for a number that works again leaves. */
  @OnEvent(WhatsAppAccountConnectedV1)
  async accountConnected(event: WhatsAppAccountConnectedV1, meta: EventMeta): Promise<void> {
    await this.numbers.hold([event.phoneNumberId]);
    await this.sellers.keepAccount(event, meta);
    await this.updates.receive(await this.kept.takeFor(event.phoneNumberId));
    this.bell.messageWaits();
  }

  @OnEvent(WhatsAppAccountDisconnectedV1)
  async accountDisconnected(event: WhatsAppAccountDisconnectedV1, meta: EventMeta): Promise<void> {
    await this.sellers.dropAccount(event, meta);
  }

  @OnEvents(ProductListedV1)
  async productsListed(events: Received<ProductListedV1>[]): Promise<void> {
    await this.catalogue.keep(events);
  }

  @OnEvents(ProductUpdatedV1)
  async productsUpdated(events: Received<ProductUpdatedV1>[]): Promise<void> {
    await this.catalogue.keep(events);
  }

  @OnEvents(StockChangedV1)
  async stockChanged(events: Received<StockChangedV1>[]): Promise<void> {
    await this.catalogue.keep(events);
  }

  @OnEvent(DeliveryZonesUpdatedV1)
  async zonesUpdated(event: DeliveryZonesUpdatedV1, meta: EventMeta): Promise<void> {
    await this.sellers.keepZones(event.zones, meta);
  }

  @OnEvents(DeliveryPlannedV1)
  async deliveriesPlanned(batch: Received<DeliveryPlannedV1>[]): Promise<void> {
    await this.visits.told(batch, 'planned');
    await this.orders.keepPlans(batch.map(({ event, meta }) => ({ order: event, plannedFor: event.plannedFor, meta })));
  }
}
