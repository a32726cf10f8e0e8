import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { PACE_CODES, type ProviderError } from '#providers';
import { Pace } from './pace.js';
import { Restrictions } from './restrictions.js';
import { Suspensions } from './suspensions.js';

/** Meta's codes: too many calls for the app, or for the business account; he wants no advertising. */
const CALL_LIMITS = ['4', '80007'];
const NO_ADVERTISING = '131050';

/** A limit that was met longer ago says nothing about now: webhooks may be days late. */
const NEWS_MS = 300_000;

/** Whom a refusal may concern. */
export interface Concerned {
  accountId: string;
  sellerId: string;
  phoneNumberId: string;
  prospectId?: string;
  /** The sealed token that was refused, where it is known. */
  sealedToken?: string | null;
  /** When WhatsApp said it, where that was not just now. */
  at?: Date;
}

/**
 * What a refusal of WhatsApp's means beyond the message that met it, whether it was the answer to the send or came as a status: this customer gets too much or
 * nothing more, this number sends too fast, may only answer, or is refused altogether.
 */
@Injectable()
export class Consequences {
  constructor(
    private readonly db: Database,
    private readonly pace: Pace,
    private readonly suspensions: Suspensions,
    private readonly restrictions: Restrictions,
  ) {}

  /** In the open transaction. @param waitMs how long a limit lasts */
  async of(error: ProviderError, whom: Concerned, waitMs = error.retryAfterMs ?? 60_000): Promise<void> {
    const { accountId, sellerId, prospectId, sealedToken, at } = whom;
    const refused = { accountId, sellerId, sealedToken, at };
    const why = { code: error.code, explanation: error.explanationFr };
    switch (error.action) {
      case 'wait':
        if (!at || Date.now() - at.getTime() < NEWS_MS) await this.slowDown(error, whom, waitMs);
        return;
      case 'stop-recipient':
        if (prospectId) await this.stopRecipient(prospectId, sellerId, error.code, at);
        return;
      case 'stop-account':
      case 'reconnect':
        return this.suspensions.suspend(refused, why);
      case 'restrict':
        return this.restrictions.restrict(refused, why);
      default:
        return;
    }
  }

  /** The customer waits, or the number, or all numbers of the business; nobody else does. */
  private async slowDown(error: ProviderError, { accountId, sellerId, phoneNumberId, prospectId }: Concerned, waitMs: number) {
    if (error.code === PACE_CODES.person && prospectId) await this.pace.spent(phoneNumberId, prospectId, sellerId, waitMs);
    if (error.code === PACE_CODES.number) await this.pace.slowDown(accountId, sellerId);
    const wholeBusiness = CALL_LIMITS.includes(error.code);
    if (error.scope !== 'account' && !wholeBusiness) return;
    await this.db.run(
      `update comptes_copie a set pause_jusqu_a = greatest(a.pause_jusqu_a, now() + $3::int * interval '1 ms') from comptes_copie celui
        where celui.id_compte_whatsapp = $1 and celui.id_utilisateur = $2 and a.id_utilisateur = $2
          and (a.id_compte_whatsapp = $1 or ($4 and a.compte_business = celui.compte_business))`,
      [accountId, sellerId, Math.ceil(waitMs), wholeBusiness],
    );
  }

  /** Until he writes himself: who wrote since can be reached. Who only wants no advertising is still answered. */
  private async stopRecipient(prospectId: string, sellerId: string, code: string, at?: Date): Promise<void> {
    if (code === NO_ADVERTISING)
      await this.db.run(
        `update prospects set promotions_refusees_le = coalesce(promotions_refusees_le, $3::timestamptz, now()) where id_prospect = $1 and id_utilisateur = $2`,
        [prospectId, sellerId, at ?? null],
      );
    else
      await this.db.run(
        `update prospects p set envoi_refuse = $3 where p.id_prospect = $1 and p.id_utilisateur = $2
            and not exists (select from conversations c where c.id_prospect = p.id_prospect and c.dernier_entrant > $4::timestamptz)`,
        [prospectId, sellerId, code, at ?? null],
      );
  }
}
