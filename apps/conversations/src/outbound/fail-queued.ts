import { Injectable } from '@nestjs/common';
import { fact, MessageFailedV1 } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';

/** A code and its French explanation for the seller. */
export type Explained = readonly [code: string, explanation: string];

export const OPTED_OUT = ['desinscrit', 'Ce client ne veut plus recevoir de messages.'] as const;
export const TAKEN_OVER = [
  'reprise_par_la_boutique',
  'Vous avez repris la conversation avant que cette réponse ne parte.',
] as const;
export const PERSON_ERASED = ['client_efface', 'Ce client a été effacé.'] as const;

/** Beginning of the key of the one message that still leaves to who wants no more: that he was heard. */
export const FAREWELL = 'adieu:';
/** SQL: whether a message `m` is that one. */
export const IS_FAREWELL = `coalesce(starts_with(m.cle_unique, '${FAREWELL}'), false)`;

export interface FailedSend {
  id_message: string;
  id_conversation: string;
  id_prospect: string;
  id_utilisateur: string;
}

/** The fact that a message will not be sent. */
export const failure = (send: FailedSend, code: string, explanation: string) =>
  fact(
    MessageFailedV1,
    {
      messageId: send.id_message,
      conversationId: send.id_conversation,
      prospectId: send.id_prospect,
      code: code.slice(0, 60),
      explanation: explanation.slice(0, 500),
    },
    { sellerId: send.id_utilisateur, key: send.id_message, version: 2 },
  );

/** Takes back what waits to be sent to somebody. */
@Injectable()
export class FailQueued {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  /** @param statuses `en_attente`: what has not left; with the others also what is on its way or of unknown fate, which is not tried again */
  async to(prospectId: string, sellerId: string, [code, explanation]: Explained, statuses = ['en_attente']): Promise<void> {
    const failed = await this.db.rows<FailedSend>(
      `update messages m set statut_message = 'echec', prochain_essai = null, bail_envoi = null, bail_envoi_fin = null, code_erreur = $2, explication_erreur = $3
         from conversations c
        where c.id_conversation = m.id_conversation and c.id_prospect = $1 and c.id_utilisateur = $5 and m.statut_message = any($4::text[])
          and not ($2 = '${OPTED_OUT[0]}' and ${IS_FAREWELL})
       returning m.id_message, m.id_conversation, c.id_prospect, m.id_utilisateur`,
      [prospectId, code, explanation, statuses, sellerId],
    );
    await this.outbox.add(failed.map((send) => failure(send, code, explanation)));
  }
}
