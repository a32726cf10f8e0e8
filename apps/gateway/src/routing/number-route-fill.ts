import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { currentContext, Requests, Worker } from '#bus';
import { DomainError, GetNumberRoutes } from '#contracts';
import { Database } from '#database';
import { LOGGER } from '#service';
import { NumberRoutes } from './number-routes.js';

/**
 * Asks accounts for every number once after each start: streams forget after a week, so a new gateway, or one that was away for long, cannot learn it all from
 * events. What the table knows already is not touched, whichever of the two came first.
 */
@Injectable()
export class NumberRouteFill {
  private done = false;

  constructor(
    private readonly db: Database,
    private readonly routes: NumberRoutes,
    private readonly requests: Requests,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Worker({ name: 'number-route-fill', idleMs: 2_000 })
  async fill(): Promise<number> {
    if (this.done) return 0;
    try {
      await this.copyAll();
      this.done = true;
    } catch (error) {
      if (!(error instanceof DomainError && error.kind === 'unavailable')) throw error;
      this.logger.info({ event: 'number-routes.waiting' }, 'accounts does not answer yet: the routing table stays as it is');
    }
    return 0;
  }

  private async copyAll(): Promise<void> {
    let after: string | undefined;
    do {
      const page = await this.requests.ask(GetNumberRoutes, after ? { after } : {}, currentContext());
      const since = new Date();
      await this.db.asWorker(() => this.routes.learn(page.routes.map((route) => ({ ...route, active: true, since }))));
      after = page.nextAfter;
    } while (after);
  }
}
