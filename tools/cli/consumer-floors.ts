import type { JetStreamManager } from '@nats-io/jetstream';
import { ignoreMissing } from '#bus';
import type { Interest } from './broker.js';

/**
 * Up to which sequence of its stream each consumer has acknowledged everything, by `stream/durable`. A consumer that is not there has no entry: nothing was
 * ever delivered to it.
 */
export async function consumerFloors(manager: JetStreamManager, interests: readonly Interest[]): Promise<Map<string, number>> {
  const floors = new Map<string, number>();
  for (const { consumer } of interests) {
    const info = await manager.consumers.info(consumer.stream, consumer.durable).catch(ignoreMissing);
    if (!info) continue;
    floors.set(`${consumer.stream}/${consumer.durable}`, info.ack_floor.stream_seq);
  }
  return floors;
}
