import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { invalid } from './domain-error.js';

/** A telephone number as E.164, read as Ivorian when it names no country. @throws DomainError VALIDATION_FAILED naming `field` */
export function toE164(written: string, field: string): string {
  const parsed = parsePhoneNumberFromString(written, 'CI');
  if (!parsed?.isValid()) throw invalid('a telephone number is needed', [{ field, problem: 'is not a telephone number' }]);
  return parsed.number;
}

/** Text as people compare and search it: `Crème  Brûlée` is `creme brulee`, `PORT-BOUET` and `Port-Bouët` are `port bouet`. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
