import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { invalid } from '#contracts';

/** A telephone number in E.164, read as Ivorian when it names no country. @throws DomainError VALIDATION_FAILED naming `field` */
export function toE164(field: string, written: string): string {
  const parsed = parsePhoneNumberFromString(written, 'CI');
  if (!parsed?.isValid()) throw invalid('not a telephone number', [{ field, problem: 'is not a telephone number' }]);
  return parsed.number;
}

/** Checks an IANA time zone. @throws DomainError VALIDATION_FAILED naming `timeZone` */
export function knownTimeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw invalid('not a time zone', [{ field: 'timeZone', problem: 'is not an IANA time zone, e.g. Africa/Abidjan' }]);
  }
}
