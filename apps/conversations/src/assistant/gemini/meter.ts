import type { ModelUsage } from '../assistant.js';
import { EngineFailed } from '../engine-failed.js';
import type { ModelAnswer } from './model.js';

export interface MeterOptions {
  /** The one that is asked: what brought no answer counts as its. */
  model: string;
  /** For the whole turn, in ms. */
  timeoutMs: number;
  operation?: ModelUsage['operation'];
  /** Milliseconds that only grow. */
  clock?: () => number;
}

/** Counts what a turn costs, by the model that answered, and how much of its time is left. */
export class Meter {
  private readonly spent = new Map<string, ModelUsage>();
  private readonly clock: () => number;
  private readonly startedAt: number;

  constructor(private readonly options: MeterOptions) {
    this.clock = options.clock ?? (() => performance.now());
    this.startedAt = this.clock();
  }

  /** Runs one call and counts it, whatever becomes of it. @throws EngineFailed with all that was spent so far, the cause in it */
  async measure(call: () => Promise<ModelAnswer>): Promise<ModelAnswer> {
    const started = this.clock();
    try {
      const answer = await call();
      this.count(answer.usage.modelVersion, started, { input: answer.usage.input, output: answer.usage.output });
      return answer;
    } catch (error) {
      const { code } = error as { code?: unknown };
      // Nobody was asked while the circuit is open or a quota is spent.
      if (!(error as { held?: boolean }).held) this.count(this.options.model, started, { error: true });
      throw this.failed(typeof code === 'string' ? code : 'model_error', error);
    }
  }

  failed(reason: string, cause?: unknown): EngineFailed {
    return new EngineFailed(reason, this.usage(), cause === undefined ? undefined : { cause });
  }

  remainingMs(): number {
    return Math.round(this.options.timeoutMs - (this.clock() - this.startedAt));
  }

  /** Empty while nobody was asked. */
  usage(): ModelUsage[] {
    return [...this.spent.values()];
  }

  private count(model: string, started: number, spent: { input?: number; output?: number; error?: true }): void {
    const known = this.spent.get(model);
    this.spent.set(model, {
      model,
      ...(this.options.operation ? { operation: this.options.operation } : {}),
      calls: (known?.calls ?? 0) + 1,
      errors: (known?.errors ?? 0) + (spent.error ? 1 : 0),
      inputTokens: (known?.inputTokens ?? 0) + (spent.input ?? 0),
      outputTokens: (known?.outputTokens ?? 0) + (spent.output ?? 0),
      latencyMs: (known?.latencyMs ?? 0) + Math.round(this.clock() - started),
    });
  }
}
