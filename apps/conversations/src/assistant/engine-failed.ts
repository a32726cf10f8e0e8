import { ModelUsage } from './assistant.js';

/** An engine could not answer this turn; `reason` is a code for logs, `usage` what the attempt cost all the same. */
export class EngineFailed extends Error {
  constructor(
    readonly reason: string,
    readonly usage: ModelUsage[] = [],
    options?: ErrorOptions,
  ) {
    super(`the assistant's engine failed: ${reason}`, options);
    this.name = 'EngineFailed';
  }
}
