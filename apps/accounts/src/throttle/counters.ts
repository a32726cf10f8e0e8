import { networkOf } from '#contracts';
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
