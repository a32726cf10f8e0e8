import type { PaymentMethod } from '#contracts';

/** Ways of paying as `mode_paiement` stores them. */
export const STORED_METHOD: Record<PaymentMethod, string> = {
  cash: 'especes',
  wave: 'wave',
  'orange-money': 'orange_money',
  'mtn-money': 'mtn_money',
  'moov-money': 'moov_money',
  exchange: 'echange',
};

/** The way of paying that a stored value means. */
export const methodOf = (stored: string): PaymentMethod =>
  (Object.keys(STORED_METHOD) as PaymentMethod[]).find((method) => STORED_METHOD[method] === stored)!;
