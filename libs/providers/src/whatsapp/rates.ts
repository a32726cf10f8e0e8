/** Meta's market of Côte d'Ivoire (225), which has no rate of its own. */
export const WHATSAPP_MARKET = 'Rest of Africa';

/** Millionths of a US dollar for a delivered message of one category, from its first day on until the next row of that category. */
export interface WhatsAppRate {
  market: string;
  category: string;
  microUsd: number;
  /** First day, UTC: the first of a quarter. */
  from: string;
}

/**
 * Meta's rates since messages are paid for one by one. Sure: what answers a customer (`service`) and what an ad brought (`referral_conversion`) is free. Assumed, to be
 * compared with Meta's rate card: the amounts of the template categories. A new rate is a new row; a past message keeps its cost.
 */
export const WHATSAPP_RATES: readonly WhatsAppRate[] = Object.entries({
  marketing: 22_500,
  marketing_lite: 22_500,
  utility: 4_000,
  authentication: 4_000,
  'authentication-international': 4_000,
  service: 0,
  referral_conversion: 0,
}).map(([category, microUsd]) => ({ market: WHATSAPP_MARKET, category, microUsd, from: '2025-07-01' }));

/** How WhatsApp prices a message, as its statuses say. */
export interface WhatsAppPricing {
  category: string;
  /** `regular`, `free_customer_service`, `free_entry_point`; older statuses have none. */
  tariff?: string;
  /** Only asked where there is no tariff. */
  billable?: boolean;
}

/** What a message that arrived then cost, in FCFA at a rate of FCFA per USD; undefined for a category without a known rate. */
export function whatsAppCostFcfa(
  { category, tariff, billable }: WhatsAppPricing,
  at: Date,
  fcfaPerUsd: number,
): number | undefined {
  if (tariff ? tariff !== 'regular' : billable === false) return 0;
  const day = at.toISOString().slice(0, 10);
  const rate = WHATSAPP_RATES.filter((row) => row.market === WHATSAPP_MARKET && row.category === category && row.from <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .at(0);
  return rate && (rate.microUsd * fcfaPerUsd) / 1_000_000;
}
