import { jsonOf, type HttpAnswer } from '../http/http-caller.js';
import { retryAfterMs } from '../http/retry-after.js';
import { ProviderError } from '../provider-error.js';
import { ruleFor, type CodeRule } from './error-codes.js';

/** The error object of Meta: the same in an HTTP answer (`error`) and in a `failed` status (`errors[0]`). */
export interface WhatsAppFault {
  code: number;
  title?: string;
  message?: string;
  error_subcode?: number;
  is_transient?: boolean;
  error_data?: { details?: string };
  fbtrace_id?: string;
}

/**
 * Classifies a fault of Meta's, from an answer or from a `failed` status webhook. Decides on the code: HTTP status and texts differ
 * between versions and are only asked when the code is unknown.
 */
export function classifyWhatsAppFault(
  fault: WhatsAppFault,
  http: { status?: number; retryAfterMs?: number } = {},
): ProviderError {
  const rule = ruleFor(fault.code) ?? byStatus(http.status, fault.is_transient);
  const subcode = fault.error_subcode === undefined ? '' : `/${fault.error_subcode}`;
  return new ProviderError({
    ...rule,
    provider: 'whatsapp',
    code: String(fault.code),
    retryAfterMs: http.retryAfterMs ?? rule.retryAfterMs,
    httpStatus: http.status,
    message: `whatsapp ${fault.code}${subcode}: ${faultText(fault)}${fault.fbtrace_id ? ` (trace ${fault.fbtrace_id})` : ''}`,
  });
}

/**
 * Classifies an answer that is not 2xx. A 5xx without Meta's error body comes from a gateway in front of it and says nothing about
 * whether the request went through: `unknown` unless it may be repeated.
 */
export function classifyWhatsAppAnswer(answer: HttpAnswer, repeatable: boolean): ProviderError {
  const wait = retryAfterMs(answer.headers['retry-after']);
  const fault = faultOf(jsonOf(answer));
  if (fault) return classifyWhatsAppFault(fault, { status: answer.status, retryAfterMs: wait });
  const rule = byStatus(answer.status, false);
  return new ProviderError({
    ...rule,
    action: answer.status >= 500 && !repeatable ? 'unknown' : rule.action,
    provider: 'whatsapp',
    code: `http_${answer.status}`,
    retryAfterMs: wait ?? rule.retryAfterMs,
    httpStatus: answer.status,
    message: `whatsapp: HTTP ${answer.status} without an error body`,
  });
}

/** A 2xx answer that cannot be read: the request was accepted as far as anybody can tell. */
export function unreadableAnswer(status: number, repeatable: boolean): ProviderError {
  return new ProviderError({
    provider: 'whatsapp',
    code: 'bad_answer',
    action: repeatable ? 'retry' : 'unknown',
    outage: true,
    httpStatus: status,
    message: `whatsapp: HTTP ${status} with an answer that cannot be read`,
    explanationFr: 'WhatsApp a répondu de façon illisible : nous vérifions si le message est parti.',
  });
}

function byStatus(status: number | undefined, transient: boolean | undefined): CodeRule {
  if (status === 429)
    return {
      action: 'wait',
      scope: 'account',
      retryAfterMs: 60_000,
      explanationFr: 'Trop de demandes à WhatsApp : envoi ralenti.',
    };
  if (transient || (status !== undefined && status >= 500))
    return {
      action: 'retry',
      outage: (status ?? 0) >= 500,
      explanationFr: 'WhatsApp est momentanément indisponible : nous réessayons.',
    };
  return { action: 'reject', explanationFr: 'WhatsApp a refusé cette demande.' };
}

/** Meta's texts are kept short and without digits in a row: some of them quote the recipient's number. */
function faultText(fault: WhatsAppFault): string {
  const text = fault.error_data?.details ?? fault.message ?? fault.title ?? 'no text';
  return text.replace(/\+?\d[\d ]{6,}\d/g, '…').slice(0, 300);
}

function faultOf(body: unknown): WhatsAppFault | undefined {
  const error = (body as { error?: unknown } | null | undefined)?.error as Partial<WhatsAppFault> | undefined;
  return typeof error?.code === 'number' ? (error as WhatsAppFault) : undefined;
}
