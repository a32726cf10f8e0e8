import { fold } from '#contracts';

/** What an order is found by, as it is stored beside it: number, name and telephones, without accents, capitals and signs. */
export const searchTextOf = (order: { number: string; customerName: string; customerPhone: string; deliveryPhone: string }) =>
  [order.number, order.customerName, order.customerPhone, order.deliveryPhone].map(fold).join(' | ');

/** What somebody typed, as {@link searchTextOf} stores it; and its digits when it can be (part of) a telephone, written with or without spaces and prefix. */
export function searchFor(typed: string): { words: string; digits?: string } {
  const digits = typed.replaceAll(/\D/g, '').replace(/^00/, '');
  return { words: fold(typed), ...(/^[\d\s+().-]+$/.test(typed) && digits.length >= 3 ? { digits } : {}) };
}
