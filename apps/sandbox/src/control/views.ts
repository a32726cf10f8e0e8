import type { Mailbox } from '../gmail/mail.js';
import { headerOf } from '../gmail/raw-message.js';
import type { SandboxState } from '../state/sandbox-state.js';
import type { Message } from '../whatsapp/whatsapp.js';

/** A message as the phone shows it. `tick` is the last status reached. */
export function messageView(message: Message): Record<string, unknown> {
  const { wamid, direction, phoneNumberId, at, content, bubble, statuses, contextId, callbackData } = message;
  const tick = (['failed', 'read', 'delivered', 'sent'] as const).find((status) => statuses[status] !== undefined) ?? 'accepted';
  return {
    wamid,
    direction,
    phoneNumberId,
    at,
    type: content.type,
    ...bubble,
    tick,
    statuses,
    ...(contextId === undefined ? {} : { contextId }),
    ...(callbackData === undefined ? {} : { callbackData }),
  };
}

/** All messages on one phone, oldest first, whichever number they were exchanged with. */
export function threadOf(state: SandboxState, waId: string, phoneNumberId: string | undefined): Message[] {
  const chats = state.whatsapp
    .chatsOf(waId)
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

/**
 * Everything that was accepted and posted, and how often: what tests count by. `repeatedCallbackData` is the number of
 * callback data that were accepted more than once: the same message sent twice.
 */
export function ledgerOf(state: SandboxState): Record<string, unknown> {
  const messages = [...state.whatsapp.messages.values()];
  const sends = messages.filter((message) => message.direction === 'outbound');
  const data = sends.flatMap((send) => send.callbackData ?? []);
  const dispatches = state.dispatches.all();
  const callbacks = (channel: string) =>
    dispatches.filter((one) => one.channel === channel).map(({ body: _body, ...view }) => view);
  const pending = state.dispatches.pending().length;
  return {
    counts: {
      sends: sends.length,
      strangers: sends.filter((send) => send.stranger).length,
      repeatedCallbackData: data.length - new Set(data).size,
      inbound: messages.length - sends.length,
      callbacks: dispatches.length,
      delivered: dispatches.filter((one) => one.deliveredAt !== undefined).length,
      pending,
      abandoned: dispatches.filter((one) => one.abandonedAt !== undefined).length,
      gemini: state.gemini.calls.length,
    },
    sends: sends.map((send) => ({
      waId: send.waId,
      stranger: send.stranger ?? false,
      price: send.price,
      ...messageView(send),
      content: send.content,
    })),
    webhooks: callbacks('whatsapp'),
    pushes: callbacks('gmail'),
    mails: [...state.mail.boxes.values()].flatMap((box) => sentMailsOf(box).map((mail) => ({ email: box.email, ...mail }))),
    gemini: state.gemini.calls,
  };
}
