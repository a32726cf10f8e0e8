import type { Received } from '#contracts';
import { chainOf } from '#bus';
import type { Caused, Outgoing } from '../outbound/outgoing.js';

/** What is said to her of an event. */
export interface Said {
  text: string;
  /** So that the same news is told once. */
  once: string;
  /** An agreement that became none has no order. */
  orderId?: string;
}

/** What is said, and where: in the conversation in which she agreed. */
export type News = Outgoing & Caused;

/** What she is told because of an event; nothing where she did not agree in a conversation. */
export function newsOf<T extends { conversationId?: string }, S extends Said = Said>(
  { event, meta }: Received<T>,
  said: (event: T) => S,
): (News & S)[] {
  const { conversationId } = event;
  return conversationId
    ? [{ conversationId, sellerId: meta.sellerId!, ...said(event), byAssistant: true, chain: chainOf(meta) }]
    : [];
}
