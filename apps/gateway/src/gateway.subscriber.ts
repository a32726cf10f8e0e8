import { Injectable } from '@nestjs/common';
import { OnEvent } from '#bus';
import { type EventMeta, WhatsAppAccountConnectedV1, WhatsAppAccountDisconnectedV1 } from '#contracts';
import { NumberRoutes } from './routing/number-routes.js';

/** Keeps the routing table as accounts says it is. */
@Injectable()
export class GatewaySubscriber {
  constructor(private readonly routes: NumberRoutes) {}

  @OnEvent(WhatsAppAccountConnectedV1)
  async connected({ accountId, phoneNumberId }: WhatsAppAccountConnectedV1, meta: EventMeta): Promise<void> {
    await this.routes.learn([{ accountId, phoneNumberId, ...ownerOf(meta), active: true }]);
  }

  @OnEvent(WhatsAppAccountDisconnectedV1)
  async disconnected({ accountId, phoneNumberId }: WhatsAppAccountDisconnectedV1, meta: EventMeta): Promise<void> {
    await this.routes.learn([{ accountId, phoneNumberId, ...ownerOf(meta), active: false }]);
  }
}

const ownerOf = ({ sellerId, version, occurredAt }: EventMeta) => ({ sellerId: sellerId!, version, since: occurredAt });
