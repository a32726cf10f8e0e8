import { retryAfterMs } from '../http/retry-after.js';
import { transportError, type Trip } from '../http/transport-error.js';
import { ProviderError, type ProviderErrorFacts } from '../provider-error.js';

/** The starting point is older than what Gmail remembers (a week, sometimes hours): list the inbox again instead. */
export class HistoryGone extends ProviderError {
  constructor() {
    super({
      provider: 'gmail',
      code: 'history_gone',
      action: 'reject',
      httpStatus: 404,
      message: 'gmail: the history no longer reaches back to this point',
      explanationFr: 'La boîte mail est relue depuis les derniers jours.',
    });
  }
}

/** The message is not there: deleted since, or announced a few seconds too early. */
export class MessageGone extends ProviderError {
  constructor() {
    super({
      provider: 'gmail',
      code: 'message_gone',
      action: 'reject',
      httpStatus: 404,
      message: 'gmail: the message does not exist',
      explanationFr: "Cet e-mail n'existe plus dans la boîte.",
    });
  }
}

type Rule = Pick<ProviderErrorFacts, 'action' | 'scope' | 'retryAfterMs' | 'outage' | 'explanationFr'>;

const reconnect: Rule = {
  action: 'reconnect',
  scope: 'account',
  explanationFr: "L'accès à votre boîte Gmail n'est plus autorisé : reconnectez-la.",
};
const limit = (ms: number): Rule => ({
  action: 'wait',
  scope: 'account',
  retryAfterMs: ms,
  explanationFr: 'Trop de demandes à la boîte Gmail : nous ralentissons.',
});
const stop = (explanationFr: string): Rule => ({ action: 'stop-account', scope: 'account', explanationFr });

/** 403 is two families: limits that pass, and rights that only a human can give. */
const REASONS: Readonly<Record<string, Rule>> = {
  rateLimitExceeded: limit(60_000),
  userRateLimitExceeded: limit(60_000),
  quotaExceeded: limit(3_600_000),
  dailyLimitExceeded: { ...limit(3_600_000), scope: 'provider' },
  insufficientPermissions: {
    ...reconnect,
    explanationFr: 'Il manque une autorisation sur votre boîte Gmail : reconnectez-la en gardant toutes les cases cochées.',
  },
  domainPolicy: stop("L'administrateur de cette adresse n'autorise pas FluxAsync."),
  accessNotConfigured: { ...stop("L'accès à Gmail n'est pas activé pour FluxAsync."), scope: 'provider' },
  forbidden: stop('Gmail refuse cet accès.'),
  failedPrecondition: stop('Cette boîte Gmail est désactivée.'),
};

/** The parts of a gaxios error that are read; its class is not compared, several copies of the package may be installed. */
interface AnsweredError {
  response?: { status: number; data?: unknown; headers?: Headers };
}

/** Classifies whatever the Gmail library threw. */
export function classifyGmail(error: unknown, trip: Trip): ProviderError {
  if (error instanceof ProviderError) return error;
  const response = (error as AnsweredError).response;
  if (!response) return transportError('gmail', error, trip);
  const fault = faultOf(response.data);
  const rule = ruleFor(response.status, fault.reason);
  return new ProviderError({
    ...rule,
    // A server that broke down may have done its work before.
    ...(rule.outage && !trip.repeatable ? UNCONFIRMED : {}),
    provider: 'gmail',
    code: fault.reason ?? `http_${response.status}`,
    httpStatus: response.status,
    retryAfterMs: rule.action === 'wait' ? (retryAfter(fault.message, response.headers) ?? rule.retryAfterMs) : undefined,
    message: `gmail: HTTP ${response.status} ${fault.reason ?? 'without a reason'}`,
  });
}

/** A call that is not repeated unseen: whether it was taken has to be looked up. */
const UNCONFIRMED = {
  action: 'unknown',
  explanationFr: "Gmail n'a pas confirmé l'envoi : nous vérifions s'il est passé avant de recommencer.",
} as const;

/** A 2xx answer that cannot be read: the request was taken as far as anybody can tell. */
export const unreadable = (what: string, repeatable = true): ProviderError =>
  new ProviderError({
    provider: 'gmail',
    code: 'bad_answer',
    action: 'retry',
    outage: true,
    message: `gmail: the answer cannot be read (${what})`,
    explanationFr: 'Gmail a répondu de façon illisible : nous réessayons.',
    ...(repeatable ? {} : UNCONFIRMED),
  });

function ruleFor(status: number, reason: string | undefined): Rule {
  if (status === 401) return reconnect;
  if (status >= 500)
    return { action: 'retry', outage: true, explanationFr: 'Gmail est momentanément indisponible : nous réessayons.' };
  if (status === 429) return limit(60_000);
  const known = reason === undefined ? undefined : REASONS[reason];
  if (known) return known;
  return status === 403 ? stop('Gmail refuse cet accès.') : { action: 'reject', explanationFr: 'Gmail a refusé cette demande.' };
}

/** Gmail writes the moment into the text ("Retry after 2026-11-22T10:00:00.000Z"), or sends the header. */
function retryAfter(message: string, headers: Headers | undefined): number | undefined {
  const written = /Retry after (\d{4}-\d\d-\d\dT[\d:.]+Z)/i.exec(message)?.[1];
  if (written) return Math.max(1_000, Date.parse(written) - Date.now());
  return retryAfterMs(headers?.get('retry-after'));
}

function faultOf(data: unknown): { reason?: string; message: string } {
  const error = (data as { error?: { message?: unknown; errors?: Array<{ reason?: unknown }> } } | null | undefined)?.error;
  const reason = error?.errors?.[0]?.reason;
  return {
    reason: typeof reason === 'string' ? reason : undefined,
    message: typeof error?.message === 'string' ? error.message : '',
  };
}
