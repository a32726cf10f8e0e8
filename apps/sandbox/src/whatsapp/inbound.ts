import { Inject, Injectable } from '@nestjs/common';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { metaJson } from '../dispatch/whatsapp-signature.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { echoWebhook, messageWebhook, preferenceWebhook, userIdWebhook } from './envelope.js';
import { inboundBubble } from './inbound-bubble.js';
import { ReadReceipt } from './read-receipt.js';
import { newWamid } from './wamid.js';
import type { Account, Content, Message, Phone, Preference } from './whatsapp.js';

/** What a phone's owner writes, already in the wire's form: type, payload and whatever sits beside it (context, referral). */
export interface Writing {
  readonly content: Content;
  /** Epoch ms; undefined is now. An older moment plays a message that Meta delivers late. */
  readonly at: number | undefined;
  /** Extra copies of the same webhook. */
  readonly duplicates: number;
  /** Its id, when the test wants to choose it. */
  readonly wamid?: string | undefined;
}

/** People and the seller write: the message appears on the phones and goes to the webhook. */
@Injectable()
export class Inbound {
  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    private readonly dispatcher: Dispatcher,
    private readonly readReceipt: ReadReceipt,
  ) {}

  /** A person writes. Keeps the message and starts its delivery; one tick at once, two when the webhook was acknowledged. */
  write(phone: Phone, account: Account, writing: Writing): Message {
    const message: Message = {
      wamid: writing.wamid ?? newWamid('inbound', phone.waId),
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

  /** The seller writes to a customer in his own app: the webhook is told by an echo, and no statuses follow. */
  echo(account: Account, waId: string, writing: Writing): Message {
    const at = writing.at ?? this.state.now();
    const contextId = (writing.content['context'] as { id?: string } | undefined)?.id;
    const message: Message = {
      wamid: writing.wamid ?? newWamid('outbound', waId),
      direction: 'outbound',
      echo: true,
      phoneNumberId: account.phoneNumberId,
      waId,
      at,
      content: writing.content,
      bubble: inboundBubble(writing.content),
      ...(contextId === undefined ? {} : { contextId }),
      statuses: { sent: at, delivered: at },
    };
    this.state.record({ type: 'message-recorded', message });
    const body = metaJson(echoWebhook(account, message));
    this.queue('echo', account, body, message.wamid, writing.duplicates);
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

  /** A person does not want a business's marketing any more, or wants it again. */
  prefer(phone: Phone, account: Account, marketing: Preference): void {
    const at = this.state.now();
    const { phoneNumberId } = account;
    this.state.record({ type: 'preference-set', phoneNumberId, waId: phone.waId, marketing, at });
    this.queue('preference', account, metaJson(preferenceWebhook(account, phone, marketing, at)));
  }

  /** Tells a business that a person's business-scoped id is another one. */
  announceUserId(phone: Phone, account: Account, previous: string): void {
    this.queue('user-id', account, metaJson(userIdWebhook(account, phone, previous, this.state.now())));
  }

  private deliver(phone: Phone, account: Account, message: Message, duplicates: number): void {
    this.queue('message', account, metaJson(messageWebhook(account, phone, message)), message.wamid, duplicates);
  }

  private queue(kind: string, account: Account, body: string, wamid?: string, duplicates = 0): void {
    const about = { kind, phoneNumberId: account.phoneNumberId, ...(wamid === undefined ? {} : { wamid }) };
    void this.dispatcher.queue('whatsapp', about, body, duplicates);
  }
}
