import { Injectable } from '@nestjs/common';
import type { EventMeta } from '#contracts';
import { chainOf, inContext } from '#bus';
import { Database } from '#database';
import { readIntents } from '../assistant/offline/intents.js';
import { plain, wordsOf } from '../assistant/offline/normalise.js';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { LOOP } from '../loops/loop.js';
import { Outbound } from '../outbound/outgoing.js';
import { ASSISTANT_IS_OFF } from '../settings/assistant-settings.js';
import { Bell } from './bell.js';

/** What a customer wrote into a conversation that a person has. */
export interface Written {
  messageId: string;
  conversationId: string;
  sellerId: string;
  words: string;
  /** Of the button she pressed instead of writing. */
  buttonId?: string | undefined;
  cause: EventMeta;
}

const TAKES_BACK =
  / (non c est bon|c est bon (laisse|laissez|non|merci)|(non|ok|bon|finalement) (laisse|laissez|non)|laisse(z)? (tomber|ca)|laissez|(pas|plus) la peine|plus besoin|ne (le |la |l )?derangez pas|oubliez ca) /;
const OF_RECAP = /^(confirmer|annuler):/;
/** With more words than these she wants something else beside, which the assistant answers. */
const FEW = 6;

/**
 * « non c'est bon, laissez »: who asked for a person and takes it back before anybody of the shop wrote is served by the assistant again; so is who presses a button of
 * the recap that is open, which says all that there is to say.
 */
@Injectable()
export class TakeBack {
  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationRepository,
    private readonly outbound: Outbound,
    private readonly bell: Bell,
  ) {}

  /** In the transaction that stored what was written. @returns the conversations that are the assistant's again */
  async afterMessages(written: readonly Written[]): Promise<Set<string>> {
    const meant = written.filter(
      ({ words, buttonId }) =>
        OF_RECAP.test(buttonId ?? '') || (TAKES_BACK.test(plain(words)) && !readIntents(words).has('human')),
    );
    const back = new Set<string>();
    for (const one of meant) if (await this.giveBack(one)) back.add(one.conversationId);
    return back;
  }

  private async giveBack({ messageId, conversationId, sellerId, words, buttonId, cause }: Written): Promise<boolean> {
    const [waiting] = await this.db.rows<{ recap: string | null }>(
      `select brouillon->>'recapNonce' as recap from conversations
        where id_conversation = $1 and id_utilisateur = $2 and statut_conversation = 'humain' and derniere_main is null and motif_humain <> all($3::text[])`,
      [conversationId, sellerId, [ASSISTANT_IS_OFF, LOOP]],
    );
    const pressed = buttonId !== undefined && OF_RECAP.test(buttonId);
    if (!waiting || (pressed && !buttonId.endsWith(`:${waiting.recap}`))) return false;
    const says = !pressed && wordsOf(words).length <= FEW;
    await inContext(chainOf(cause), () =>
      this.conversations.update(conversationId, sellerId, (conversation) => {
        conversation.giveBack(pressed ? 'Le client a répondu au récapitulatif' : 'Le client n’a plus besoin d’une personne');
        if (!says) conversation.beginTurn();
      }),
    );
    if (says) {
      const text = `D'accord, je reste avec vous.${waiting.recap ? ' Pour valider votre commande, répondez « je confirme ».' : ' Dites-moi ce qu’il vous faut.'}`;
      await this.outbound.say({ conversationId, sellerId, text, byAssistant: true, once: `repris:${messageId}` });
    } else {
      await this.db.run('update messages set a_repondre = true where id_message = $1 and id_utilisateur = $2', [
        messageId,
        sellerId,
      ]);
      this.bell.turnSettles();
    }
    return true;
  }
}
