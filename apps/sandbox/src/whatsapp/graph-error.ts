import { randomBytes } from 'node:crypto';
import { ProviderError } from '../http/provider-error.js';

interface Known {
  readonly http: number;
  readonly title: string;
  readonly details?: string;
}

/** The codes a sender has to tell apart: HTTP status, title and details as Meta documents them. */
const KNOWN: Record<number, Known> = {
  0: { http: 401, title: 'AuthException', details: 'We were unable to authenticate the app user.' },
  1: { http: 400, title: 'API Unknown', details: 'Invalid request or possible server error.' },
  2: { http: 503, title: 'API Service', details: 'Temporary due to downtime or due to being overloaded.' },
  3: { http: 500, title: 'API Method', details: 'Capability or permissions issue.' },
  4: { http: 400, title: 'Application request limit reached', details: 'The app has reached its API call rate limit.' },
  10: {
    http: 403,
    title: 'Application does not have permission for this action',
    details: 'Permission is not granted or removed.',
  },
  33: { http: 400, title: 'Parameter value is not valid', details: 'The business phone number has been deleted.' },
  100: { http: 400, title: 'Invalid parameter' },
  190: { http: 401, title: 'Error validating access token: the session is invalid.', details: 'Your access token has expired.' },
  200: { http: 403, title: 'Permissions error', details: 'Permission is either not granted or has been removed.' },
  368: { http: 403, title: 'Temporarily blocked for policies violations', details: 'The account has been restricted.' },
  80007: { http: 400, title: 'Rate limit issues', details: 'The WhatsApp Business Account has reached its rate limit.' },
  130403: { http: 403, title: 'User is blocked', details: 'The business has blocked this user.' },
  130429: { http: 400, title: 'Rate limit hit', details: 'Cloud API message throughput has been reached.' },
  130472: {
    http: 400,
    title: "User's number is part of an experiment",
    details: 'Message was not sent as part of an experiment.',
  },
  130497: { http: 403, title: 'Business account is restricted from messaging users in this country' },
  131000: { http: 500, title: 'Something went wrong', details: 'Message failed to send due to an unknown error.' },
  131005: { http: 403, title: 'Access denied', details: 'Permission is either not granted or has been removed.' },
  131008: { http: 400, title: 'Required parameter is missing' },
  131009: { http: 400, title: 'Parameter value is not valid' },
  131016: { http: 500, title: 'Service unavailable', details: 'A service is temporarily unavailable.' },
  131021: { http: 400, title: 'Recipient cannot be sender', details: 'Sender and recipient phone number is the same.' },
  131026: { http: 400, title: 'Message undeliverable', details: 'Message undeliverable.' },
  131031: { http: 403, title: 'Account has been locked', details: 'The account has been restricted or disabled.' },
  131037: { http: 400, title: 'Phone number display name needs approval before messages can be sent' },
  131042: { http: 400, title: 'Business eligibility payment issue', details: 'There is a problem with the payment method.' },
  131045: { http: 500, title: 'Incorrect certificate', details: 'Phone number registration error.' },
  131047: {
    http: 400,
    title: 'Re-engagement message',
    details: 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  131048: { http: 400, title: 'Spam rate limit hit', details: 'There are restrictions on how many messages can be sent.' },
  131049: { http: 400, title: 'Meta chose not to deliver', details: 'Not delivered to maintain a healthy ecosystem engagement.' },
  131050: { http: 400, title: 'User has stopped marketing messages from this business' },
  131051: { http: 400, title: 'Unsupported message type', details: 'Message type is currently not supported.' },
  131052: { http: 400, title: 'Media download error', details: 'Unable to download the media sent by the user.' },
  131053: { http: 400, title: 'Media upload error', details: 'Unable to upload the media used in the message.' },
  131056: {
    http: 400,
    title: '(Business Account, Consumer Account) pair rate limit hit',
    details: 'Too many messages to this recipient.',
  },
  131057: { http: 500, title: 'Account in maintenance mode', details: 'Business Account is in maintenance mode.' },
  131062: { http: 400, title: 'Business-scoped user ids are not supported for this message' },
  131064: { http: 400, title: 'Message limited due to template misclassification' },
  132000: { http: 400, title: 'Number of parameters does not match the expected number of params' },
  132001: { http: 404, title: 'Template name does not exist in the translation' },
  132005: { http: 400, title: 'Translated text too long' },
  132007: { http: 400, title: 'Template content policy violated' },
  132012: { http: 400, title: 'Parameter format does not match format in the created template' },
  132015: { http: 400, title: 'Template is paused' },
  132016: { http: 400, title: 'Template is disabled' },
  132018: { http: 400, title: 'Template parameters could not be validated' },
  133004: { http: 503, title: 'Server temporarily unavailable', details: 'Server is temporarily unavailable.' },
  133010: { http: 400, title: 'Phone number not registered', details: 'The phone number is not registered.' },
};

/** The codes `POST /__sandbox/faults` may ask for. */
export const KNOWN_CODES: ReadonlySet<number> = new Set(Object.keys(KNOWN).map(Number));

/** A refusal of the Graph API. Senders branch on `code`; the HTTP status and the wording are only what Meta happens to use. */
export class GraphError extends ProviderError {
  readonly status: number;
  private readonly title: string;
  private readonly details: string;

  constructor(
    readonly code: number,
    details?: string,
    private readonly extra: {
      readonly message?: string;
      readonly type?: string;
      readonly subcode?: number;
      /** HTTP status instead of the code's own. */
      readonly http?: number;
      /** Seconds. */
      readonly retryAfter?: number;
    } = {},
  ) {
    const known = KNOWN[code] ?? { http: 400, title: 'Unknown error' };
    super(`(#${code}) ${known.title}`);
    this.status = extra.http ?? known.http;
    this.title = known.title;
    this.details = details ?? known.details ?? known.title;
    if (extra.retryAfter !== undefined) this.headers['retry-after'] = String(extra.retryAfter);
    if (code === 190 || code === 0)
      this.headers['www-authenticate'] = `OAuth "Facebook Platform" "invalid_token" "${extra.message ?? this.title}"`;
  }

  /** A field that is absent, of the wrong kind or too long. */
  static parameter(details: string): GraphError {
    return new GraphError(100, details, { message: `(#100) ${details}` });
  }

  /** An id that does not exist, or that this token may not see: Meta does not tell the two apart. */
  static unknownObject(method: string, id: string): GraphError {
    const message =
      `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing ` +
      'permissions, or does not support this operation.';
    return new GraphError(100, message, { message, type: 'GraphMethodException', subcode: 33 });
  }

  override body(): unknown {
    return {
      error: {
        message: this.extra.message ?? this.message,
        type: this.extra.type ?? 'OAuthException',
        code: this.code,
        ...(this.extra.subcode === undefined ? {} : { error_subcode: this.extra.subcode }),
        error_data: { messaging_product: 'whatsapp', details: this.details },
        fbtrace_id: newTraceId(),
      },
    };
  }

  /** The same refusal inside a `failed` status. */
  asStatusError(): unknown {
    return {
      code: this.code,
      title: this.title,
      message: this.title,
      error_data: { details: this.details },
      href: '/documentation/business-messaging/whatsapp/support/error-codes',
    };
  }
}

export function newTraceId(): string {
  return `A${randomBytes(15).toString('base64url')}`;
}
