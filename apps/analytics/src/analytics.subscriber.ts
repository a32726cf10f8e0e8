import { Injectable } from '@nestjs/common';
import { AtMostEvery, OnEveryEvent } from '#bus';
import type { Received } from '#contracts';
import { TakeEvents } from './journal/take-events.js';

/** Event door: everything that happens on the platform, in batches. */
@Injectable()
export class AnalyticsSubscriber {
  constructor(private readonly takeEvents: TakeEvents) {}

  @AtMostEvery(250)
  @OnEveryEvent()
  async everything(events: Received[]): Promise<void> {
    await this.takeEvents.take(events);
  }
}
