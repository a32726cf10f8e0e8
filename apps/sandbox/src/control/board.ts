import type { SandboxState } from '../state/sandbox-state.js';
import type { ReadReceipt } from '../whatsapp/read-receipt.js';
import type { Phone } from '../whatsapp/whatsapp.js';
import { messageView } from './views.js';

const PHONES = 3;
const MESSAGES = 80;
/** The people of the story come first, in the order the story meets them. */
const STORY = ['Aminata', 'Kouadio', 'Mamadou'];

/** What the page shows: up to three phones with each chat's last messages, the business numbers one may write to, the mailboxes. */
export function boardOf(state: SandboxState, receipts: ReadReceipt, waIds: readonly string[] | undefined): unknown {
  const accounts = [...state.whatsapp.accounts.values()].map(({ phoneNumberId, name, phone }) => ({
    phoneNumberId,
    name,
    phone,
  }));
  const people = [...state.whatsapp.phones.values()].filter((phone) => phone.shown);
  const phones = waIds ? people.filter((phone) => waIds.includes(phone.waId)) : people.sort(byStory).slice(0, PHONES);
  return {
    accounts,
    phones: phones.map((phone) => ({
      waId: phone.waId,
      phone: phone.phone,
      name: phone.name,
      chats: chatsOf(state, receipts, phone),
    })),
    mailboxes: [...state.mail.boxes.values()].map((box) => ({
      email: box.email,
      mails: box.mails.size,
      watched: box.watch !== undefined,
    })),
  };
}

function chatsOf(state: SandboxState, receipts: ReadReceipt, phone: Phone): unknown[] {
  return state.whatsapp.chatsOf(phone.waId).map(({ phoneNumberId, messages }) => ({
    phoneNumberId,
    typing: receipts.isTyping(phoneNumberId, phone.waId),
    messages: messages.slice(-MESSAGES).map(messageView),
  }));
}

function byStory(a: Phone, b: Phone): number {
  const rank = (phone: Phone) => {
    const index = STORY.findIndex((name) => phone.name.includes(name));
    return index < 0 ? STORY.length : index;
  };
  return rank(a) - rank(b);
}
