import type { Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import type { WhatsAppFault } from '#providers';

/** A status of WhatsApp's about a message we sent. */
export interface StatusItem {
  wamid: string;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  /** What we gave when sending, echoed: a notice's id when the message is one of ours. */
  callbackData?: string;
  fault?: WhatsAppFault;
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
  const { id, status, biz_opaque_callback_data: callbackData, errors } = event.item as Record<string, unknown>;
  const known = typeof status === 'string' ? STATUSES[status] : undefined;
  if (typeof id !== 'string' || !known) return undefined;
  const fault = Array.isArray(errors) ? (errors[0] as WhatsAppFault | undefined) : undefined;
  return {
    wamid: id,
    status: known,
    ...(typeof callbackData === 'string' ? { callbackData } : {}),
    ...(fault && typeof fault.code === 'number' ? { fault } : {}),
  };
}
