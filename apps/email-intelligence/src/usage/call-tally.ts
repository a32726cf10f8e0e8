import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { EmailsApiUsedV1, type Fact, fact } from '#contracts';
import { newId } from '#database';
import type { ObservedCall } from '#providers';

/** What became of a piece of work, with the calls it made as facts to publish beside its result. */
export type Tallied<T> = { facts: Fact[] } & ({ result: T; failure?: undefined } | { result?: undefined; failure: Error });

interface Tally {
  since: Date;
  calls: ObservedCall[];
}

/** Counts the calls to Gmail by the work they are made for: a client serves all sellers and does not know whose call it makes. */
@Injectable()
export class CallTally {
  private readonly current = new AsyncLocalStorage<Tally>();

  /** The client's observer. */
  note(call: ObservedCall): void {
    this.current.getStore()?.calls.push(call);
  }

  /** Runs work for one seller. Never throws: whatever happened, its calls were made. */
  async of<T>({ sellerId, accountId }: { sellerId: string; accountId: string }, work: () => Promise<T>): Promise<Tallied<T>> {
    const tally: Tally = { since: new Date(), calls: [] };
    const outcome = await this.current.run(tally, async () => {
      try {
        return { result: await work() };
      } catch (error) {
        return { failure: error instanceof Error ? error : new Error(String(error)) };
      }
    });
    return { ...outcome, facts: factsOf(tally, sellerId, accountId) } as Tallied<T>;
  }
}

function factsOf({ since, calls }: Tally, sellerId: string, accountId: string): Fact[] {
  return [...Map.groupBy(calls, (call) => call.kind)].map(([operation, ofKind]) =>
    fact<object>(
      EmailsApiUsedV1,
      {
        provider: 'gmail',
        operation,
        calls: ofKind.length,
        errors: ofKind.filter((call) => !call.ok).length,
        inputTokens: 0,
        outputTokens: 0,
        latencyMs: Math.round(ofKind.reduce((sum, call) => sum + call.latencyMs, 0)),
        costFcfa: 0,
        since: since.toISOString(),
        referenceId: accountId,
      },
      { sellerId, key: newId(), version: 1 },
    ),
  );
}
