import { isIPv6 } from 'node:net';
import type { Counter } from './throttle.js';

/** Doors at which something can be guessed or asked for too often. */
type Door = 'sign-in' | 'code' | 'ask-code';

const LIMITS: Record<Door, { account: number; network: number }> = {
  'sign-in': { account: 5, network: 50 },
  code: { account: 5, network: 50 },
  'ask-code': { account: 3, network: 20 },
};

/** The account's counter: by address and not by member, so that addresses nobody has are counted, and answered, alike. */
export const accountCounter = (door: Door, email: string): Counter => ({
  key: `${door}|account|${email.toLowerCase()}`,
  limit: LIMITS[door].account,
});

/** The counter of where a request comes from; none for one that comes from the platform itself. */
export const networkCounter = (door: Door, address: string | undefined): Counter[] =>
  address ? [{ key: `${door}|network|${networkOf(address)}`, limit: LIMITS[door].network }] : [];

/** Codes that one shop's team sends, to whatever telephones. */
export const invitationCounter = (sellerId: string): Counter => ({ key: `invitation|${sellerId}`, limit: 20 });

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
