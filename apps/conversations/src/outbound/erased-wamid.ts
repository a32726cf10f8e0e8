import { createHash } from 'node:crypto';

/** WhatsApp's message id holds the customer's number: what stays of it after an erasure only tells that a message is known, should WhatsApp speak of it again. */
export const erasedWamid = (wamid: string) => `efface:${createHash('sha256').update(wamid).digest('hex')}`;

/** SQL: the same of a column. */
export const erasedWamidSql = (column: string) => `'efface:' || encode(sha256(convert_to(${column}, 'UTF8')), 'hex')`;
