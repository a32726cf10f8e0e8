import {
  Asks,
  GetCustomerJourney,
  GetNoticesAbout,
  GetOrder,
  GetOrderDeliveries,
  id,
  listOf,
  TimelineStep,
  type TimelineSteps,
} from '#contracts';
import type { Ask } from '../api/route.js';
import { deliverySteps, noticeSteps, orderSteps, paymentSteps, refundSteps } from './timeline-steps.js';

/** All that happened to an order, from the ad to the cash. */
export class OrderTimeline implements TimelineSteps {
  @listOf('Steps, oldest first', () => TimelineStep, { max: 2_000 }) items!: TimelineStep[];
}

export class AsksOrderTimeline extends Asks<OrderTimeline> {
  @id('The order') orderId!: string;
}

export const timelineAsks = [GetOrder, GetCustomerJourney, GetOrderDeliveries, GetNoticesAbout];

/** The order's way as each service knows its part of it. @throws DomainError ORDER_NOT_FOUND */
export async function orderTimeline({ orderId }: AsksOrderTimeline, ask: Ask): Promise<OrderTimeline> {
  const order = await ask(GetOrder, { orderId });
  const { prospectId, conversationId } = order;
  // An order that the assistant took carries the id of what was agreed.
  const about = { prospectId, ...(conversationId ? { conversationId, agreementId: orderId } : {}) };
  const [journey, deliveries] = await Promise.all([
    ask(GetCustomerJourney, about).catch(whenErased),
    ask(GetOrderDeliveries, { orderId }),
  ]);
  const referenceIds = [orderId, ...deliveries.items.map((delivery) => delivery.id)];
  const notices = await ask(GetNoticesAbout, { referenceIds: referenceIds.slice(0, 50) });
  const steps = [
    ...journey.items,
    ...orderSteps(order, deliveries.items),
    ...paymentSteps(order),
    ...refundSteps(order),
    ...deliveries.items.flatMap(deliverySteps),
    ...notices.items.map(noticeSteps),
  ];
  // Sorting is stable: what happened in the same instant stays in the order of the story.
  return { items: steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
}

/** Of a customer who was erased the order is all that is left. */
function whenErased(error: unknown): TimelineSteps {
  if ((error as { kind?: string } | undefined)?.kind === 'not-found') return { items: [] };
  throw error;
}
