import type { Account, Media, Message, Phone, Template, WhatsAppFact } from './whatsapp.js';

/** What one person and one business number said to each other. */
export interface Chat {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly messages: Message[];
  /** Epoch ms of the person's last message: the 24-hour window counts from here. */
  lastInboundAt: number | undefined;
  /** Epoch ms of the last message that came by an ad: free of charge for 72 hours. */
  lastAdAt: number | undefined;
}

/** Accounts, phones, templates, media and every message. */
export class WhatsAppBook {
  readonly accounts = new Map<string, Account>();
  readonly phones = new Map<string, Phone>();
  readonly media = new Map<string, Media>();
  readonly templates: Template[] = [];
  readonly messages = new Map<string, Message>();
  private readonly phonesByNumber = new Map<string, Phone>();
  private readonly phonesByUser = new Map<string, Phone>();
  private readonly chats = new Map<string, Chat>();
  private readonly chatsByPhone = new Map<string, Chat[]>();

  apply(fact: WhatsAppFact): void {
    switch (fact.type) {
      case 'account-registered':
        this.accounts.set(fact.account.phoneNumberId, fact.account);
        break;
      case 'phone-registered':
        this.phones.set(fact.phone.waId, fact.phone);
        this.phonesByNumber.set(fact.phone.phone, fact.phone);
        this.phonesByUser.set(fact.phone.userId, fact.phone);
        break;
      case 'template-created':
        this.templates.push(fact.template);
        break;
      case 'template-deleted':
        for (let i = this.templates.length - 1; i >= 0; i--) {
          const template = this.templates[i];
          if (template?.businessAccountId === fact.businessAccountId && template.name === fact.name) this.templates.splice(i, 1);
        }
        break;
      case 'message-recorded':
        this.keep(fact.message);
        break;
      case 'status-reached': {
        const message = this.messages.get(fact.wamid);
        if (message) message.statuses[fact.status] ??= fact.at;
        break;
      }
      case 'media-stored':
        this.media.set(fact.media.id, fact.media);
        break;
      case 'media-deleted':
        this.media.delete(fact.id);
        break;
    }
  }

  /** The phone behind digits a sender wrote: its WhatsApp id, else its number. */
  phoneAt(digits: string): Phone | undefined {
    return this.phones.get(digits) ?? this.phonesByNumber.get(digits);
  }

  phoneOf(userId: string): Phone | undefined {
    return this.phonesByUser.get(userId);
  }

  chat(phoneNumberId: string, waId: string): Chat | undefined {
    return this.chats.get(`${phoneNumberId} ${waId}`);
  }

  /** The chats on one phone, in the order they began. */
  chatsOf(waId: string): readonly Chat[] {
    return this.chatsByPhone.get(waId) ?? [];
  }

  private keep(message: Message): void {
    const key = `${message.phoneNumberId} ${message.waId}`;
    let chat = this.chats.get(key);
    if (!chat) {
      chat = {
        phoneNumberId: message.phoneNumberId,
        waId: message.waId,
        messages: [],
        lastInboundAt: undefined,
        lastAdAt: undefined,
      };
      this.chats.set(key, chat);
      this.chatsByPhone.set(message.waId, [...this.chatsOf(message.waId), chat]);
    }
    chat.messages.push(message);
    this.messages.set(message.wamid, message);
    if (message.direction !== 'inbound') return;
    // Meta does not say that a reaction opens the window; the sandbox takes the stricter reading.
    if (message.content.type !== 'reaction') chat.lastInboundAt = Math.max(chat.lastInboundAt ?? 0, message.at);
    if (message.content['referral'] !== undefined) chat.lastAdAt = Math.max(chat.lastAdAt ?? 0, message.at);
  }
}
