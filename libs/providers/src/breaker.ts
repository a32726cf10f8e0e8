import { BrokenCircuitError, circuitBreaker, CircuitBreakerPolicy, CircuitState, CountBreaker, handleWhen } from 'cockatiel';
import { nameFr, ProviderError, type ProviderName } from './provider-error.js';

/** One call that was tried at a third party, for the counters of the service. */
export interface ObservedCall {
  provider: ProviderName;
  /** What was asked: `send`, `history`, `generate`… */
  kind: string;
  ok: boolean;
  /** The error's code when `ok` is false. */
  code?: string;
  latencyMs: number;
}

export type Observe = (call: ObservedCall) => void;

export interface BreakerOptions {
  /** Number of latest calls looked at. Default 20. */
  window?: number;
  /** Calls needed before the circuit may open. Default 5. */
  minimumCalls?: number;
  /** Share of failures, 0 to 1, that opens it. Default 0.5. */
  threshold?: number;
  /** Milliseconds the circuit stays open before one call is let through to try. Default 15 000. */
  halfOpenAfterMs?: number;
}

/**
 * Every call to one provider goes through here: counted for `observe`, and stopped at once while the provider is down.
 * Only outages open the circuit: one seller's dead token must not cut off the others.
 */
export class GuardedCalls {
  private readonly breaker: CircuitBreakerPolicy;
  private readonly halfOpenAfterMs: number;
  private openedAt = 0;

  constructor(
    private readonly provider: ProviderName,
    private readonly observe: Observe = () => {},
    options: BreakerOptions = {},
  ) {
    this.halfOpenAfterMs = options.halfOpenAfterMs ?? 15_000;
    this.breaker = circuitBreaker(
      handleWhen((error) => error instanceof ProviderError && error.outage),
      {
        halfOpenAfter: this.halfOpenAfterMs,
        breaker: new CountBreaker({
          size: options.window ?? 20,
          minimumNumberOfCalls: options.minimumCalls ?? 5,
          threshold: options.threshold ?? 0.5,
        }),
      },
    );
    this.breaker.onBreak(() => (this.openedAt = Date.now()));
  }

  /** `closed` (calls pass), `open` (calls are refused), `half-open` (one call is trying). */
  get state(): 'closed' | 'open' | 'half-open' {
    const state = this.breaker.state;
    if (state === CircuitState.Closed) return 'closed';
    return state === CircuitState.HalfOpen ? 'half-open' : 'open';
  }

  /**
   * Runs one call.
   * @throws ProviderError `circuit_open` (action `wait`) without calling anybody while the provider is down;
   * otherwise whatever the call throws.
   */
  async run<T>(kind: string, call: () => Promise<T>): Promise<T> {
    try {
      return await this.breaker.execute(() => this.observed(kind, call));
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw this.circuitOpen();
      throw error;
    }
  }

  private async observed<T>(kind: string, call: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const report = (ok: boolean, code?: string) =>
      this.tell({ provider: this.provider, kind, ok, code, latencyMs: performance.now() - started });
    try {
      const answer = await call();
      report(true);
      return answer;
    } catch (error) {
      report(false, error instanceof ProviderError ? error.code : 'internal');
      throw error;
    }
  }

  /** A failing observer must not turn an accepted send into an error: the message would be sent again. */
  private tell(call: ObservedCall): void {
    try {
      this.observe(call);
    } catch (error) {
      process.emitWarning(String(error), 'ObserverFailed');
    }
  }

  private circuitOpen(): ProviderError {
    return new ProviderError({
      provider: this.provider,
      code: 'circuit_open',
      action: 'wait',
      scope: 'provider',
      held: true,
      retryAfterMs: Math.max(1, this.openedAt + this.halfOpenAfterMs - Date.now()),
      message: `${this.provider} is failing: calls are held back`,
      explanationFr: `${nameFr(this.provider)} ne répond plus pour le moment : nous réessayons automatiquement.`,
    });
  }
}
