import type { Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import type { WhatsAppFault, WhatsAppPricing } from '#providers';

/** A status of WhatsApp's about a message we sent. */
export interface StatusItem {
  wamid: string;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  /** What we gave when sending, echoed: a notice's id when the message is one of ours. */
  callbackData?: string;
  fault?: WhatsAppFault;
  price?: WhatsAppPricing;
  /** When the recipient got it, of a status that says that he did. */
  arrivedAt?: Date;
}

const STATUSES: Record<string, StatusItem['status']> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

/** Reads a status as the webhook brought it; undefined for kinds we do not know. */
export function readStatus({ event }: Received<WhatsAppUpdateReceivedV1>): StatusItem | undefined {
  const {
    id,
    status,
    biz_opaque_callback_data: callbackData,
    errors,
    pricing,
    timestamp,
  } = event.item as Record<string, unknown>;
  const known = typeof status === 'string' ? STATUSES[status] : undefined;
  if (typeof id !== 'string' || !known) return undefined;
  const fault = Array.isArray(errors) ? (errors[0] as WhatsAppFault | undefined) : undefined;
  return {
    wamid: id,
    status: known,
    ...(typeof callbackData === 'string' ? { callbackData } : {}),
    ...(fault && typeof fault.code === 'number' ? { fault } : {}),
    ...pricedBy(pricing),
    ...(known === 'delivered' || known === 'read' ? { arrivedAt: instantOf(timestamp) ?? new Date(event.receivedAt) } : {}),
  };
}

function pricedBy(pricing: unknown): { price?: WhatsAppPricing } {
  const { category, type, billable } = (pricing ?? {}) as Record<string, unknown>;
  if (typeof category !== 'string' || category === '') return {};
  return {
    price: {
      category: category.slice(0, 60),
      ...(typeof type === 'string' && type !== '' ? { tariff: type.slice(0, 60) } : {}),
      ...(typeof billable === 'boolean' ? { billable } : {}),
    },
  };
}

/** Seconds since 1970, in digits; undefined for anything else. */
const instantOf = (timestamp: unknown): Date | undefined =>
  typeof timestamp === 'string' && /^\d{1,11}$/.test(timestamp) ? new Date(Number(timestamp) * 1_000) : undefined;
