import { classifyWhatsAppFault } from '#providers';
import type { Notification } from '../notice/notification.entity.js';
import { whatNext } from '../sending/what-next.js';
import type { StatusItem } from './status-item.js';

/** What a status without an error object is taken for. */
const UNEXPLAINED = { code: 131000 };

/** Lets a notice learn what became of a message. @returns false when it knew already */
export function applyStatus(notice: Notification, { status, wamid, fault }: StatusItem): boolean {
  const before = [notice.state, notice.wamid].join();
  if (status !== 'failed') notice.arrived(status, wamid);
  // A failure of an earlier try says nothing about the one that is under way.
  else if (notice.wamid === null || notice.wamid === wamid) refuse(notice, fault ?? UNEXPLAINED);
  return before !== [notice.state, notice.wamid].join();
}

function refuse(notice: Notification, fault: { code: number }): void {
  if (!['sending', 'unknown', 'sent'].includes(notice.state)) return;
  const error = classifyWhatsAppFault(fault);
  const next = whatNext(error, notice.attempts, Date.now() - notice.createdAt.getTime());
  if (next.do === 'postpone') notice.postpone(new Date(Date.now() + next.inMs), next.spent, error.code, error.explanationFr);
  else notice.fail(error.code, error.explanationFr);
}
