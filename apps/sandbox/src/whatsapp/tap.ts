import type { Choice, Content, Message } from './whatsapp.js';
import type { WhatsAppBook } from './whatsapp-book.js';

/** What a tap on a button or list row sends; undefined when the phone shows no such choice. */
export function tapContent(
  book: WhatsAppBook,
  chat: { readonly phoneNumberId: string; readonly waId: string; readonly businessPhone: string },
  tap: { readonly id: string; readonly messageId?: string },
): Content | undefined {
  const messages = book.chats.get(chat.phoneNumberId, chat.waId)?.messages ?? [];
  for (const message of messages.toReversed()) {
    if (message.direction !== 'outbound' || (tap.messageId !== undefined && message.wamid !== tap.messageId)) continue;
    const choice = message.bubble.choices.find((one) => one.id === tap.id && one.kind !== 'link');
    if (choice) return replyTo(message, choice, chat.businessPhone);
  }
  return undefined;
}

/** Buttons of an interactive message and of a template come back as two different types. */
function replyTo(message: Message, choice: Choice, from: string): Content {
  const context = { from, id: message.wamid };
  if (choice.kind === 'quick_reply') return { type: 'button', context, button: { payload: choice.id, text: choice.title } };
  const { id, title, description } = choice;
  if (choice.kind === 'reply')
    return { type: 'interactive', context, interactive: { type: 'button_reply', button_reply: { id, title } } };
  const row = { id, title, ...(description === undefined ? {} : { description }) };
  return { type: 'interactive', context, interactive: { type: 'list_reply', list_reply: row } };
}
