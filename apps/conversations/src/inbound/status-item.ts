import type { EventMeta, Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { classifyWhatsAppFault, type ProviderError, type WhatsAppFault } from '#providers';
import { finalWords } from '../outbound/final-words.js';
import { type Priced, pricedIn } from '../usage/pricing.js';
import { idAt, listAt, textAt } from './raw.js';
import { instantOf } from './whatsapp-item.js';

/** What WhatsApp tells of one of our messages. */
export interface StatusItem {
  sellerId: string;
  phoneNumberId: string;
  wamid: string;
  status: string;
  /** Our message id, as WhatsApp gives it back; only one of the two may be known to us. */
  messageId?: string;
  code?: string;
  explanation?: string;
  /** The refusal, which may mean more than this message. */
  refusal?: ProviderError;
  price?: Priced;
  at: Date;
  cause?: EventMeta;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @returns undefined when it names no message or no status */
export function readStatus({ event, meta }: Received<WhatsAppUpdateReceivedV1>, sellerId: string): StatusItem | undefined {
  const { item, phoneNumberId, receivedAt } = event;
  const [wamid, status] = [idAt(item, 'id'), idAt(item, 'status')];
  if (!wamid || !status) return undefined;
  const callback = textAt(item, 'biz_opaque_callback_data');
  const fault = listAt(item, 'errors')[0];
  const refused = typeof fault?.['code'] === 'number' ? classifyWhatsAppFault(fault as unknown as WhatsAppFault) : undefined;
  const price = pricedIn(item);
  return {
    sellerId,
    phoneNumberId,
    wamid,
    status,
    ...(callback && UUID.test(callback) ? { messageId: callback } : {}),
    ...(refused ? { code: refused.code, explanation: finalWords(refused), refusal: refused } : {}),
    ...(price ? { price } : {}),
    at: instantOf(textAt(item, 'timestamp')) ?? new Date(receivedAt),
    cause: meta,
  };
}
