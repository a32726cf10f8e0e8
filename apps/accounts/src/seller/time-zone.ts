import { invalid } from '#contracts';

/** Checks an IANA time zone. @throws DomainError VALIDATION_FAILED naming `timeZone` */
export function knownTimeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw invalid('not a time zone', [{ field: 'timeZone', problem: 'is not an IANA time zone, e.g. Africa/Abidjan' }]);
  }
}
