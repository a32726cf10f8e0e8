import type { AssistantTools, Draft, PlacedOrder } from './assistant.js';

/**
 * What she ordered last; 'on its way' while the order that she has just confirmed is not recorded yet: what the tools know is an older one then, which nobody speaks of.
 */
export async function latestOrderOf(tools: AssistantTools, { awaited }: Draft): Promise<PlacedOrder | 'on its way' | undefined> {
  const order = await tools.orderStatus();
  return awaited && (!order || order.number === awaited.before) ? 'on its way' : order;
}
