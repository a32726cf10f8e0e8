import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { fact, WhatsAppAccountSuspendedV1 } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';
import { LOGGER } from '#service';
import { sendMetrics } from './metrics.js';

/** A number that WhatsApp refuses. */
export interface Refused {
  accountId: string;
  sellerId: string;
  /** The sealed token that was refused: a newer one may have come meanwhile, and is not judged by it. */
  sealedToken?: string | null;
  /** Where no token is known: when WhatsApp said it; a link made later is not judged by it. */
  at?: Date;
}

/** Stops the sends of a number that WhatsApp refuses, until it is linked again: what waits keeps waiting, what customers write is kept. */
@Injectable()
export class Suspensions {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** In the open transaction. Said by many answers at once, it is told once. @param why WhatsApp's code and what it means, in French */
  async suspend(
    { accountId, sellerId, sealedToken, at }: Refused,
    { code, explanation }: { code: string; explanation: string },
  ): Promise<void> {
    const [suspended] = await this.db.rows<{ suspensions: number }>(
      `update comptes_copie set statut = 'suspendu', motif_suspension = $3, explication_suspension = $4, suspensions = suspensions + 1
        where id_compte_whatsapp = $1 and id_utilisateur = $2 and statut = 'connecte'
          and ($5::text is null or access_token = $5) and ($6::timestamptz is null or connecte_le <= $6)
       returning suspensions`,
      [accountId, sellerId, code, explanation.slice(0, 500), sealedToken ?? null, at ?? null],
    );
    if (!suspended) return;
    await this.outbox.add([
      fact(
        WhatsAppAccountSuspendedV1,
        { accountId, code: code.slice(0, 60), reason: explanation.slice(0, 500) },
        { sellerId, key: accountId, version: suspended.suspensions },
      ),
    ]);
    this.db.afterCommit(() => {
      sendMetrics.suspensions.inc({ code });
      this.logger.error(
        { event: 'whatsapp.account-suspended', sellerId, accountId, code },
        'WhatsApp refuses this account: nothing more is sent from it until it is linked again',
      );
    });
  }
}
