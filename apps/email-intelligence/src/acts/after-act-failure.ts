import type { ProviderError } from '#providers';
import type { StoredAct } from './email-act.js';

/** `look`: whether the answer left is found out first. `fail`: nothing more is tried. */
export type AfterActFailure = { do: 'look' | 'later'; inMs: number } | { do: 'fail'; explanation: string };

export interface ActTried {
  type: StoredAct;
  /** Times it was begun, this one included. */
  attempts: number;
  createdAt: Date;
  /** A send began, and nobody knows whether Gmail took it. */
  mayHaveLeft: boolean;
}

const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;
/** An answer of yesterday surprises more than it helps. */
const TOO_OLD_MS = 24 * 3_600_000;

const CHECK = ' Vérifiez dans vos messages envoyés si la réponse est partie.';
const NO_RIGHT: Readonly<Record<StoredAct, string>> = {
  repondre: 'La boîte doit être reliée à nouveau avec le droit d’envoyer.',
  archiver: 'La boîte doit être reliée à nouveau avec le droit de ranger les e-mails.',
};

/** What becomes of an act that did not succeed. @param lookMs how long Gmail is left to show what it took */
export function afterActFailure(error: ProviderError, act: ActTried, lookMs: number, now = Date.now()): AfterActFailure {
  const passes = error.action === 'retry' || error.action === 'wait' || error.action === 'unknown';
  if (!passes) return { do: 'fail', explanation: explain(error, act) };
  if (now - act.createdAt.getTime() > TOO_OLD_MS) return { do: 'fail', explanation: explain(error, act) };
  if (error.action === 'unknown') return { do: 'look', inMs: lookMs };
  const backOff = Math.min(FIRST_MS * 3 ** (act.attempts - 1), LONGEST_MS);
  const inMs = error.action === 'wait' ? (error.retryAfterMs ?? backOff) : Math.max(error.retryAfterMs ?? 0, backOff);
  return { do: act.mayHaveLeft ? 'look' : 'later', inMs };
}

/** Sent twice without a sign of it: a third time could be the third copy. */
export const NEVER_CONFIRMED = `Gmail n’a pas confirmé l’envoi.${CHECK}`;

/** Why it failed, for the seller; an answer that may be out says so. */
export const withDoubt = (explanation: string, mayHaveLeft: boolean): string => explanation + (mayHaveLeft ? CHECK : '');

function explain(error: ProviderError, { type, mayHaveLeft }: ActTried): string {
  return withDoubt(error.code === 'insufficientPermissions' ? NO_RIGHT[type] : error.explanationFr, mayHaveLeft);
}
