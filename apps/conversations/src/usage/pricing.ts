import { objectAt, type Raw, textAt } from '../inbound/raw.js';
import { instantOf } from '../inbound/whatsapp-item.js';

/** What WhatsApp says of the price of a message, in a status. */
export interface Priced {
  /** `marketing`, `utility`, `service` … */
  category: string;
  /** `regular`, `free_customer_service` (within 24 hours of the customer's word), `free_entry_point` (within 72 hours of an ad). */
  tariff?: string;
  /** To be removed by Meta: only asked where there is no tariff. */
  billable?: boolean;
  /** End of the free window that an ad opened. */
  freeUntil?: Date;
}

/** Reads the price out of a status; undefined where it names none. */
export function pricedIn(item: Raw): Priced | undefined {
  const pricing = objectAt(item, 'pricing');
  const category = textAt(pricing, 'category');
  if (!category) return undefined;
  const tariff = textAt(pricing, 'type');
  const freeUntil = instantOf(textAt(objectAt(item, 'conversation'), 'expiration_timestamp'));
  return {
    category: category.slice(0, 60),
    ...(tariff ? { tariff: tariff.slice(0, 60) } : {}),
    ...(typeof pricing['billable'] === 'boolean' ? { billable: pricing['billable'] } : {}),
    ...(freeUntil ? { freeUntil } : {}),
  };
}
