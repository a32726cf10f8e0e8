import { isIPv6 } from 'node:net';
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

/** What one customer of a network provider has: an IPv4 address, or the first 64 bits of an IPv6 address, since he may use all of their 2^64. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]!.split('::');
  const [left, right] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const middle = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  const groups = [...left, ...middle, ...right].slice(0, 4);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
