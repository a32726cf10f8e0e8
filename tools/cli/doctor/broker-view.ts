import { SERVICES, type ServiceName, streamOf } from '#contracts';
import { type Interest, withBroker } from '../broker.js';
import { consumerFloors } from '../consumer-floors.js';
import { stateOf, type StreamState } from '../stream-walk.js';

/** The broker at one moment. */
export interface BrokerView {
  streams: ReadonlyMap<ServiceName, StreamState>;
  /** See {@link consumerFloors}. */
  floors: ReadonlyMap<string, number>;
  /** Difference of the broker's clock from ours in ms; undefined when it does not tell. */
  clockOffsetMs: number | undefined;
}

/** Looks at streams and consumers. Floors come first: what is acknowledged by then is booked by the time the databases are asked. */
export const viewBroker = (url: string, interests: readonly Interest[]): Promise<BrokerView> =>
  withBroker(url, async (_connection, manager) => {
    const floors = await consumerFloors(manager, interests);
    const streams = new Map<ServiceName, StreamState>();
    let clockOffsetMs: number | undefined;
    for (const service of SERVICES) {
      const asked = Date.now();
      const state = await stateOf(manager, streamOf(service));
      if (!state) continue;
      streams.set(service, state);
      if (state.clock) clockOffsetMs = offset(state.clock, asked);
    }
    return { streams, floors, clockOffsetMs };
  });

/** How far another clock is from ours, taking the middle of the round trip for its moment. */
export const offset = (theirs: Date, asked: number): number => Math.round(theirs.getTime() - (asked + Date.now()) / 2);
