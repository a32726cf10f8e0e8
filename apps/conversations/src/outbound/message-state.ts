/** How far an outbound message got, as stored. */
export type OutboundStatus = 'en_attente' | 'en_envoi' | 'inconnu' | 'envoye' | 'distribue' | 'lu' | 'echec';

/** WhatsApp's word for a status, as we store it; words we do not know are kept in `statuts_recus` and change nothing. */
export const STORED_STATUS: Record<string, OutboundStatus> = {
  sent: 'envoye',
  delivered: 'distribue',
  read: 'lu',
  played: 'lu',
  failed: 'echec',
};

/**
 * SQL: the rank of a status. It only grows: a failure is stronger than « sent » (an older status may come late), and a delivery is stronger than a failure
 * (one of the customer's devices refused, another took it).
 */
export const rankSql = (column: string) =>
  `case ${column} when 'envoye' then 1 when 'echec' then 2 when 'distribue' then 3 when 'lu' then 4 else 0 end`;
