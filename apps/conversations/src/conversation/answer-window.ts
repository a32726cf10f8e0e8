import { DomainError } from '#contracts';

/** WhatsApp lets a business answer freely for 24 hours after the customer's last message. */
export const WINDOW_MS = 24 * 3_600_000;

/** An answer to something a day old would be refused by WhatsApp, and absurd. */
export const isFresh = (sentAt: Date): boolean => Date.now() - sentAt.getTime() < WINDOW_MS;

/** @throws DomainError WINDOW_CLOSED more than 24 h after the customer wrote: WhatsApp would refuse everything but a template */
export function assertWindow(conversationId: string, lastInboundAt: Date | null): void {
  if (!lastInboundAt || Date.now() - lastInboundAt.getTime() > WINDOW_MS)
    throw new DomainError('WINDOW_CLOSED', 'conflict', { conversationId, lastInboundAt, windowHours: 24 });
}
