import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { Outbox } from '#bus';
import type { ProviderError } from '#providers';
import { ConversationsEnv } from '../conversations.env.js';
import type { ClaimedSend } from './claim-sends.js';
import { type Concerned, Consequences } from './consequences.js';
import { failure } from './fail-queued.js';
import { finalWords } from './final-words.js';
import { sendMetrics } from './metrics.js';
import { HELD_BACK } from './restrictions.js';

const RETRY_MS = [2_000, 5_000, 15_000, 60_000, 300_000];
/** After this many calls a message is given up. */
const MOST_ATTEMPTS = 8;

/** A limit that lasts this long is one on advertising: such a message is not tried for ever. */
const LONG_WAIT_MS = 3_600_000;
const MOST_LONG_WAITS = 3;

/** Writes down what became of a send that WhatsApp did not take. It changes nothing when the lease was lost meanwhile. */
@Injectable()
export class RecordSend {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: ConversationsEnv,
    private readonly consequences: Consequences,
  ) {}

  /** Nothing will come of it: the row says why, in French for the seller. */
  async failed(send: ClaimedSend, code: string, explanation: string): Promise<void> {
    await this.held(
      send,
      `statut_message = 'echec', prochain_essai = null, code_erreur = $3, explication_erreur = $4`,
      [code, explanation],
      async () => {
        await this.outbox.add([failure(send, code, explanation)]);
        // A reaction that the customer did not get does not stand on his message.
        if (send.contenu_envoi.type === 'reaction')
          await this.db.run('delete from suites_message where phone_number_id = $1 and wamid = $2 and id_utilisateur = $3', [
            send.phone_number_id,
            send.id_message,
            send.id_utilisateur,
          ]);
      },
    );
  }

  /** What an error of WhatsApp's asks for, done: again later, hold back, stop, or wait for a status. */
  async refused(send: ClaimedSend, error: ProviderError): Promise<void> {
    switch (error.action) {
      case 'unknown':
        return this.unknown(send);
      case 'retry':
        if (send.tentatives >= MOST_ATTEMPTS) return this.failed(send, error.code, finalWords(error));
        return this.later(send, error.retryAfterMs ?? retryMs(send));
      case 'wait':
        return this.holdBack(send, error, error.retryAfterMs ?? 60_000);
      case 'stop-account':
      case 'reconnect':
        return this.waitForAccount(send, error);
      case 'restrict':
        return this.onlyAnswers(send, error);
      case 'stop-recipient':
        await this.db.asSeller(send.id_utilisateur, () => this.consequences.of(error, concernedBy(send)));
        return this.failed(send, error.code, error.explanationFr);
      case 'reject':
        return this.failed(send, error.code, error.explanationFr);
    }
  }

  /** The call left and no answer came: WhatsApp's statuses carry our id and will tell; only silence allows one more send, and after that none. */
  private async unknown(send: ClaimedSend): Promise<void> {
    await this.db.asSeller(send.id_utilisateur, () =>
      this.held(send, `statut_message = 'inconnu', prochain_essai = now() + $3::int * interval '1 ms'`, [this.env.unknownWaitMs]),
    );
  }

  /** A limit was met. Being asked to wait a moment is no failed attempt. */
  private async holdBack(send: ClaimedSend, error: ProviderError, ms: number): Promise<void> {
    sendMetrics.limited.inc({ code: error.code });
    const long = ms >= LONG_WAIT_MS;
    if (long && send.tentatives >= MOST_LONG_WAITS) return this.failed(send, error.code, finalWords(error));
    await this.db.asSeller(send.id_utilisateur, async () => {
      await this.consequences.of(error, concernedBy(send), ms);
      await this.held(
        send,
        `statut_message = 'en_attente', tentatives = tentatives - $4::int, prochain_essai = now() + $3::int * interval '1 ms'`,
        [Math.ceil(ms), long ? 0 : 1],
      );
    });
  }

  /** WhatsApp refuses the account, not this message: it waits with the others until the number is linked again. */
  private async waitForAccount(send: ClaimedSend, error: ProviderError): Promise<void> {
    await this.db.asSeller(send.id_utilisateur, async () => {
      await this.consequences.of(error, { ...concernedBy(send), sealedToken: send.access_token });
      await this.held(send, `statut_message = 'en_attente', tentatives = tentatives - 1, prochain_essai = now()`, []);
    });
  }

  /** WhatsApp takes answers only from this number: what is none waits until that is over, a few times. An answer that was refused all the same is tried again. */
  private async onlyAnswers(send: ClaimedSend, error: ProviderError): Promise<void> {
    await this.db.asSeller(send.id_utilisateur, () =>
      this.consequences.of(error, { ...concernedBy(send), sealedToken: send.access_token }),
    );
    const begins = send.sans_question;
    if (send.tentatives >= (begins ? MOST_LONG_WAITS : MOST_ATTEMPTS)) return this.failed(send, error.code, finalWords(error));
    if (!begins) return this.later(send, retryMs(send));
    await this.held(send, `statut_message = 'en_attente', prochain_essai = now(), code_erreur = $3, explication_erreur = $4`, [
      error.code,
      HELD_BACK,
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
}

/** Milliseconds until the next try, longer with each. */
const retryMs = ({ tentatives }: ClaimedSend): number => RETRY_MS[Math.min(tentatives, RETRY_MS.length) - 1]!;

const concernedBy = (send: ClaimedSend): Concerned => ({
  accountId: send.id_compte_whatsapp,
  sellerId: send.id_utilisateur,
  phoneNumberId: send.phone_number_id,
  prospectId: send.id_prospect,
});
