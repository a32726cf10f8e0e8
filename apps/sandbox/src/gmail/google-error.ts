import { ProviderError } from '../http/provider-error.js';

interface Known {
  readonly http: number;
  readonly status: string;
  readonly message: string;
  readonly reason: string;
  readonly short: string;
}

const KNOWN = {
  unauthenticated: {
    http: 401,
    status: 'UNAUTHENTICATED',
    message: 'Request had invalid authentication credentials.',
    reason: 'authError',
    short: 'Invalid Credentials',
  },
  userRate: {
    http: 403,
    status: 'PERMISSION_DENIED',
    message: 'User-rate limit exceeded.',
    reason: 'userRateLimitExceeded',
    short: 'User-rate limit exceeded.',
  },
  scopes: {
    http: 403,
    status: 'PERMISSION_DENIED',
    message: 'Request had insufficient authentication scopes.',
    reason: 'insufficientPermissions',
    short: 'Insufficient Permission',
  },
  notFound: {
    http: 404,
    status: 'NOT_FOUND',
    message: 'Requested entity was not found.',
    reason: 'notFound',
    short: 'Requested entity was not found.',
  },
  concurrent: {
    http: 429,
    status: 'RESOURCE_EXHAUSTED',
    message: 'Too many concurrent requests for user',
    reason: 'rateLimitExceeded',
    short: 'Too many concurrent requests for user',
  },
  backend: {
    http: 500,
    status: 'INTERNAL',
    message: 'Internal error encountered.',
    reason: 'backendError',
    short: 'Backend Error',
  },
  invalid: {
    http: 400,
    status: 'INVALID_ARGUMENT',
    message: 'Invalid argument',
    reason: 'invalidArgument',
    short: 'Invalid argument',
  },
} satisfies Record<string, Known>;

/** A refusal of a Google API: `error.errors[0].reason` tells the two families of 403 apart. */
export class GoogleError extends ProviderError {
  readonly status: number;
  private readonly known: Known;

  constructor(
    kind: keyof typeof KNOWN,
    private readonly wording?: string,
  ) {
    super(wording ?? KNOWN[kind].message);
    this.known = KNOWN[kind];
    this.status = this.known.http;
    if (kind === 'unauthenticated')
      this.headers['www-authenticate'] = 'Bearer realm="https://accounts.google.com/", error="invalid_token"';
  }

  override body(): unknown {
    const { http, status, reason, short, message } = this.known;
    const where = reason === 'authError' ? { location: 'Authorization', locationType: 'header' } : {};
    return {
      error: {
        code: http,
        message: this.wording ?? message,
        errors: [{ message: short, domain: reason.includes('RateLimit') ? 'usageLimits' : 'global', reason, ...where }],
        status,
      },
    };
  }
}

/** A refusal of the token endpoint. A dead grant is HTTP 400 `invalid_grant`, not 401. */
export class OAuthError extends ProviderError {
  constructor(
    private readonly error: 'invalid_grant' | 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_token',
    private readonly description: string,
    readonly status: number = error === 'invalid_client' ? 401 : 400,
  ) {
    super(error);
  }

  override body(): unknown {
    return { error: this.error, error_description: this.description };
  }
}
