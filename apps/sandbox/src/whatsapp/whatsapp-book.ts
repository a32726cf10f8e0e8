import { ChatBook, pair } from './chat-book.js';
import type { Account, Media, Phone, Preference, ReadMark, RefusedSend, Template, WhatsAppFact } from './whatsapp.js';

/** Accounts, phones, templates, media, what people want and every message. */
export class WhatsAppBook {
  readonly accounts = new Map<string, Account>();
  readonly phones = new Map<string, Phone>();
  readonly media = new Map<string, Media>();
  readonly templates: Template[] = [];
  readonly chats = new ChatBook();
  readonly reads: ReadMark[] = [];
  readonly refusals: RefusedSend[] = [];
  private readonly phonesByNumber = new Map<string, Phone>();
  private readonly phonesByUser = new Map<string, Phone>();
  private readonly preferences = new Map<string, Preference>();

  get messages() {
    return this.chats.messages;
  }

  apply(fact: WhatsAppFact): void {
    switch (fact.type) {
      case 'account-registered':
        this.accounts.set(fact.account.phoneNumberId, fact.account);
        break;
      case 'phone-registered':
        this.keepPhone(fact.phone);
        break;
      case 'number-changed':
        this.changeNumber(fact.from, fact.phone);
        break;
      case 'preference-set':
        this.preferences.set(pair(fact.phoneNumberId, fact.waId), fact.marketing);
        break;
      case 'template-created':
        this.templates.push(fact.template);
        break;
      case 'template-reviewed':
        this.replaceTemplates((one) =>
          one.id === fact.id ? { ...one, status: fact.status, ...(fact.reason ? { reason: fact.reason } : {}) } : one,
        );
        break;
      case 'template-deleted':
        this.replaceTemplates((one) =>
          one.businessAccountId === fact.businessAccountId && one.name === fact.name ? undefined : one,
        );
        break;
      case 'message-recorded':
        this.chats.keep(fact.message);
        break;
      case 'status-reached':
        this.chats.reach(fact.wamid, fact.status, fact.at);
        break;
      case 'read-marked':
        this.reads.push(fact.read);
        break;
      case 'send-refused':
        this.refusals.push(fact.refused);
        break;
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

  hasStoppedMarketing(phoneNumberId: string, waId: string): boolean {
    return this.preferences.get(pair(phoneNumberId, waId)) === 'stop';
  }

  templatesOf(businessAccountId: string): Template[] {
    return this.templates.filter((one) => one.businessAccountId === businessAccountId);
  }

  private keepPhone(phone: Phone): void {
    this.phones.set(phone.waId, phone);
    this.phonesByNumber.set(phone.phone, phone);
    this.phonesByUser.set(phone.userId, phone);
  }

  /** The old number and the old user id lead nowhere from now on: somebody else may get the number. */
  private changeNumber(from: string, phone: Phone): void {
    const old = this.phones.get(from);
    if (old) {
      this.phones.delete(from);
      this.phonesByNumber.delete(old.phone);
      this.phonesByUser.delete(old.userId);
    }
    for (const { phoneNumberId } of this.chats.of(from)) {
      const wish = this.preferences.get(pair(phoneNumberId, from));
      if (wish) this.preferences.set(pair(phoneNumberId, phone.waId), wish);
      this.preferences.delete(pair(phoneNumberId, from));
    }
    this.chats.move(from, phone.waId);
    this.keepPhone(phone);
  }

  private replaceTemplates(change: (template: Template) => Template | undefined): void {
    const kept = this.templates.flatMap((template) => change(template) ?? []);
    this.templates.splice(0, this.templates.length, ...kept);
  }
}
