import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { invalid } from '#contracts';

/** A number in any form usual in Côte d'Ivoire as E.164. @throws DomainError VALIDATION_FAILED naming the field */
export function toE164(number: string, field: string): string {
  const parsed = parsePhoneNumberFromString(number, 'CI');
  if (!parsed?.isValid()) throw invalid('a telephone number is needed', [{ field, problem: 'is not a telephone number' }]);
  return parsed.number;
}
