import { Injectable } from '@nestjs/common';
import { Workers } from '#bus';
import { Database } from '#database';
import { ConversationsEnv } from '../conversations.env.js';

/** Wakes this replica's workers when the open transaction has made work for them; others find it when they look by themselves. */
@Injectable()
export class Bell {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly env: ConversationsEnv,
  ) {}

  /** A turn is due once the customer has been silent for the settling pause. */
  turnSettles(): void {
    this.db.afterCommit(() => {
      if (this.env.turnDebounceMs === 0) this.workers.wake('turns');
      else this.turnIn(this.env.turnDebounceMs);
    });
  }

  /** A turn is due in `ms`. */
  turnIn(ms: number): void {
    setTimeout(() => this.workers.wake('turns'), ms + 5).unref();
  }

  /** A message waits to be sent. */
  messageWaits(): void {
    this.db.afterCommit(() => this.workers.wake('envois'));
  }
}
