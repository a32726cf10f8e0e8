import { event } from '../message.js';
import { count, day, fcfa } from '../schema.js';

@event('figures.updated', { by: 'analytics', says: "A seller's day changed; several changes make one event." })
export class FiguresUpdatedV1 {
  @day("The seller's day") day!: string;
  @count('Messages received') messagesReceived!: number;
  @count('Orders created') ordersCreated!: number;
  @fcfa('Turnover of the day: totals of the orders created, less those cancelled') revenue!: number;
  @count('Mails processed') emailsProcessed!: number;
}
