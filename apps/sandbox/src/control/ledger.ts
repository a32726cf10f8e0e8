import type { SandboxState } from '../state/sandbox-state.js';
import type { Message } from '../whatsapp/whatsapp.js';
import { messageView } from './message-view.js';
import { sentMailsOf } from './views.js';

/**
 * How much was accepted, refused and posted, in all and by business number: what tests count by. `repeatedCallbackData` is the number
 * of callback data that were accepted more than once: the same message sent twice.
 */
export function countsOf(state: SandboxState): Record<string, unknown> {
  const { whatsapp } = state;
  const messages = [...whatsapp.messages.values()];
  const sends = messages.filter(isSend);
  const dispatches = state.dispatches.all();
  const pending = state.dispatches.pending().length;
  const abandoned = dispatches.filter((one) => one.abandonedAt !== undefined).length;
  return {
    counts: {
      sends: sends.length,
      strangers: sends.filter((send) => send.stranger).length,
      repeatedCallbackData: repeated(sends),
      refused: whatsapp.refusals.length,
      inbound: messages.filter(isInbound).length,
      echoes: messages.filter((message) => message.echo).length,
      reads: whatsapp.reads.length,
      callbacks: dispatches.length,
      posts: new Set(dispatches.flatMap((one) => one.tries.map((attempt) => attempt.post))).size,
      delivered: dispatches.length - pending - abandoned,
      pending,
      abandoned,
      gemini: state.gemini.calls.length,
    },
    accounts: Object.fromEntries([...whatsapp.accounts.keys()].map((id) => [id, accountCounts(state, id, messages)])),
  };
}

/** The counts, and everything they count. */
export function ledgerOf(state: SandboxState): Record<string, unknown> {
  const { whatsapp } = state;
  const messages = [...whatsapp.messages.values()];
  const whole = (message: Message) => ({ ...messageView(state, message), content: message.content });
  const dispatches = state.dispatches.all();
  const callbacks = (channel: string) =>
    dispatches.filter((one) => one.channel === channel).map(({ body: _body, ...view }) => view);
  return {
    ...countsOf(state),
    sends: messages.filter(isSend).map((send) => ({ stranger: send.stranger ?? false, price: send.price, ...whole(send) })),
    refusals: whatsapp.refusals,
    inbound: messages.filter(isInbound).map(whole),
    echoes: messages.filter((message) => message.echo).map(whole),
    reads: whatsapp.reads,
    media: [...whatsapp.media.values()],
    templates: whatsapp.templates,
    webhooks: callbacks('whatsapp'),
    pushes: callbacks('gmail'),
    mails: [...state.mail.boxes.values()].flatMap((box) => sentMailsOf(box).map((mail) => ({ email: box.email, ...mail }))),
    gemini: state.gemini.calls,
  };
}

const isInbound = (message: Message) => message.direction === 'inbound';
const isSend = (message: Message) => message.direction === 'outbound' && !message.echo;

function repeated(sends: readonly Message[]): number {
  const data = sends.flatMap((send) => send.callbackData ?? []);
  return data.length - new Set(data).size;
}

/** What one business number sent and was sent; `prices` counts its sends by Meta's price type. */
function accountCounts(state: SandboxState, phoneNumberId: string, all: readonly Message[]): Record<string, unknown> {
  const messages = all.filter((message) => message.phoneNumberId === phoneNumberId);
  const sends = messages.filter(isSend);
  const statuses: Record<string, number> = {};
  for (const send of sends) for (const status of Object.keys(send.statuses)) statuses[status] = (statuses[status] ?? 0) + 1;
  const prices: Record<string, number> = {};
  for (const { price } of sends) if (price) prices[price.type] = (prices[price.type] ?? 0) + 1;
  return {
    sends: sends.length,
    repeatedCallbackData: repeated(sends),
    refused: state.whatsapp.refusals.filter((refused) => refused.phoneNumberId === phoneNumberId).length,
    inbound: messages.filter(isInbound).length,
    echoes: messages.filter((message) => message.echo).length,
    reads: state.whatsapp.reads.filter((read) => read.phoneNumberId === phoneNumberId).length,
    statuses,
    prices,
  };
}
