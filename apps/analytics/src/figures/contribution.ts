/** What one fact adds to (or takes from) the day it belongs to. */
export interface Contribution {
  sellerId: string;
  /** The moment whose day, in the seller's time zone, is meant. */
  at: Date;
  messages: number;
  orders: number;
  /** FCFA; negative for an order that was cancelled. */
  revenue: number;
  emails: number;
}
