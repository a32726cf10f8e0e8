import type { ClaimedNotice } from './notice-queue.js';

/** Why a notice must not leave, though it is due; in French for the seller. */
export interface Refusal {
  code: 'ERASED' | 'OPTED_OUT' | 'CODE_EXPIRED' | 'CODE_UNREADABLE';
  explanation: string;
}

const REFUSALS: Record<Refusal['code'], string> = {
  ERASED: 'Cette personne a demandé l’effacement de ses données : l’avis n’a pas été envoyé.',
  OPTED_OUT: 'Ce client ne souhaite plus recevoir de messages : l’avis n’a pas été envoyé.',
  CODE_UNREADABLE: 'Le code n’a pas pu être lu : demandez-en un autre.',
  CODE_EXPIRED: 'Le code a expiré avant de pouvoir être envoyé.',
};

export const refusal = (code: Refusal['code']): Refusal => ({ code, explanation: REFUSALS[code] });

/** Asked at the last moment: what the customer wished, or the code was good for, may have changed while the notice waited. */
export function whyNotToSend(notice: ClaimedNotice, now = Date.now()): Refusal | undefined {
  if (notice.erased) return refusal('ERASED');
  if (notice.optedOut) return refusal('OPTED_OUT');
  if (notice.expiresAt && notice.expiresAt.getTime() <= now) return refusal('CODE_EXPIRED');
  return undefined;
}
