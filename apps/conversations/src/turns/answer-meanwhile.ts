import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { chainOf, inContext } from '#bus';
import { Database } from '#database';
import { LOGGER } from '#service';
import type { Draft, Reply, Turn } from '../assistant/assistant.js';
import { check } from '../assistant/guard.js';
import { mayAskFacts, tellOrderFacts } from '../assistant/offline/order-facts.js';
import { LOOP } from '../loops/loop.js';
import { Outbound } from '../outbound/outgoing.js';
import { ASSISTANT_IS_OFF } from '../settings/assistant-settings.js';
import { ShopTools } from './shop-tools.js';
import type { Written } from './take-back.js';

/** Who wrote from the shop so long ago at most is there, and answers himself. */
const THERE_MINUTES = 30;
/** The same answer is not said twice to who asks again so soon. */
const JUST_SAID_MINUTES = 10;

interface Waiting {
  id_prospect: string;
  awaited: Draft['awaited'] | null;
  prenom: string;
  nom_boutique: string | null;
  fuseau_horaire: string | null;
  dites: string[];
}

/**
 * « ma commande est où ? », « je prépare combien ? » while a person has the conversation and is not there: what the order itself says is told, once per question and past
 * the guard as every answer of the assistant. The conversation stays with the person, and anything else is his to answer.
 */
@Injectable()
export class AnswerMeanwhile {
  constructor(
    private readonly db: Database,
    private readonly tools: ShopTools,
    private readonly outbound: Outbound,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** In the transaction that stored what was written. @returns the conversations in which that was the answer */
  async afterMessages(written: readonly Written[], now = new Date()): Promise<Set<string>> {
    const answered = new Set<string>();
    for (const one of written) {
      const inbound = [{ author: 'customer' as const, text: one.words, at: now }];
      if (one.buttonId === undefined && mayAskFacts(inbound) && (await this.answer(one, { inbound, now })))
        answered.add(one.conversationId);
    }
    return answered;
  }

  private async answer(
    { messageId, conversationId, sellerId, cause }: Written,
    said: Pick<Turn, 'inbound' | 'now'>,
  ): Promise<boolean> {
    const waiting = await this.waiting(conversationId, sellerId);
    if (!waiting) return false;
    const { prenom, nom_boutique, fuseau_horaire, awaited, id_prospect: prospectId } = waiting;
    const turn: Turn = {
      ...said,
      shop: {
        name: nom_boutique ?? prenom,
        sellerFirstName: prenom,
        ...(fuseau_horaire ? { timeZone: fuseau_horaire } : {}),
      },
      customer: {},
      history: [],
      draft: { lines: [], ...(awaited ? { awaited } : {}) },
    };
    const reply = await this.thought(turn, sellerId, prospectId, conversationId);
    if (!reply) return false;
    const text = `${reply.text}\n\nPour le reste, ${prenom} vous répond ici.`;
    if (waiting.dites.includes(text)) return true;
    const once = `entretemps:${messageId}`;
    await inContext(chainOf(cause), () => this.outbound.say({ conversationId, sellerId, text, byAssistant: true, once }));
    return true;
  }

  /** The answer, where the guard lets it pass. What fails here must not keep her words from being stored. */
  private async thought(turn: Turn, sellerId: string, prospectId: string, conversationId: string): Promise<Reply | undefined> {
    const about = { conversationId };
    try {
      const tools = this.tools.for({ sellerId, prospectId });
      const reply = await tellOrderFacts(turn, tools);
      const verdict = reply && (await check(reply, turn, tools));
      if (!verdict || verdict.ok) return reply;
      this.logger.warn({ event: 'meanwhile.refused', ...about, problems: verdict.problems.length }, 'an answer was refused');
    } catch (error) {
      const cause = (error as Error).stack ?? String(error);
      this.logger.error({ event: 'meanwhile.failed', ...about, error: cause }, 'a question of an order was not answered');
    }
    return undefined;
  }

  /** The conversation, where a person has it and none of the shop is there. */
  private async waiting(conversationId: string, sellerId: string): Promise<Waiting | undefined> {
    const [waiting] = await this.db.rows<Waiting>(
      `select c.id_prospect, c.brouillon->'awaited' as awaited, v.prenom, v.nom_boutique, v.fuseau_horaire,
              array(select m.contenu_message from messages m where m.id_conversation = c.id_conversation and m.direction_message = 'sortant'
                       and m.date_creation > now() - interval '${JUST_SAID_MINUTES} minutes') as dites
         from conversations c join vendeurs_copie v using (id_utilisateur)
        where c.id_conversation = $1 and c.id_utilisateur = $2 and c.statut_conversation = 'humain' and coalesce(c.motif_humain, '') <> all($3::text[])
          and (c.derniere_main is null or c.derniere_main < now() - interval '${THERE_MINUTES} minutes')`,
      [conversationId, sellerId, [ASSISTANT_IS_OFF, LOOP]],
    );
    return waiting;
  }
}
