import type { PaymentMethod } from './events/orders.js';

/** How money came or went, as it is said to people in French after a sum or « Paiement »: « 45.000 FCFA par Wave ». */
export const PAID_BY: Record<PaymentMethod, string> = {
  cash: 'en espèces',
  wave: 'par Wave',
  'orange-money': 'par Orange Money',
  'mtn-money': 'par MTN Money',
  'moov-money': 'par Moov Money',
  exchange: 'en articles rendus',
};
