import { ProviderError } from '#providers';

/** What becomes of a notice after a failed sending. Times in ms from now. */
export type WhatNext =
  { do: 'postpone'; inMs: number; spent: boolean; hold?: 'recipient' | 'all' } | { do: 'doubt' } | { do: 'fail' };

export const MAX_ATTEMPTS = 8;
const BACK_OFF_MS = [2_000, 15_000, 120_000, 600_000, 3_600_000];
const PLATFORM_PAUSE_MS = 60_000;
const RESTRICTED_PAUSE_MS = 900_000;
const OLDEST_MS = 24 * 3_600_000;
/** The template is not registered, not approved yet, or paused: it may be usable later. */
const TEMPLATE_NOT_READY = new Set(['132001', '132015']);

/**
 * Decides by the error's action. When the platform's own account is refused, everything waits for the operator instead of failing: the notices are not at fault.
 * @param attempts how often it was tried, this time included
 * @param ageMs since the notice was made; what is a day old helps nobody
 */
export function whatNext(error: ProviderError, attempts: number, ageMs: number): WhatNext {
  if (ageMs > OLDEST_MS && error.action !== 'unknown') return { do: 'fail' };
  const backOff = BACK_OFF_MS[Math.min(attempts, BACK_OFF_MS.length) - 1] ?? BACK_OFF_MS[0]!;
  switch (error.action) {
    case 'unknown':
      return { do: 'doubt' };
    case 'wait':
      return {
        do: 'postpone',
        inMs: error.retryAfterMs ?? backOff,
        spent: false,
        hold: error.scope === 'recipient' ? 'recipient' : error.scope === 'call' ? undefined : 'all',
      };
    case 'stop-account':
    case 'reconnect':
      return { do: 'postpone', inMs: PLATFORM_PAUSE_MS, spent: false, hold: 'all' };
    case 'restrict':
      // Notices are never answers.
      return { do: 'postpone', inMs: RESTRICTED_PAUSE_MS, spent: false, hold: 'all' };
    case 'retry':
      return attempts < MAX_ATTEMPTS ? { do: 'postpone', inMs: backOff, spent: true } : { do: 'fail' };
    case 'reject':
    case 'stop-recipient':
      return TEMPLATE_NOT_READY.has(error.code) && attempts < MAX_ATTEMPTS
        ? { do: 'postpone', inMs: backOff, spent: true }
        : { do: 'fail' };
  }
}

/** True when the template has to be looked after before the next try. */
export const templateMissing = (error: ProviderError): boolean => TEMPLATE_NOT_READY.has(error.code);
