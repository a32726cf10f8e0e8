import type { EventMeta, Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { e164Of } from './phone.js';
import { idAt, objectAt, type Raw, textAt } from './raw.js';
import { type Reading, read } from './readable.js';
import { type Sequel, sequelOf } from './sequel.js';

/** What WhatsApp may call one person, best proof first; any may be missing, never all. */
export interface Names {
  bsuid?: string;
  waId?: string;
  e164?: string;
}

/** How a person came to the seller. */
export interface Origin {
  /** `pub_facebook`, `pub_instagram` or `direct`. */
  source: string;
  adId?: string;
  adHeadline?: string;
  adUrl?: string;
  ctwaClid?: string;
}

/** An inbound message or an echo, read from WhatsApp's item. */
export interface InboundItem extends Reading {
  sellerId: string;
  phoneNumberId: string;
  wamid: string;
  names: Names;
  /** What WhatsApp calls the person from now on, when the message announces a new number. */
  renamed?: Names;
  profileName?: string;
  origin: Origin;
  /** Set when it is about an earlier message instead of being one. */
  sequel?: Sequel;
  /** WhatsApp's id of the message it quotes. */
  quotes?: string;
  /** The seller's reference of the article it was written from (« envoyer un message au sujet de cet article »). */
  aboutReference?: string;
  sentAt: Date;
  raw: Raw;
  cause: EventMeta;
}

/** Reads a customer's message. @returns undefined when it has no id or nobody sent it: nothing can be done with it but keep it */
export function readMessage({ event, meta }: Received<WhatsAppUpdateReceivedV1>, sellerId: string): InboundItem | undefined {
  const { item, contact } = event;
  return readItem(event, meta, sellerId, {
    bsuid: idAt(item, 'from_user_id') ?? bsuidAt(item, 'from') ?? idAt(contact, 'user_id'),
    waId: waIdAt(item, 'from') ?? waIdAt(contact, 'wa_id'),
  });
}

/** Reads what the seller wrote on his own phone: the person is the one it went to. */
export function readEcho({ event, meta }: Received<WhatsAppUpdateReceivedV1>, sellerId: string): InboundItem | undefined {
  const { item, contact } = event;
  return readItem(event, meta, sellerId, {
    bsuid: idAt(item, 'to_user_id') ?? bsuidAt(item, 'to') ?? idAt(contact, 'user_id'),
    waId: waIdAt(item, 'to') ?? waIdAt(contact, 'wa_id'),
  });
}

/** Reads whom an update without a message is about: a preference, a new user id. @returns undefined when it names nobody */
export function readPerson(
  event: WhatsAppUpdateReceivedV1,
  meta: EventMeta,
  sellerId: string,
  person: Raw,
): InboundItem | undefined {
  const names = { bsuid: idAt(person, 'user_id'), waId: waIdAt(person, 'wa_id') };
  return readItem({ ...event, item: { id: 'personne', type: 'personne' } }, meta, sellerId, names);
}

function readItem(event: WhatsAppUpdateReceivedV1, meta: EventMeta, sellerId: string, names: Names): InboundItem | undefined {
  const wamid = idAt(event.item, 'id');
  const e164 = e164Of(names.waId);
  if (!wamid || (!names.bsuid && !names.waId)) return undefined;
  const context = objectAt(event.item, 'context');
  return {
    ...read(event.item),
    sequel: sequelOf(event.item),
    quotes: idAt(context, 'id'),
    aboutReference: textAt(objectAt(context, 'referred_product'), 'product_retailer_id'),
    ...(textAt(event.item, 'group_id') ? { asks: false } : {}),
    sellerId,
    phoneNumberId: event.phoneNumberId,
    wamid,
    names: { ...names, ...(e164 ? { e164 } : {}) },
    ...renamed(event.item),
    profileName: profileName(textAt(objectAt(event.contact, 'profile'), 'name')),
    origin: originOf(objectAt(event.item, 'referral')),
    sentAt: sentAt(textAt(event.item, 'timestamp'), new Date(event.receivedAt)),
    raw: event.item,
    cause: meta,
  };
}

/** « … changed from … to … »: WhatsApp's own word is proof that both are one person. */
function renamed(item: Raw): { renamed?: Names } {
  const system = objectAt(item, 'system');
  const [waId, bsuid] = [waIdAt(system, 'wa_id'), idAt(system, 'user_id')];
  if (textAt(item, 'type') !== 'system' || (!waId && !bsuid)) return {};
  const e164 = e164Of(waId);
  return { renamed: { ...(waId ? { waId } : {}), ...(bsuid ? { bsuid } : {}), ...(e164 ? { e164 } : {}) } };
}

/** WhatsApp's ids come without a +; one that has it is the same id. What has no digits alone is none: nobody could be written to there. */
export function waIdAt(raw: Raw | undefined, key: string): string | undefined {
  const waId = textAt(raw, key)?.replace(/^\+/, '');
  return waId && /^\d{5,20}$/.test(waId) ? waId : undefined;
}

/** A user id where WhatsApp usually puts a number: of somebody who hides his. */
function bsuidAt(raw: Raw, key: string): string | undefined {
  const id = idAt(raw, key);
  return id && /^[A-Z]{2}\.[A-Za-z0-9.]+$/.test(id) ? id : undefined;
}

/** WhatsApp's seconds since 1970, as text. */
export function instantOf(seconds: string | undefined): Date | undefined {
  return seconds && /^\d{9,11}$/.test(seconds) ? new Date(Number(seconds) * 1_000) : undefined;
}

/** WhatsApp's clock may be a little ahead of ours; a message of next year would stay on top for ever and keep its 24 hours open. */
const MOST_AHEAD_MS = 10 * 60_000;

function sentAt(timestamp: string | undefined, receivedAt: Date): Date {
  const said = instantOf(timestamp);
  return said && said.getTime() <= receivedAt.getTime() + MOST_AHEAD_MS ? said : receivedAt;
}

/** A profile name without direction marks, zero-width and control characters, which some people use to hide or to break a page. */
function profileName(name: string | undefined): string | undefined {
  const clean = name
    ?.replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return clean ? [...clean].slice(0, 100).join('') : undefined;
}

function originOf(referral: Raw): Origin {
  if (Object.keys(referral).length === 0) return { source: 'direct' };
  const adUrl = textAt(referral, 'source_url')?.slice(0, 2_000);
  return {
    source: /instagram|\big\.me\b/i.test(adUrl ?? '') ? 'pub_instagram' : 'pub_facebook',
    adId: textAt(referral, 'source_id')?.slice(0, 200),
    adHeadline: textAt(referral, 'headline')?.slice(0, 300),
    adUrl,
    ctwaClid: textAt(referral, 'ctwa_clid')?.slice(0, 500),
  };
}
