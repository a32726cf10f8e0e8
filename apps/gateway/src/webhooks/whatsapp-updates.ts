import { createHash, randomUUID } from 'node:crypto';
import type { WhatsAppUpdateReceivedV1 } from '#contracts';
import { cleanJson, cleanText } from './clean-json.js';

type Json = Record<string, unknown>;
export type UpdateKind = WhatsAppUpdateReceivedV1['kind'];

/** One item of a WhatsApp webhook. */
export interface WhatsAppUpdate {
  kind: UpdateKind;
  field: string;
  /** Empty when the item concerns the whole account. */
  phoneNumberId: string;
  businessAccountId: string;
  item: Json;
  contact?: Json;
  /** The same for every delivery of this item. */
  dedupeKey: string;
}

/** Lists of a change's value that hold items of their own. */
const LISTS: Record<string, UpdateKind> = {
  messages: 'message',
  statuses: 'status',
  message_echoes: 'echo',
  user_preferences: 'preference',
  errors: 'error',
};

/**
 * Takes a webhook's body apart: every message, status, echo, preference and error of every change of every entry, on its own. What has another form is kept
 * whole as kind `other`; nothing is dropped and nothing thrown, so that one odd item never costs the rest.
 */
export function updatesOf(body: unknown): WhatsAppUpdate[] {
  const entries = object(body)?.entry;
  if (!Array.isArray(entries) || entries.length === 0) return [update('other', 'unreadable', '', '', body)];
  return entries.flatMap((entry) => updatesOfEntry(entry));
}

function updatesOfEntry(entry: unknown): WhatsAppUpdate[] {
  const account = identity(object(entry)?.id);
  const changes = object(entry)?.changes;
  if (!Array.isArray(changes) || changes.length === 0) return [update('other', 'entry', '', account, entry)];
  return changes.flatMap((change) => updatesOfChange(change, account));
}

function updatesOfChange(change: unknown, account: string): WhatsAppUpdate[] {
  const [value, field] = [object(object(change)?.value), identity(object(change)?.field) || 'unknown'];
  if (!value) return [update('other', field, '', account, change)];
  const phoneNumberId = identity(object(value.metadata)?.phone_number_id);
  const lists = Object.entries(LISTS).filter(([name]) => Array.isArray(value[name]) && (value[name] as unknown[]).length > 0);
  if (lists.length === 0) return [update('other', field, phoneNumberId, account, value)];
  return lists.flatMap(([name, kind]) => {
    const items = value[name] as unknown[];
    const alone = new Set(items.map((item) => namesOf(object(item) ?? {}).join('|'))).size === 1;
    return items.map((item) => {
      const shaped = object(item);
      const contact = shaped && contactOf(shaped, value.contacts, alone);
      return update(shaped ? kind : 'other', field, phoneNumberId, account, item, contact);
    });
  });
}

function update(
  kind: UpdateKind,
  field: string,
  phoneNumberId: string,
  businessAccountId: string,
  raw: unknown,
  contact?: Json,
): WhatsAppUpdate {
  const about = { field: field.slice(0, 100), phoneNumberId, businessAccountId };
  try {
    const item = cleanJson(object(raw) ?? { value: raw ?? null }) as Json;
    const kept = contact && (cleanJson(contact) as Json);
    return { kind, ...about, item, ...(kept ? { contact: kept } : {}), dedupeKey: dedupeKey(kind, about, item) };
  } catch (error) {
    const item = { unreadable: (error as Error).message };
    return { kind: 'other', ...about, item, dedupeKey: `other|${randomUUID()}` };
  }
}

/**
 * What makes an item itself. WhatsApp does not say that a wamid is unique over numbers, so the number is part of it; a status is one step of a message. Items without
 * an identity of their own are known by their whole content.
 */
function dedupeKey(kind: UpdateKind, about: { field: string; phoneNumberId: string; businessAccountId: string }, item: Json) {
  const { phoneNumberId } = about;
  const id = identity(item.id);
  const parts =
    (kind === 'message' || kind === 'echo') && id
      ? [phoneNumberId, id]
      : kind === 'status' && id
        ? [phoneNumberId, id, identity(item.status), identity(item.timestamp)]
        : [phoneNumberId, about.businessAccountId, about.field, digest(item)];
  const key = [kind, ...parts].join('|');
  // An index entry must stay small, whatever somebody puts into an id.
  return key.length <= 500 ? key : `${kind}|${digest(key)}`;
}

/**
 * The contact entry that belongs to an item: the one with its number or user id. WhatsApp may write one number in two ways, so a contact that is alone belongs to
 * the items of one person, however he is named there; where they are of several, it is nobody's but his whom it names.
 */
function contactOf(item: Json, contacts: unknown, onePerson: boolean): Json | undefined {
  const known = Array.isArray(contacts) ? contacts.map(object).filter((c) => c !== undefined) : [];
  const ids = namesOf(item);
  const match = known.find((c) => [c.wa_id, c.user_id].map(identity).some((id) => id !== '' && ids.includes(id)));
  return match ?? (known.length === 1 && onePerson ? known[0] : undefined);
}

/** Whatever an item calls the person it is of or about. */
const namesOf = (item: Json): string[] =>
  [item.from, item.to, item.recipient_id, item.wa_id, item.from_user_id, item.recipient_user_id, item.user_id].map(identity);

const object = (value: unknown): Json | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : undefined;

/** An id or word of WhatsApp's as text; empty when it is none. */
const identity = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)).slice(0, 500) : '';

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
