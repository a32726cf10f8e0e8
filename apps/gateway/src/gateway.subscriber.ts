import { Injectable } from '@nestjs/common';
import { OnEvent } from '#bus';
import { type EventMeta, ProspectErasedV1, WhatsAppAccountConnectedV1, WhatsAppAccountDisconnectedV1 } from '#contracts';
import { Forget } from './live/forget.js';
import { NumberRoutes } from './routing/number-routes.js';

/** Keeps the routing table as accounts says it is, and forgets whom conversations says was erased. What the live feed takes stands in live/feed-writer.ts. */
@Injectable()
export class GatewaySubscriber {
  constructor(
    private readonly routes: NumberRoutes,
    private readonly forget: Forget,
  ) {}

  @OnEvent(WhatsAppAccountConnectedV1)
  async connected({ accountId, phoneNumberId }: WhatsAppAccountConnectedV1, meta: EventMeta): Promise<void> {
    await this.routes.learn([{ accountId, phoneNumberId, ...ownerOf(meta), active: true }]);
  }

  @OnEvent(WhatsAppAccountDisconnectedV1)
  async disconnected({ accountId, phoneNumberId }: WhatsAppAccountDisconnectedV1, meta: EventMeta): Promise<void> {
    await this.routes.learn([{ accountId, phoneNumberId, ...ownerOf(meta), active: false }]);
  }

  @OnEvent(ProspectErasedV1)
  async erased({ prospectId }: ProspectErasedV1, { sellerId }: EventMeta): Promise<void> {
    await this.forget.person(sellerId!, prospectId);
  }
}

const ownerOf = ({ sellerId, version, occurredAt }: EventMeta) => ({ sellerId: sellerId!, version, since: occurredAt });
