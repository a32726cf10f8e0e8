import { Inject, Injectable } from '@nestjs/common';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { metaJson } from '../dispatch/whatsapp-signature.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { messageWebhook } from './envelope.js';
import { inboundBubble } from './inbound-bubble.js';
import { ReadReceipt } from './read-receipt.js';
import { newWamid } from './wamid.js';
import type { Account, Content, Message, Phone } from './whatsapp.js';

/** What a phone's owner writes, already in the wire's form: type, payload and whatever sits beside it (context, referral). */
export interface Writing {
  readonly content: Content;
  /** Epoch ms; undefined is now. An older moment plays a message that Meta delivers late. */
  readonly at: number | undefined;
  /** Extra copies of the same webhook. */
  readonly duplicates: number;
}

/** A person writes to a business number: the message appears on the phone and goes to the webhook. */
@Injectable()
export class Inbound {
  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    private readonly dispatcher: Dispatcher,
    private readonly readReceipt: ReadReceipt,
  ) {}

  /** Keeps the message and starts its delivery; one tick at once, two when the webhook was acknowledged. */
  write(phone: Phone, account: Account, writing: Writing): Message {
    const message: Message = {
      wamid: newWamid('inbound', phone.waId),
      direction: 'inbound',
      phoneNumberId: account.phoneNumberId,
      waId: phone.waId,
      at: writing.at ?? this.state.now(),
      content: writing.content,
      bubble: inboundBubble(writing.content),
      statuses: { sent: this.state.now() },
    };
    this.state.record({ type: 'message-recorded', message });
    this.readReceipt.stopTyping(account.phoneNumberId, phone.waId);
    this.deliver(phone, account, message, writing.duplicates);
    return message;
  }

  /** Posts a message's webhook once more, as Meta does when an acknowledgement got lost. */
  repeat(message: Message): boolean {
    const phone = this.state.whatsapp.phones.get(message.waId);
    const account = this.state.whatsapp.accounts.get(message.phoneNumberId);
    if (!phone || !account || message.direction !== 'inbound') return false;
    this.deliver(phone, account, message, 0);
    return true;
  }

  private deliver(phone: Phone, account: Account, message: Message, duplicates: number): void {
    const body = metaJson(messageWebhook(account, phone, message));
    void this.dispatcher.queue('whatsapp', { kind: 'message', wamid: message.wamid }, body, duplicates);
  }
}
