import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { GraphError } from '../graph-error.js';
import type { Account, Phone } from '../whatsapp.js';
import type { WhatsAppBook } from '../whatsapp-book.js';
import type { Fields } from './fields.js';

/** Where a send goes. */
export interface Recipient {
  /** `to` or `recipient` as the sender wrote it. */
  readonly input: string;
  readonly byUserId: boolean;
  /** The WhatsApp id the message goes to. */
  readonly waId: string;
  /** The phone, when the sandbox knows it. */
  readonly phone: Phone | undefined;
  /** The number was made by putting the business's country code before a `to` without `+`. */
  readonly coerced: boolean;
}

/**
 * Reads `to` (wins) or `recipient`. Without its `+`, Meta takes `to` for a national number and puts the business's
 * country code before it, even when it already has one; the send then succeeds and a stranger gets the message.
 * @throws GraphError 100 when neither is there or `to` is no number, 131026 for an unknown business-scoped user id
 */
export function readRecipient(book: WhatsAppBook, account: Account, message: Fields): Recipient {
  if (!message.has('to') && message.has('recipient')) {
    const input = message.text('recipient', 150);
    const phone = book.phoneOf(input);
    if (!phone) throw new GraphError(131026);
    return { input, byUserId: true, waId: phone.waId, phone, coerced: false };
  }
  const input = message.text('to');
  const digits = input.replace(/\D/g, '');
  if (!/^\+?[\d\s().-]+$/.test(input.trim()) || digits.length < 5 || digits.length > 20)
    throw GraphError.parameter('Param to is not a valid phone number.');
  const coerced = !input.trim().startsWith('+');
  const number = coerced ? `${countryCode(account.phone)}${digits}` : digits;
  const phone = book.phoneAt(number);
  return { input, byUserId: false, waId: phone?.waId ?? number, phone, coerced };
}

function countryCode(digits: string): string {
  return parsePhoneNumberFromString(`+${digits}`)?.countryCallingCode ?? '';
}
