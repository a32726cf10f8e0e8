import { ProviderError } from '../provider-error.js';

/** Quotas that Google says are spent, by model: until they are back nobody asks, for each refusal counts against them too. */
export class SpentQuotas {
  private readonly until = new Map<string, { at: number; refusal: ProviderError }>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Keeps a refusal that names when to come back. @returns the same error */
  noticed(model: string, error: ProviderError): ProviderError {
    if (error.action === 'wait' && error.retryAfterMs !== undefined)
      this.until.set(model, { at: this.now() + error.retryAfterMs, refusal: error });
    return error;
  }

  /** @throws ProviderError as Google said it (`quota_minute`, `quota_day`), with what is left to wait */
  assertLeft(model: string): void {
    const spent = this.until.get(model);
    if (!spent) return;
    const retryAfterMs = spent.at - this.now();
    if (retryAfterMs <= 0) return void this.until.delete(model);
    const { provider, code, action, scope, explanationFr, httpStatus } = spent.refusal;
    const message = `${provider}: ${code} is known to be spent, nobody was asked`;
    throw new ProviderError({ provider, code, action, scope, explanationFr, httpStatus, retryAfterMs, held: true, message });
  }
}
