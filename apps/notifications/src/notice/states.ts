import type { NOTIFICATION_STATES } from '#contracts';
import { DomainError } from '#contracts';

export type NoticeState = (typeof NOTIFICATION_STATES)[number];

/** Stored words of the states. */
export const STATE_WORDS: Record<NoticeState, string> = {
  pending: 'en_attente',
  sending: 'en_cours_envoi',
  unknown: 'incertaine',
  sent: 'envoyee',
  delivered: 'distribuee',
  read: 'lue',
  failed: 'echec',
};

/**
 * Where a notice may go from where it is. `unknown`: it was handed to WhatsApp and no answer came. A failed one may still turn out to have arrived (a status that
 * was late), and a sent one may fail for a passing reason and be tried again.
 */
const MOVES: Record<NoticeState, readonly NoticeState[]> = {
  pending: ['sending', 'delivered', 'read', 'failed'],
  sending: ['pending', 'unknown', 'sent', 'delivered', 'read', 'failed'],
  unknown: ['pending', 'sending', 'sent', 'delivered', 'read', 'failed'],
  sent: ['pending', 'delivered', 'read', 'failed'],
  delivered: ['read'],
  read: [],
  failed: ['sent', 'delivered', 'read'],
};

/** True when a notice may go from one state to the other. */
export const mayMove = (from: NoticeState, to: NoticeState): boolean => MOVES[from].includes(to);

/** @throws DomainError NOTICE_MOVE_REFUSED */
export function assertMove(from: NoticeState, to: NoticeState, id: string): void {
  if (!mayMove(from, to)) throw new DomainError('NOTICE_MOVE_REFUSED', 'internal', { from, to, id });
}
