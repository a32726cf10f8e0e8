import { Inject, Injectable } from '@nestjs/common';
import { inContext, Worker } from '#bus';
import { type OutboundMessage, ProviderError, SecretBox, SecretBoxError, type WhatsAppPort } from '#providers';
import { ApiUsageBook } from '../usage/api-usage.book.js';
import { type ClaimedSend, ClaimSends } from './claim-sends.js';
import { RecordSend } from './record-send.js';

/** The WhatsApp client, for injection. */
export const WHATSAPP = Symbol('whatsapp');

/** Sends what waits: claims in one transaction, calls WhatsApp outside of any, records in another. */
@Injectable()
export class SendWorker {
  constructor(
    private readonly claims: ClaimSends,
    private readonly record: RecordSend,
    private readonly box: SecretBox,
    private readonly usage: ApiUsageBook,
    @Inject(WHATSAPP) private readonly whatsapp: WhatsAppPort,
  ) {}

  @Worker({ name: 'envois', idleMs: 500, concurrency: 2, outbound: true })
  async send(): Promise<number> {
    const claimed = await this.claims.claim();
    await Promise.all(
      claimed.map((one) =>
        inContext({ ...one.chaine, actor: one.genere_par_ia ? 'assistant' : `seller:${one.id_utilisateur}` }, () =>
          this.sendOne(one),
        ),
      ),
    );
    return claimed.length;
  }

  private async sendOne(send: ClaimedSend): Promise<void> {
    const refusal = whyNot(send);
    if (refusal) return this.record.failed(send, ...refusal);
    const started = Date.now();
    let wamid: string;
    try {
      const accessToken = this.box.open(send.access_token!, `comptes_whatsapp.access_token|${send.id_utilisateur}`);
      ({ wamid } = await this.whatsapp.send({ phoneNumberId: send.phone_number_id, accessToken }, messageOf(send)));
    } catch (error) {
      if (error instanceof SecretBoxError) return this.record.failed(send, `jeton_${error.code}`, TOKEN_UNREADABLE);
      if (!(error instanceof ProviderError)) throw error;
      await this.usage.count(send.id_utilisateur, 'messages.send', { ok: false, latencyMs: Date.now() - started });
      return this.record.refused(send, error);
    }
    await this.record.sent(send, wamid);
    await this.usage.count(send.id_utilisateur, 'messages.send', { ok: true, latencyMs: Date.now() - started });
  }
}

const TOKEN_UNREADABLE = "L'accès à votre compte WhatsApp ne peut pas être lu : reconnectez-le dans les réglages.";

/** Why WhatsApp would refuse it, known before asking. */
function whyNot(send: ClaimedSend): [code: string, explanation: string] | undefined {
  if (!send.access_token) return ['compte_deconnecte', "Ce numéro WhatsApp n'est plus connecté à la boutique."];
  if (send.envoi_refuse) return [send.envoi_refuse, 'WhatsApp a déjà refusé tout message à ce client.'];
  if (!send.adresse_whatsapp && !send.adresse_bsuid) return ['sans_adresse', "Ce client n'a pas d'adresse WhatsApp connue."];
  return send.fenetre_ouverte
    ? undefined
    : ['131047', 'Plus de 24 heures depuis le dernier message du client : seul un modèle approuvé peut être envoyé.'];
}

/** Always with the `+`: without it Meta would put the business's country code in front and write to a stranger. */
const messageOf = (send: ClaimedSend): OutboundMessage => ({
  to: send.adresse_whatsapp ? `+${send.adresse_whatsapp}` : { bsuid: send.adresse_bsuid! },
  callbackData: send.id_message,
  content: send.contenu_envoi,
});
