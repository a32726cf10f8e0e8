import type { DeliveryStatus } from '#contracts';

/**
 * Where a delivery can go from each status. A failed attempt is planned again while attempts are left, and a parcel that changes hands is planned anew.
 * Goods handed over after the delivery was called off are handed over all the same.
 */
export const TRANSITIONS: Record<DeliveryStatus, readonly DeliveryStatus[]> = {
  planned: ['picked-up', 'completed', 'attempt-failed', 'cancelled'],
  'picked-up': ['planned', 'completed', 'attempt-failed', 'cancelled'],
  'attempt-failed': ['planned', 'completed', 'cancelled'],
  completed: [],
  cancelled: ['planned', 'completed'],
};

/** Statuses as `statut_livraison` stores them. */
export const STORED_STATUS: Record<DeliveryStatus, string> = {
  planned: 'planifiee',
  'picked-up': 'recuperee',
  completed: 'livree',
  'attempt-failed': 'echec',
  cancelled: 'annulee',
};

/** The status that a stored value means. */
export const statusOf = (stored: string): DeliveryStatus =>
  (Object.keys(STORED_STATUS) as DeliveryStatus[]).find((status) => STORED_STATUS[status] === stored)!;

/** SQL that reads a stored status as the contract's word; null stays null. */
export const wordOf = (column: string) =>
  `case ${column} ${Object.entries(STORED_STATUS)
    .map(([status, stored]) => `when '${stored}' then '${status}'`)
    .join(' ')} end`;
