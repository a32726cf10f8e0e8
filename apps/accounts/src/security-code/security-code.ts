import { randomInt } from 'node:crypto';
import type { SECURITY_CODE_PURPOSES } from '#contracts';

/** What a code is for, as stored and as its event says it, and how long it is good. */
export const PURPOSE = {
  mot_de_passe: { said: 'password-reset', seconds: 900 },
  invitation: { said: 'invitation', seconds: 7 * 86_400 },
} as const satisfies Record<string, { said: (typeof SECURITY_CODE_PURPOSES)[number]; seconds: number }>;

/** Wrong codes that may be tried on one code, the right one included. */
export const MOST_TRIES = 5;

/** What a sealed code is sealed for: it opens in the event of this code only. */
export const securityCodeContext = (codeId: string) => `security-code|${codeId}`;

/** A new code: eight random digits in two groups, as people read and type them. */
export function newSecurityCode(): string {
  const digits = randomInt(100_000_000).toString().padStart(8, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

/** What of a code counts, however its digits were grouped. */
export const digitsOf = (code: string): string => code.replace(/\D/g, '');
