import type { Received } from '#contracts';
import { publicFacts } from './public-facts.js';

/** An event in a seller's feed. */
export interface FeedEvent {
  sellerId: string;
  id: string;
  type: string;
  data: Record<string, unknown>;
  prospectId: string | null;
  occurredAt: Date;
}

/** A received event of a seller, as his programs may see it. */
export function feedEvent({ event, meta }: Received): FeedEvent {
  const { prospectId } = event as { prospectId?: string };
  return {
    sellerId: meta.sellerId!,
    id: meta.id,
    type: meta.subject,
    data: publicFacts(meta.subject, event),
    prospectId: prospectId ?? null,
    occurredAt: meta.occurredAt,
  };
}
