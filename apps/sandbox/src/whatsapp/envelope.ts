import { GraphError } from './graph-error.js';
import type { Account, Message, Phone, Preference, Status, Template } from './whatsapp.js';

/** Unix seconds as Meta writes them: a text. */
const seconds = (at: number) => String(Math.floor(at / 1000));

/** One change of one WhatsApp Business Account, as every webhook carries it. `time` only where Meta puts one. */
export function envelope(businessAccountId: string, field: string, value: unknown, time?: number): unknown {
  const entry = { id: businessAccountId, ...(time === undefined ? {} : { time: Math.floor(time / 1000) }) };
  return { object: 'whatsapp_business_account', entry: [{ ...entry, changes: [{ field, value }] }] };
}

export function head(account: Account): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: account.phone, phone_number_id: account.phoneNumberId },
  };
}

/** Somebody who goes by a username is named by it; his WhatsApp id is his number, so it stays out. */
function contact(phone: Phone): Record<string, unknown> {
  const username = phone.username === undefined ? {} : { username: phone.username };
  return { profile: { name: phone.name, ...username }, ...waId(phone), user_id: phone.userId };
}

const waId = (phone: Phone) => (phone.hidden ? {} : { wa_id: phone.waId });

/** A person's message to the business. */
export function messageWebhook(account: Account, phone: Phone, message: Message): unknown {
  const { type, ...payload } = message.content;
  const inbound = {
    ...(phone.hidden ? {} : { from: phone.waId }),
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
 * @param failure the code of a `failed` status, when it is not the message's own refusal
 */
export function statusWebhook(
  account: Account,
  phone: Phone | undefined,
  message: Message,
  status: Status,
  at: number,
  failure?: number,
): unknown {
  const echo = message.callbackData === undefined ? {} : { biz_opaque_callback_data: message.callbackData };
  const recipient = message.byUserId && phone?.hidden ? {} : { recipient_id: message.waId };
  const common = { id: message.wamid, status, timestamp: seconds(at), ...recipient };
  if (status === 'failed') {
    const errors = [new GraphError(failure ?? message.refusal ?? 131000).asStatusError()];
    const user = message.byUserId && phone ? { recipient_user_id: phone.userId } : {};
    return envelope(account.businessAccountId, 'messages', {
      ...head(account),
      statuses: [{ ...common, ...user, ...echo, errors }],
    });
  }
  const priced = status === 'sent' || status === 'delivered' || (status === 'read' && message.statuses.delivered === undefined);
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
  if (!message.conversation) return { pricing };
  const { id, expiresAt } = message.conversation;
  const expiry = status === 'sent' ? { expiration_timestamp: seconds(expiresAt) } : {};
  return { conversation: { id, ...expiry, origin: { type: 'referral_conversion' } }, pricing };
}

/** What the seller wrote in his own WhatsApp Business app. */
export function echoWebhook(account: Account, message: Message): unknown {
  const { type, ...payload } = message.content;
  const said = { from: account.phone, to: message.waId, id: message.wamid, timestamp: seconds(message.at), type, ...payload };
  return envelope(account.businessAccountId, 'smb_message_echoes', { ...head(account), message_echoes: [said] });
}

/** Somebody does not want a business's marketing any more, or wants it again. The moment is a number here, not a text. */
export function preferenceWebhook(account: Account, phone: Phone, value: Preference, at: number): unknown {
  const wish = {
    ...waId(phone),
    user_id: phone.userId,
    detail: `User requested to ${value} marketing messages`,
    category: 'marketing_messages',
    value,
    timestamp: Math.floor(at / 1000),
  };
  const contacts = [{ ...waId(phone), user_id: phone.userId }];
  return envelope(account.businessAccountId, 'user_preferences', { ...head(account), contacts, user_preferences: [wish] });
}

/** Somebody's business-scoped id is another one from now on. */
export function userIdWebhook(account: Account, phone: Phone, previous: string, at: number): unknown {
  const update = {
    ...waId(phone),
    detail: `User id for ${phone.name} has been updated.`,
    user_id: { previous, current: phone.userId },
    timestamp: seconds(at),
  };
  const contacts = [{ profile: { name: phone.name }, ...waId(phone) }];
  return envelope(account.businessAccountId, 'user_id_update', { ...head(account), contacts, user_id_update: [update] });
}

/** A template was approved, rejected, paused… */
export function templateWebhook(template: Template, event: string, reason: string | null, at: number): unknown {
  const value = {
    event,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
    reason,
    message_template_category: template.category,
  };
  return envelope(template.businessAccountId, 'message_template_status_update', value, at);
}
