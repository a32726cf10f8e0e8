import { Injectable } from '@nestjs/common';
import { Outbox } from '#bus';
import { Database } from '#database';
import { ConversationsEnv } from '../conversations.env.js';
import { type FailedSend, failure } from './fail-queued.js';
import { sendMetrics } from './metrics.js';

const UNCONFIRMED = ['envoi_inconnu', "WhatsApp n'a pas confirmé ce message : vérifiez auprès du client s'il l'a reçu."] as const;

/** Leases and waits last many times longer. */
const LOOK_EVERY_MS = 1_000;

const LOST = `select exists (select from messages where statut_message = 'inconnu' and prochain_essai <= now())
           or exists (select from messages where statut_message = 'en_envoi' and bail_envoi_fin < now()) as some`;

/** Messages whose fate nobody learned, because their worker died or WhatsApp did not answer. */
@Injectable()
export class LostSends {
  private lookedAt = -Infinity;

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly env: ConversationsEnv,
  ) {}

  /** Looks for them and brings each a step further, once in a second at most. @returns after how many of them something may leave that waited */
  async settle(): Promise<number> {
    if (performance.now() < this.lookedAt + LOOK_EVERY_MS) return 0;
    this.lookedAt = performance.now();
    const [lost] = await this.db.glance<{ some: boolean }>(LOST);
    if (!lost!.some) return 0;
    return this.db.asWorker(async () => {
      const given = await this.giveUpUnconfirmed();
      await this.noticeUnanswered();
      return given + (await this.sendAgain());
    });
  }

  /** A message whose one resend was left unknown too (its worker died) and that waited in vain for a status is given up, or it would hold up its conversation. */
  private async giveUpUnconfirmed(): Promise<number> {
    const given = await this.db.rows<FailedSend>(
      // Whose they are is looked up for those alone: as a join, the planner would read all conversations for the hundred that it expects.
      `update messages m set statut_message = 'echec', prochain_essai = null, code_erreur = $1, explication_erreur = $2
        where m.id_message in (select id_message from messages where statut_message = 'inconnu' and prochain_essai <= now() and renvois > 0
                                order by id_message limit 100 for update skip locked)
        returning m.id_message, m.id_conversation, m.id_utilisateur,
                  (select c.id_prospect from conversations c where c.id_conversation = m.id_conversation) as id_prospect`,
      [...UNCONFIRMED],
    );
    await this.outbox.add(given.map((send) => failure(send, ...UNCONFIRMED)));
    return given.length;
  }

  /** A worker that died in the middle of a send leaves a message nobody knows the fate of. */
  private async noticeUnanswered(): Promise<void> {
    await this.db.run(
      `update messages set statut_message = 'inconnu', bail_envoi = null, bail_envoi_fin = null, prochain_essai = now() + $1::int * interval '1 ms'
        where id_message in (select id_message from messages where statut_message = 'en_envoi' and bail_envoi_fin < now()
                              order by id_message limit 100 for update skip locked)`,
      [this.env.unknownWaitMs],
    );
  }

  /** One that waited in vain for a status is sent once more. */
  private async sendAgain(): Promise<number> {
    const again = await this.db.run(
      `update messages set statut_message = 'en_attente', renvois = renvois + 1, prochain_essai = now()
        where id_message in (select id_message from messages where statut_message = 'inconnu' and prochain_essai <= now() and renvois = 0
                              order by id_message limit 100 for update skip locked)`,
    );
    this.db.afterCommit(() => sendMetrics.resends.inc(again));
    return again;
  }
}
