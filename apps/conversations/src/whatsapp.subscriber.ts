import { Injectable } from '@nestjs/common';
import { type Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { OnEvents } from '#bus';
import { ReceiveUpdates } from './inbound/receive-updates.js';

/** What WhatsApp tells: messages, statuses and echoes, a batch at a time. */
@Injectable()
export class WhatsAppSubscriber {
  constructor(private readonly updates: ReceiveUpdates) {}

  @OnEvents(WhatsAppUpdateReceivedV1)
  async received(updates: Received<WhatsAppUpdateReceivedV1>[]): Promise<void> {
    await this.updates.receive(updates);
  }
}
