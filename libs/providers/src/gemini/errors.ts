import { transportError, type Trip } from '../http/transport-error.js';
import { ProviderError, type ProviderErrorFacts } from '../provider-error.js';

type Rule = Pick<ProviderErrorFacts, 'action' | 'scope' | 'retryAfterMs' | 'outage' | 'explanationFr'>;

interface Detail {
  '@type'?: string;
  reason?: string;
  retryDelay?: string;
  violations?: Array<{ quotaId?: string }>;
}

interface Fault {
  status: string;
  details: Detail[];
}

const down: Rule = { action: 'retry', outage: true, explanationFr: "L'assistant Gemini est surchargé : nous réessayons." };
const badKey: Rule = {
  action: 'stop-account',
  scope: 'provider',
  explanationFr: 'La clé Gemini est refusée : elle est à vérifier.',
};

/** Classifies whatever the Gemini library threw. */
export function classifyGemini(error: unknown, trip: Trip, now = new Date()): ProviderError {
  if (error instanceof ProviderError) return error;
  const status = (error as { status?: unknown }).status;
  if (typeof status !== 'number') return transportError('gemini', error, trip);
  const fault = faultOf((error as Error).message);
  return new ProviderError({
    ...ruleFor(status, fault, now),
    provider: 'gemini',
    code: codeOf(status, fault),
    httpStatus: status,
    message: `gemini: HTTP ${status} ${fault.status}`,
  });
}

function ruleFor(status: number, fault: Fault, now: Date): Rule {
  if (status === 429) return quota(fault, now);
  if (status >= 500) return down;
  // An invalid key is answered with 400, not 401.
  if (status === 401 || status === 403 || isBadKey(fault)) return badKey;
  if (fault.status === 'FAILED_PRECONDITION')
    return { ...badKey, explanationFr: "Gemini n'est pas ouvert à ce compte : la facturation est à vérifier." };
  if (status === 404) return { action: 'reject', scope: 'provider', explanationFr: "Ce modèle Gemini n'existe plus." };
  return { action: 'reject', explanationFr: 'Gemini a refusé cette demande.' };
}

/** A minute's quota asks to wait some seconds; a day's only comes back at midnight in California. */
function quota(fault: Fault, now: Date): Rule {
  const day = isDaily(fault);
  const delay = fault.details.map((detail) => durationMs(detail.retryDelay)).find((ms) => ms !== undefined);
  return {
    action: 'wait',
    scope: 'provider',
    retryAfterMs: day ? msToPacificMidnight(now) : (delay ?? 30_000),
    explanationFr: day
      ? "Le quota Gemini du jour est épuisé : l'assistant de secours répond."
      : 'Trop de demandes à Gemini : nous ralentissons.',
  };
}

function codeOf(status: number, fault: Fault): string {
  if (status === 429) return isDaily(fault) ? 'quota_day' : 'quota_minute';
  return isBadKey(fault) ? 'API_KEY_INVALID' : fault.status || `http_${status}`;
}

const isDaily = (fault: Fault) =>
  fault.details.some((detail) => detail.violations?.some((quota) => quota.quotaId?.includes('PerDay')));
const isBadKey = (fault: Fault) => fault.details.some((detail) => detail.reason === 'API_KEY_INVALID');

/** The library's message is the error body as JSON; a gateway's HTML page comes wrapped in the same form, with a status of its own. */
function faultOf(message: string): Fault {
  try {
    const error = (JSON.parse(message) as { error?: { status?: unknown; details?: unknown } }).error;
    const status = typeof error?.status === 'string' && /^[A-Z_]+$/.test(error.status) ? error.status : '';
    return { status, details: Array.isArray(error?.details) ? (error.details as Detail[]) : [] };
  } catch {
    return { status: '', details: [] };
  }
}

/** A protobuf duration: `34s`, `1.5s`. */
function durationMs(text: string | undefined): number | undefined {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(text ?? '')?.[1];
  return seconds === undefined ? undefined : Math.ceil(Number(seconds) * 1000);
}

function msToPacificMidnight(now: Date): number {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(clock.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  const passed = part['hour']! * 3600 + part['minute']! * 60 + part['second']!;
  return (24 * 3600 - passed) * 1000;
}
