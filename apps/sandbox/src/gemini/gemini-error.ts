import { ProviderError } from '../http/provider-error.js';

const STATUSES: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

/** A refusal of the Gemini API. An invalid key is HTTP 400 with reason API_KEY_INVALID, not 401. */
export class GeminiError extends ProviderError {
  constructor(
    readonly status: number,
    message: string,
    private readonly details: readonly unknown[] = [],
  ) {
    super(message);
  }

  static overloaded(): GeminiError {
    return new GeminiError(503, 'The model is overloaded. Please try again later.');
  }

  static invalidKey(): GeminiError {
    const reason = {
      reason: 'API_KEY_INVALID',
      domain: 'googleapis.com',
      metadata: { service: 'generativelanguage.googleapis.com' },
    };
    const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', ...reason }];
    return new GeminiError(400, 'API key not valid. Please pass a valid API key.', details);
  }

  /** @param period `minute`: wait for `retryDelay`; `day`: do not come back today */
  static quota(model: string, period: 'minute' | 'day'): GeminiError {
    const violation = {
      quotaMetric: 'generativelanguage.googleapis.com/generate_content_free_tier_requests',
      quotaId: `GenerateRequestsPer${period === 'day' ? 'Day' : 'Minute'}PerProjectPerModel-FreeTier`,
      quotaDimensions: { location: 'global', model },
      quotaValue: period === 'day' ? '1000' : '15',
    };
    return new GeminiError(429, 'You exceeded your current quota, please check your plan and billing details.', [
      { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [violation] },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: period === 'day' ? '34s' : '1.5s' },
    ]);
  }

  override body(): unknown {
    const { status: code, message, details } = this;
    return { error: { code, message, status: STATUSES[code] ?? 'UNKNOWN', ...(details.length > 0 ? { details } : {}) } };
  }
}
