import type { EventMeta } from '#contracts';

/** The chain of events that a turn goes on with: that of the message which asks for it. */
export const chainOf = ({ correlationId, traceparent }: EventMeta) => ({
  correlationId,
  ...(traceparent ? { traceparent } : {}),
});
