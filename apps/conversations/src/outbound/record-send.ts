import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { fact, MessageSentV1 } from '#contracts';
import { Database } from '#database';
import { Outbox } from '#bus';
import type { ProviderError } from '#providers';
import { LOGGER } from '#service';
import { ConversationsEnv } from '../conversations.env.js';
import { ReceiveStatuses } from '../inbound/receive-statuses.js';
import type { ClaimedSend } from './claim-sends.js';
import { erasedWamid } from './erased-wamid.js';
import { type FailedSend, failure, PERSON_ERASED } from './fail-queued.js';

const RETRY_MS = [2_000, 5_000, 15_000, 60_000, 300_000];
/** After this many calls a message is given up. */
const MOST_ATTEMPTS = 8;

const UNCONFIRMED = ['envoi_inconnu', "WhatsApp n'a pas confirmé ce message : vérifiez auprès du client s'il l'a reçu."] as const;

/** Writes down what became of a send. What WhatsApp took is written down always; a failure or a delay changes nothing when the lease was lost meanwhile. */
@Injectable()
export class RecordSend {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly statuses: ReceiveStatuses,
    private readonly env: ConversationsEnv,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** WhatsApp took it. A status may have said so before: then the message is further on already and only gets what it lacks. */
  async sent(send: ClaimedSend, wamid: string): Promise<void> {
    await this.db.asSeller(send.id_utilisateur, async () => {
      await this.statuses.lock(send.phone_number_id, wamid);
      const [before] = await this.db.rows<{ date_envoi: Date | null; statut_message: string }>(
        'select date_envoi, statut_message from messages where id_message = $1 for update',
        [send.id_message],
      );
      await this.db.run(
        `update messages set wamid = coalesce(wamid, case when code_erreur = $4 then $3 else $2 end), date_envoi = coalesce(date_envoi, now()), bail_envoi = null, bail_envoi_fin = null, prochain_essai = null,
                statut_message = case when statut_message in ('en_attente', 'en_envoi', 'inconnu') then 'envoye' else statut_message end
          where id_message = $1`,
        [send.id_message, wamid, erasedWamid(wamid), PERSON_ERASED[0]],
      );
      if (before && !before.date_envoi && before.statut_message !== 'echec') await this.tellSent(send, wamid);
      await this.statuses.applyParked(send.phone_number_id, wamid);
    });
  }

  /** Nothing will come of it: the row says why, in French for the seller. */
  async failed(send: ClaimedSend, code: string, explanation: string): Promise<void> {
    await this.held(
      send,
      `statut_message = 'echec', prochain_essai = null, code_erreur = $3, explication_erreur = $4`,
      [code, explanation],
      () => this.outbox.add([failure(send, code, explanation)]),
    );
  }

  /** A message whose one resend was left unknown too (its worker died) and that waited in vain for a status is given up, or it would hold up its conversation. */
  async giveUpUnconfirmed(): Promise<void> {
    await this.db.asWorker(async () => {
      const given = await this.db.rows<FailedSend>(
        `update messages m set statut_message = 'echec', prochain_essai = null, code_erreur = $1, explication_erreur = $2
           from conversations c
          where c.id_conversation = m.id_conversation
            and m.id_message in (select id_message from messages where statut_message = 'inconnu' and prochain_essai <= now() and renvois > 0
                                  order by id_message limit 100 for update skip locked)
          returning m.id_message, m.id_conversation, c.id_prospect, m.id_utilisateur`,
        [...UNCONFIRMED],
      );
      await this.outbox.add(given.map((send) => failure(send, ...UNCONFIRMED)));
    });
  }

