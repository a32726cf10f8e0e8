import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { inContext, Worker, Workers } from '#bus';
import {
  type OutboundContent,
  type OutboundMessage,
  ProviderError,
  SecretBox,
  SecretBoxError,
  type WhatsAppAccount,
  type WhatsAppPort,
} from '#providers';
import { LOGGER } from '#service';
import { ConversationsEnv } from '../conversations.env.js';
import { ApiUsageBook } from '../usage/api-usage.book.js';
import { type ClaimedSend, ClaimSends } from './claim-sends.js';
import { type Explained, OPTED_OUT } from './fail-queued.js';
import { mayBeDropped } from './given-files.js';
import { LostSends } from './lost-sends.js';
import { sendMetrics } from './metrics.js';
import { OutgoingFiles } from './outgoing-files.js';
import { RecordSend } from './record-send.js';
import { RecordTaken } from './record-taken.js';
import { WHATSAPP } from './whatsapp.token.js';

/** A number that was held back has room for some messages after this long. */
const ROOM_MS = 100;

/**
 * Sends what waits: claims in one transaction, calls WhatsApp outside of any, records in another. A slow answer holds up its own conversation only: many
 * sends are under way at once (WHATSAPP_SENDS_AT_ONCE), each on its own, and what WhatsApp took meanwhile is recorded together.
 */
@Injectable()
export class SendWorker implements OnModuleDestroy {
  private readonly underWay = new Set<Promise<void>>();
  /** Looks into the queues so far. */
  private looks = 0;

  constructor(
    private readonly claims: ClaimSends,
    private readonly taken: RecordTaken,
    private readonly record: RecordSend,
    private readonly lost: LostSends,
    private readonly box: SecretBox,
    private readonly usage: ApiUsageBook,
    private readonly files: OutgoingFiles,
    private readonly workers: Workers,
    private readonly env: ConversationsEnv,
    @Inject(WHATSAPP) private readonly whatsapp: WhatsAppPort,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Worker({ name: 'envois', idleMs: 500, outbound: true })
  async send(): Promise<number> {
    const most = this.env.whatsappSendsAtOnce;
    if (this.underWay.size >= most) await Promise.race(this.underWay);
    const room = most - this.underWay.size;
    this.looks += 1;
    const { sends, heldBack } = await this.claims.claim(room);
    for (const one of sends) this.start(one);
    if (heldBack) setTimeout(() => this.workers.wake('envois'), ROOM_MS).unref();
    // After those that leave, so that no answer waits for it. With room left nothing may leave any more: whoever queues a message rings, and so does one that had others behind it.
    return (sends.length < room ? 0 : sends.length) + (await this.lost.settle());
  }

  /** A graceful stop waits for the answers, so that nothing is left unknown. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private start(send: ClaimedSend): void {
    const actor = send.genere_par_ia ? 'assistant' : (send.auteur ?? (`seller:${send.id_utilisateur}` as const));
    const work = inContext({ ...send.chaine, actor }, () => this.sendOne(send))
      .catch((error: unknown) => {
        // The lease ends, and the message is found again as one whose fate is unknown.
        this.logger.error(
          { event: 'send.not-recorded', messageId: send.id_message, error: String(error) },
          'a send could not be recorded',
        );
        return true;
      })
      .then((othersWait) => {
        this.underWay.delete(work);
        if (othersWait) this.workers.wake('envois');
      });
    this.underWay.add(work);
  }

  /** @returns whether another message may have waited for this one */
  private async sendOne(send: ClaimedSend): Promise<boolean> {
    const refusal = whyNot(send);
    if (refusal) return this.record.failed(send, ...refusal).then(() => true);
    const started = Date.now();
    let wamid: string;
    try {
      const accessToken = this.box.open(send.access_token!, `comptes_whatsapp.access_token|${send.id_utilisateur}`);
      const account = { phoneNumberId: send.phone_number_id, accessToken };
      wamid = await this.give(send, account);
    } catch (error) {
      if (error instanceof SecretBoxError)
        return this.record.failed(send, `jeton_${error.code}`, TOKEN_UNREADABLE).then(() => true);
      if (!(error instanceof ProviderError)) throw error;
      await this.usage.count(send.id_utilisateur, 'messages.send', { ok: false, latencyMs: Date.now() - started });
      return this.record.refused(send, error).then(() => true);
    }
    sendMetrics.sends.inc();
    const looks = this.looks;
    const othersWait = await this.taken.sent(send, wamid, Date.now() - started);
    // One that was queued while this was being recorded was seen by neither, if somebody has looked for it since.
    return othersWait || this.looks !== looks;
  }

  /** @returns its wamid. @throws ProviderError, also when a file cannot be given to WhatsApp: nothing was sent then, whatever became of the upload */
  private async give(send: ClaimedSend, account: WhatsAppAccount): Promise<string> {
    const queued = send.contenu_envoi;
    const call = async (content: OutboundContent) => (await this.whatsapp.send(account, messageOf(send, content))).wamid;
    if (queued.type !== 'file') return call(queued);
    const { content, giveAnew } = await this.files.contentOf(queued, account, send.id_utilisateur);
    try {
      return await call(content);
    } catch (error) {
      // WhatsApp said no, so nothing was sent; a file that it dropped before its time is given once more.
      if (!giveAnew || !(error instanceof ProviderError) || error.action !== 'reject' || !mayBeDropped(error)) throw error;
      return call(await giveAnew());
    }
  }
}

const TOKEN_UNREADABLE = "L'accès à votre compte WhatsApp ne peut pas être lu : reconnectez-le dans les réglages.";

/** Why WhatsApp would refuse it, known before asking. */
function whyNot(send: ClaimedSend): Explained | undefined {
  if (!send.access_token) return ['compte_deconnecte', "Ce numéro WhatsApp n'est plus connecté à la boutique."];
  if (send.desinscrit) return OPTED_OUT;
  if (send.promotion_refusee) return ['promotions_refusees', 'Ce client a demandé à WhatsApp de ne plus recevoir de promotions.'];
  if (send.envoi_refuse) return [send.envoi_refuse, 'WhatsApp a déjà refusé tout message à ce client.'];
  if (!send.adresse_whatsapp && !send.adresse_bsuid) return ['sans_adresse', "Ce client n'a pas d'adresse WhatsApp connue."];
  return send.fenetre_ouverte || send.contenu_envoi.type === 'template'
    ? undefined
    : ['131047', 'Plus de 24 heures depuis le dernier message du client : seul un modèle approuvé peut être envoyé.'];
}

/** Always with the `+`: without it Meta would put the business's country code in front and write to a stranger. */
const messageOf = (send: ClaimedSend, content: OutboundContent): OutboundMessage => ({
  to: send.adresse_whatsapp ? `+${send.adresse_whatsapp}` : { bsuid: send.adresse_bsuid! },
  callbackData: send.id_message,
  ...(send.wamid_cite ? { contextWamid: send.wamid_cite } : {}),
  content,
});
