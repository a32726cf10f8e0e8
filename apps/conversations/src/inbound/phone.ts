import { parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * The E.164 number behind WhatsApp's digits, undefined when they are no number we can be sure of: an Ivorian account from before 2021 keeps its
 * 8 digits, and which of the 10-digit numbers it is cannot be told from them.
 */
export function e164Of(waId: string | undefined): string | undefined {
  const number = waId && /^\d{7,15}$/.test(waId) ? parsePhoneNumberFromString(`+${waId}`) : undefined;
  return number?.isValid() ? number.number : undefined;
}
