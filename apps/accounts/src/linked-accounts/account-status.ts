/** State of a linked account as stored, and as the API says it. */
export const STATUS = { connecte: 'connected', deconnecte: 'disconnected' } as const;
export type StoredStatus = keyof typeof STATUS;
