import type { MailJudgement } from '../mail-analyst.js';
import type { Signals, Topic } from './signals.js';

export type Verdict = Pick<MailJudgement, 'classification' | 'action' | 'confidence'>;

const BUSINESS: Topic[] = ['facture', 'commande', 'fournisseur', 'client'];

/**
 * Decides what a mail is. Advertising comes first, since it is what most often cries "urgent"; urgency from a machine counts only when it is about goods or money.
 * Confidence is what the signals deserve, to be compared between mails, not a probability.
 */
export function classify(signals: Signals): Verdict {
  const { scores, isAutomatic, urgent, isTrade } = signals;
  const business = BUSINESS.reduce((best, topic) => (scores[topic] > scores[best] ? topic : best));
  if (scores.publicite > 0 && (isAutomatic ? scores.publicite >= scores[business] : scores.publicite >= 6))
    return { classification: 'publicite', action: 'archiver', confidence: isAutomatic ? 0.9 : 0.75 };
  if (urgent !== 'no' && (isTrade || !isAutomatic))
    return { classification: 'urgent', action: 'repondre_urgent', confidence: urgencyConfidence(urgent, isTrade) };
  if (scores.notification > 0 && scores.notification >= scores[business])
    return { classification: 'notification', action: 'lire', confidence: isAutomatic ? 0.9 : 0.7 };
  if (scores[business] > 0)
    return {
      classification: business as Verdict['classification'],
      action: actionFor(business, signals),
      confidence: Math.round(Math.min(0.6 + 0.05 * scores[business], 0.9) * 100) / 100,
    };
  if (isAutomatic) return { classification: 'notification', action: 'lire', confidence: 0.6 };
  return { classification: 'autre', action: signals.asks ? 'repondre' : 'lire', confidence: 0.5 };
}

function urgencyConfidence(where: 'subject' | 'body', isTrade: boolean): number {
  if (where === 'subject') return isTrade ? 0.95 : 0.85;
  return isTrade ? 0.8 : 0.7;
}

function actionFor(topic: Topic, { asks, isAutomatic }: Signals): Verdict['action'] {
  if (topic === 'facture') return 'payer';
  if (topic === 'commande') return 'verifier';
  return !isAutomatic && (topic === 'client' || asks) ? 'repondre' : 'lire';
}
