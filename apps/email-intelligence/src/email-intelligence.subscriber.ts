import { Injectable } from '@nestjs/common';
import { OnEvent, OnEvents } from '#bus';
import {
  EmailAccountConnectedV1,
  EmailAccountDisconnectedV1,
  type EventMeta,
  GmailPushReceivedV1,
  type Received,
} from '#contracts';
import { Mailboxes } from './mailbox/mailboxes.js';

/** Event door: which mailboxes there are, and when to look into them. */
@Injectable()
export class EmailIntelligenceSubscriber {
  constructor(private readonly mailboxes: Mailboxes) {}

  @OnEvent(EmailAccountConnectedV1)
  async connected(account: EmailAccountConnectedV1, meta: EventMeta): Promise<void> {
    await this.mailboxes.connect(account, meta);
  }

  @OnEvent(EmailAccountDisconnectedV1)
  async disconnected(account: EmailAccountDisconnectedV1, meta: EventMeta): Promise<void> {
    await this.mailboxes.disconnect(account, meta);
  }

  @OnEvents(GmailPushReceivedV1)
  async pushed(pushes: Received<GmailPushReceivedV1>[]): Promise<void> {
    await this.mailboxes.announce(pushes);
  }
}