  /** What an error of WhatsApp's asks for, done: again later, hold back, stop, or wait for a status. */
  async refused(send: ClaimedSend, error: ProviderError): Promise<void> {
    switch (error.action) {
      case 'unknown':
        return this.unknown(send);
      case 'retry':
        if (send.tentatives >= MOST_ATTEMPTS) return this.failed(send, error.code, error.explanationFr);
        return this.later(send, error.retryAfterMs ?? RETRY_MS[Math.min(send.tentatives, RETRY_MS.length) - 1]!);
      case 'wait':
        if (error.scope === 'account') await this.pause(send, error.retryAfterMs ?? 60_000);
        return this.later(send, error.retryAfterMs ?? 60_000);
      case 'stop-recipient':
        await this.stopRecipient(send, error);
        return this.failed(send, error.code, error.explanationFr);
      case 'stop-account':
      case 'reconnect':
        await this.suspend(send, error);
        return this.failed(send, error.code, error.explanationFr);
      case 'reject':
        return this.failed(send, error.code, error.explanationFr);
    }
  }

  /** The call left and no answer came: WhatsApp's statuses carry our id and will tell; only silence allows one more send. */
  private async unknown(send: ClaimedSend): Promise<void> {
    const [row] = await this.db.asSeller(send.id_utilisateur, () =>
      this.db.rows<{ renvois: number }>('select renvois from messages where id_message = $1', [send.id_message]),
    );
    if ((row?.renvois ?? 0) > 0) return this.failed(send, ...UNCONFIRMED);
    await this.held(send, `statut_message = 'inconnu', prochain_essai = now() + $3::int * interval '1 ms'`, [
      this.env.unknownWaitMs,
    ]);
  }

  private async later(send: ClaimedSend, ms: number): Promise<void> {
    await this.held(send, `statut_message = 'en_attente', prochain_essai = now() + $3::int * interval '1 ms'`, [Math.ceil(ms)]);
  }

  private async held(
    send: ClaimedSend,
    change: string,
    values: unknown[],
    then: () => Promise<void> = async () => {},
  ): Promise<void> {
    await this.db.asSeller(send.id_utilisateur, async () => {
      const mine = await this.db.run(
        `update messages set bail_envoi = null, bail_envoi_fin = null, ${change} where id_message = $1 and bail_envoi = $2`,
        [send.id_message, send.bail_envoi, ...values],
      );
      if (mine > 0) await then();
    });
  }

  private async pause(send: ClaimedSend, ms: number): Promise<void> {
    await this.db.asSeller(send.id_utilisateur, () =>
      this.db.run(`update comptes_copie set pause_jusqu_a = now() + $2::int * interval '1 ms' where id_compte_whatsapp = $1`, [
        send.id_compte_whatsapp,
        Math.ceil(ms),
      ]),
    );
  }

  private async suspend(send: ClaimedSend, error: ProviderError): Promise<void> {
    await this.db.asSeller(send.id_utilisateur, () =>
      this.db.run(
        `update comptes_copie set statut = 'suspendu', motif_suspension = $2 where id_compte_whatsapp = $1 and statut = 'connecte'`,
        [send.id_compte_whatsapp, error.code],
      ),
    );
    this.logger.error(
      {
        event: 'whatsapp.account-suspended',
        sellerId: send.id_utilisateur,
        accountId: send.id_compte_whatsapp,
        code: error.code,
      },
      'WhatsApp refuses this account: nothing more is sent from it until it is connected again',
    );
  }

  private async stopRecipient(send: ClaimedSend, error: ProviderError): Promise<void> {
    await this.db.asSeller(send.id_utilisateur, () =>
      this.db.run('update prospects set envoi_refuse = $2 where id_prospect = $1', [send.id_prospect, error.code]),
    );
  }

  private async tellSent(send: ClaimedSend, wamid: string): Promise<void> {
    await this.outbox.add([
      fact(
        MessageSentV1,
        {
          messageId: send.id_message,
          conversationId: send.id_conversation,
          prospectId: send.id_prospect,
          byAssistant: send.genere_par_ia,
          wamid,
        },
        { sellerId: send.id_utilisateur, key: send.id_message, version: 1 },
      ),
    ]);
  }
}
