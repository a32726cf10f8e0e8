import { type Fact, fact, FiguresUpdatedV1 } from '#contracts';

/** A day's row, read for publishing. */
export interface FiguresRow {
  sellerId: string;
  /** `YYYY-MM-DD` */
  day: string;
  version: number;
  messages: number;
  orders: number;
  /** FCFA */
  revenue: number;
  emails: number;
}

/** The day as others hear of it: the whole row each time, so a reader keeps the newest version. */
export const figuresFact = ({ sellerId, day, version, messages, orders, revenue, emails }: FiguresRow): Fact =>
  fact<object>(
    FiguresUpdatedV1,
    { day, messagesReceived: messages, ordersCreated: orders, revenue, emailsProcessed: emails },
    { sellerId, key: `${sellerId}:${day}`, version },
  );
