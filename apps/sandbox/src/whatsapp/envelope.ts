import { createHash } from 'node:crypto';
import { GraphError } from './graph-error.js';
import type { Account, Message, Phone, Status } from './whatsapp.js';

const HOUR = 3_600_000;

const seconds = (at: number) => String(Math.floor(at / 1000));

/** One change of one WhatsApp Business Account, as every webhook carries it. `time` only where Meta puts one. */
export function envelope(businessAccountId: string, field: string, value: unknown, time?: number): unknown {
  const entry = { id: businessAccountId, ...(time === undefined ? {} : { time: Math.floor(time / 1000) }) };
  return { object: 'whatsapp_business_account', entry: [{ ...entry, changes: [{ field, value }] }] };
}

function head(account: Account): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: account.phone, phone_number_id: account.phoneNumberId },
  };
}

const contact = (phone: Phone) => ({ profile: { name: phone.name }, wa_id: phone.waId, user_id: phone.userId });

/** A person's message to the business. */
export function messageWebhook(account: Account, phone: Phone, message: Message): unknown {
  const { type, ...payload } = message.content;
  const inbound = {
    from: phone.waId,
    from_user_id: phone.userId,
    id: message.wamid,
    timestamp: seconds(message.at),
    type,
    ...payload,
  };
  // System messages tell of the person, not from him: Meta sends them without contacts.
  const contacts = type === 'system' ? {} : { contacts: [contact(phone)] };
  return envelope(account.businessAccountId, 'messages', { ...head(account), ...contacts, messages: [inbound] });
}

/**
 * What became of a message the business sent. Prices come with `sent` and one of delivered or read; a `failed` status
 * names nobody, only the message.
 */
export function statusWebhook(account: Account, phone: Phone | undefined, message: Message, status: Status, at: number): unknown {
  const echo = message.callbackData === undefined ? {} : { biz_opaque_callback_data: message.callbackData };
  const common = { id: message.wamid, status, timestamp: seconds(at), recipient_id: message.waId };
  if (status === 'failed') {
    const errors = [new GraphError(message.refusal ?? 131000).asStatusError()];
    return envelope(account.businessAccountId, 'messages', { ...head(account), statuses: [{ ...common, ...echo, errors }] });
  }
  const priced = status === 'sent' || status === 'delivered' || message.statuses.delivered === undefined;
  const update = {
    ...common,
    ...(phone ? { recipient_user_id: phone.userId } : {}),
    ...echo,
    ...(priced ? pricing(message, status) : {}),
  };
  const contacts = phone ? { contacts: [contact(phone)] } : {};
  return envelope(account.businessAccountId, 'messages', { ...head(account), ...contacts, statuses: [update] });
}

/** Meta's `pricing`, and `conversation` where it still exists: inside the free window an ad opens. */
function pricing(message: Message, status: Status): Record<string, unknown> {
  if (!message.price) return {};
  const { billable, type, category } = message.price;
  const pricing = { billable, pricing_model: 'PMP', type, category };
  if (type !== 'free_entry_point') return { pricing };
  const expiry = status === 'sent' ? { expiration_timestamp: seconds(message.at + 72 * HOUR) } : {};
  const id = createHash('md5').update(`${message.phoneNumberId} ${message.waId}`).digest('hex');
  return { conversation: { id, ...expiry, origin: { type: 'referral_conversion' } }, pricing };
}
