import { Injectable } from '@nestjs/common';
import type { OpeningSlot } from '#contracts';
import { Database } from '#database';
import type { Turn } from '../assistant/assistant.js';
import { LOOP } from '../loops/loop.js';
import { Outbound } from '../outbound/outgoing.js';
import { ASSISTANT_IS_OFF } from '../settings/assistant-settings.js';
import { opensAt, opensNext } from './opening.js';

interface Waiting {
  id_conversation: string;
  id_utilisateur: string;
  prenom: string;
  /** None: his hours are not known. */
  creneaux: OpeningSlot[] | null;
  fuseau_horaire: string;
  /** She has waited for a while, and nothing was said to her meanwhile. */
  longue: boolean;
}

/** Who writes on is told again after so long that her words arrive, and so often at most. */
const AFTER_MINUTES = 2;
const EVERY_MINUTES = 10;
const MOST_IN_A_ROW = 3;

/** Key under which who writes on is told that her words arrive; the moment follows. */
const WAITS = 'attente:';

/** Key under which a conversation is told once, in each stretch in which the shop is closed, when somebody will answer. */
const toldKey = (opens: Date) => `ferme:${opens.toISOString()}`;

/**
 * Says when somebody will answer, to customers who wait for a person while the shop is closed: once until it opens, not at each message; and while it is open, to who
 * writes on for minutes, that her words are there. What is said comes from the seller's name and hours and names no goods, so the guard has nothing to check in it.
 */
@Injectable()
export class Holding {
  constructor(
    private readonly db: Database,
    private readonly outbound: Outbound,
  ) {}

  /**
   * The words that hand a conversation over, with when somebody will answer, in the transaction that does; as they are while the shop is open, and where she was told
   * before. What says it leaves under `once`.
   */
  async atHandOver(
    text: string,
    conversationId: string,
    { shop, now }: Pick<Turn, 'shop' | 'now'>,
  ): Promise<{ text: string; once?: string }> {
    if (!shop.opens || !shop.timeZone) return { text };
    const once = toldKey(shop.opens);
    const told = await this.db.rows('select from messages where id_conversation = $1 and cle_unique = $2', [
      conversationId,
      `${once}#0`,
    ]);
    if (told.length > 0) return { text };
    const said = text.includes(opensAt(shop.opens, shop.timeZone, now));
    return { text: said ? text : `${text} ${closedUntil(shop.opens, shop.timeZone, now)}`, once };
  }

  /** In the transaction that stored what customers wrote: those whose conversation waits for a person whom nobody of the shop has been yet. */
  async afterMessages(conversationIds: string[], now = new Date()): Promise<void> {
    if (conversationIds.length === 0) return;
    const waiting = await this.db.rows<Waiting>(
      `select c.id_conversation, c.id_utilisateur, v.prenom, v.creneaux, v.fuseau_horaire,
              (select max(h.date_passage) from passages_conversation h where h.id_conversation = c.id_conversation and h.passage = 'transmise')
                < now() - interval '${AFTER_MINUTES} minutes'
              and not exists (select from messages m where m.id_conversation = c.id_conversation and m.cle_unique like '${WAITS}%'
                                and m.date_creation > now() - interval '${EVERY_MINUTES} minutes')
              and (select count(*) from messages m where m.id_conversation = c.id_conversation and m.cle_unique like '${WAITS}%'
                                and m.date_creation > now() - interval '1 day') < ${MOST_IN_A_ROW} as longue
         from conversations c join vendeurs_copie v on v.id_utilisateur = c.id_utilisateur
        where c.id_conversation = any($1::uuid[]) and c.statut_conversation = 'humain' and c.derniere_main is null and c.motif_humain <> all($2::text[])
        order by c.id_conversation`,
      [conversationIds, [ASSISTANT_IS_OFF, LOOP]],
    );
    for (const { id_conversation: conversationId, id_utilisateur: sellerId, ...shop } of waiting) {
      const opens = shop.creneaux ? opensNext(shop.creneaux, shop.fuseau_horaire, now) : undefined;
      if (!opens) {
        const text = `${shop.prenom} a bien vos messages, il vous répond ici.`;
        if (shop.longue)
          await this.outbound.say({ conversationId, sellerId, text, byAssistant: true, once: `${WAITS}${now.toISOString()}` });
        continue;
      }
      const text = `C'est bien noté. ${closedUntil(opens, shop.fuseau_horaire, now)} ${shop.prenom} vous répondra ici.`;
      await this.outbound.say({ conversationId, sellerId, text, byAssistant: true, once: toldKey(opens) });
    }
  }
}

const closedUntil = (opens: Date, timeZone: string, now: Date) =>
  `La boutique est fermée pour le moment, elle ouvre ${opensAt(opens, timeZone, now)}.`;
