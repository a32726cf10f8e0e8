import type { Message, Status } from './whatsapp.js';

/** What one person and one business number said to each other. */
export interface Chat {
  readonly phoneNumberId: string;
  waId: string;
  readonly messages: Message[];
  /** Epoch ms of the person's last message: the 24-hour window counts from here. */
  lastInboundAt: number | undefined;
  /** Epoch ms of the last message that came by an ad: free of charge for 72 hours. */
  lastAdAt: number | undefined;
}

/** Key of what belongs to one business number and one person. */
export const pair = (phoneNumberId: string, waId: string) => `${phoneNumberId} ${waId}`;

/** What changes or tells of messages without being one. */
const NOT_WRITTEN: ReadonlySet<string> = new Set(['reaction', 'system', 'edit', 'revoke']);

/** Every message, by its id and by its chat. */
export class ChatBook {
  readonly messages = new Map<string, Message>();
  private readonly chats = new Map<string, Chat>();
  private readonly byPhone = new Map<string, Chat[]>();

  get(phoneNumberId: string, waId: string): Chat | undefined {
    return this.chats.get(pair(phoneNumberId, waId));
  }

  /** The chats on one phone, in the order they began. */
  of(waId: string): readonly Chat[] {
    return this.byPhone.get(waId) ?? [];
  }

  /** The chats of one business number, in the order they began. */
  with(phoneNumberId: string): Chat[] {
    return [...this.chats.values()].filter((chat) => chat.phoneNumberId === phoneNumberId);
  }

  keep(message: Message): void {
    const chat = this.get(message.phoneNumberId, message.waId) ?? this.begin(message.phoneNumberId, message.waId);
    chat.messages.push(message);
    this.messages.set(message.wamid, message);
    if (message.direction !== 'inbound') return;
    // Meta does not say that these open the window; the sandbox takes the stricter reading.
    if (!NOT_WRITTEN.has(message.content.type)) chat.lastInboundAt = Math.max(chat.lastInboundAt ?? 0, message.at);
    if (message.content['referral'] !== undefined) chat.lastAdAt = Math.max(chat.lastAdAt ?? 0, message.at);
  }

  reach(wamid: string, status: Status, at: number): void {
    const message = this.messages.get(wamid);
    if (message) message.statuses[status] ??= at;
  }

  /** A person's chats go with him to his new WhatsApp id. */
  move(from: string, to: string): void {
    const moving = this.byPhone.get(from) ?? [];
    this.byPhone.delete(from);
    for (const chat of moving) {
      this.chats.delete(pair(chat.phoneNumberId, from));
      this.chats.set(pair(chat.phoneNumberId, to), chat);
      chat.waId = to;
      for (const message of chat.messages) message.waId = to;
    }
    this.byPhone.set(to, moving);
  }

  private begin(phoneNumberId: string, waId: string): Chat {
    const chat: Chat = { phoneNumberId, waId, messages: [], lastInboundAt: undefined, lastAdAt: undefined };
    this.chats.set(pair(phoneNumberId, waId), chat);
    this.byPhone.set(waId, [...this.of(waId), chat]);
    return chat;
  }
}
