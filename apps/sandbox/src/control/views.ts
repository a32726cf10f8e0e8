import type { Mailbox } from '../gmail/mail.js';
import { headerOf } from '../gmail/raw-message.js';
import type { SandboxState } from '../state/sandbox-state.js';
import type { Message } from '../whatsapp/whatsapp.js';

/** All messages on one phone, oldest first, whichever number they were exchanged with. */
export function threadOf(state: SandboxState, waId: string, phoneNumberId: string | undefined): Message[] {
  const chats = state.whatsapp.chats
    .of(waId)
    .filter((chat) => phoneNumberId === undefined || chat.phoneNumberId === phoneNumberId);
  return chats.flatMap((chat) => chat.messages).sort((a, b) => a.at - b.at);
}

/** A message a mailbox sent, and what of it a test asks for. `copies` is how many messages left with this Message-ID: more than one is a double. */
export function sentMailsOf(box: Mailbox): Record<string, unknown>[] {
  const sent = [...box.mails.values()].filter((mail) => mail.labelIds.includes('SENT'));
  return sent.map((mail) => {
    const messageId = headerOf(mail, 'x-fluxasync-message-id') ?? headerOf(mail, 'message-id');
    return {
      id: mail.id,
      threadId: mail.threadId,
      at: mail.internalDate,
      messageId,
      copies: sent.filter((other) => (headerOf(other, 'x-fluxasync-message-id') ?? headerOf(other, 'message-id')) === messageId)
        .length,
      headers: mail.headers,
      text: mail.text,
    };
  });
}
