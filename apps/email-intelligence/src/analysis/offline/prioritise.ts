import type { EMAIL_PRIORITIES } from '#contracts';
import type { MailToAnalyse } from '../mail-analyst.js';
import { classify } from './classify.js';
import { signalsOf } from './signals.js';

export type Priority = (typeof EMAIL_PRIORITIES)[number];

/** How soon a mail deserves the seller's eye; decided by rules when it is stored, before any analysis. */
export function prioritise(mail: MailToAnalyse): Priority {
  const signals = signalsOf(mail);
  const { classification } = classify(signals);
  if (classification === 'urgent' || (classification === 'client' && signals.isComplaint)) return 'important';
  return classification === 'publicite' || classification === 'notification' ? 'faible' : 'normal';
}
