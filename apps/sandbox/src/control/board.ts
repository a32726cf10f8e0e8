import type { SandboxState } from '../state/sandbox-state.js';
import type { Chat } from '../whatsapp/chat-book.js';
import type { ReadReceipt } from '../whatsapp/read-receipt.js';
import type { Account, Phone, Role } from '../whatsapp/whatsapp.js';
import { messageView } from './message-view.js';

/** More people than this are not played by hand. */
const PHONES = 12;
const MESSAGES = 80;
/** Customers shown on the phone that runs a shop: those who wrote last. */
const CUSTOMERS = 20;
/** The people of the story come first, in the order the story meets them. */
const STORY = ['Aminata', 'Kouadio', 'Mamadou'];
const ROLES: readonly Role[] = ['customer', 'seller', 'courier'];

/** What the page shows: the registered phones with each chat's last messages, the business numbers one may write to, the mailboxes. */
export function boardOf(state: SandboxState, receipts: ReadReceipt, waIds: readonly string[] | undefined): unknown {
  const accounts = [...state.whatsapp.accounts.values()].map(({ phoneNumberId, name, phone }) => ({
    phoneNumberId,
    name,
    phone,
  }));
  const people = [...state.whatsapp.phones.values()].filter((phone) => phone.shown);
  const phones = waIds
    ? people.filter((phone) => waIds.includes(phone.waId))
    : onStage(people, (phone) => lastWord(state, phone));
  return {
    accounts,
    phones: phones.map((phone, index) => {
      const role = roleOf(phone, index);
      return {
        waId: phone.waId,
        phone: phone.phone,
        name: phone.name,
        role,
        chats: chatsOf(state, receipts, phone),
        shops: shopsOf(state, phone, role).map((account) => shopView(state, account)),
      };
    }),
    mailboxes: [...state.mail.boxes.values()].map((box) => ({
      email: box.email,
      mails: box.mails.size,
      watched: box.watch !== undefined,
    })),
  };
}

/**
 * Who is shown where there are more people than the page has room for: the shops and the couriers, the customer of the story, then the customers who
 * wrote last; somebody who has not written yet was just given his telephone, and is shown. In the order of the story.
 * @param lastWordOf epoch milliseconds of the newest message of his chats; undefined: none
 */
export function onStage(people: readonly Phone[], lastWordOf: (phone: Phone) => number | undefined): Phone[] {
  const inOrder = people.toSorted(byStory);
  const first = inOrder.filter((phone) => isOfShop(phone) || phone.name.includes(STORY[0]!));
  const others = inOrder
    .filter((phone) => !first.includes(phone))
    .toSorted((a, b) => (lastWordOf(b) ?? Number.MAX_SAFE_INTEGER) - (lastWordOf(a) ?? Number.MAX_SAFE_INTEGER));
  const shown = new Set([...first, ...others].slice(0, PHONES));
  return inOrder.filter((phone) => shown.has(phone));
}

const isOfShop = ({ role, name }: Phone): boolean =>
  role ? role !== 'customer' : STORY.slice(1).some((known) => name.includes(known));

function lastWord({ whatsapp }: SandboxState, phone: Phone): number | undefined {
  const times = whatsapp.chats.of(phone.waId).flatMap((chat) => chat.messages.at(-1)?.at ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

function chatsOf(state: SandboxState, receipts: ReadReceipt, phone: Phone): unknown[] {
  return state.whatsapp.chats.of(phone.waId).map((chat) => ({
    phoneNumberId: chat.phoneNumberId,
    typing: receipts.isTyping(chat.phoneNumberId, phone.waId),
    messages: lastMessages(state, chat),
  }));
}

/** A business number as its owner sees it in the WhatsApp Business app: a chat with each customer. */
function shopView(state: SandboxState, account: Account): unknown {
  const latest = (chat: Chat) => chat.messages.at(-1)?.at ?? 0;
  const chats = state.whatsapp.chats.with(account.phoneNumberId).sort((a, b) => latest(b) - latest(a));
  return {
    phoneNumberId: account.phoneNumberId,
    name: account.name,
    chats: chats.slice(0, CUSTOMERS).map((chat) => ({
      waId: chat.waId,
      name: state.whatsapp.phones.get(chat.waId)?.name ?? `+${chat.waId}`,
      messages: lastMessages(state, chat),
    })),
  };
}

const lastMessages = (state: SandboxState, chat: Chat) =>
  chat.messages.slice(-MESSAGES).map((message) => messageView(state, message));

/** The shop a phone runs: the one it was registered with, else for a seller the one that bears his name. */
function shopsOf({ whatsapp }: SandboxState, phone: Phone, role: Role): Account[] {
  const accounts = [...whatsapp.accounts.values()];
  if (phone.shop !== undefined) return accounts.filter((account) => account.phoneNumberId === phone.shop);
  if (role !== 'seller') return [];
  const names = new Set(phone.name.split(/\s+/));
  return accounts.filter((account) => account.name.split(/\s+/).some((word) => names.has(word)));
}

function roleOf(phone: Phone, index: number): Role {
  const inStory = STORY.findIndex((name) => phone.name.includes(name));
  return phone.role ?? ROLES[inStory < 0 ? index : inStory] ?? 'customer';
}

function byStory(a: Phone, b: Phone): number {
  const rank = (phone: Phone) => {
    if (phone.role) return ROLES.indexOf(phone.role);
    const index = STORY.findIndex((name) => phone.name.includes(name));
    return index < 0 ? STORY.length : index;
  };
  return rank(a) - rank(b);
}
