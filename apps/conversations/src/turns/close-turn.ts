import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { Draft, ModelUsage, Reply } from '../assistant/assistant.js';
import type { Conversation } from '../conversation/conversation.entity.js';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { LOOP } from '../loops/loop.js';
import { Outbound } from '../outbound/outgoing.js';
import { type QueuedFile, fileReadsAs, MAX_CAPTION } from '../outbound/reply-content.js';
import { ASSISTANT_IS_OFF } from '../settings/assistant-settings.js';
import { AiUsage } from '../usage/ai-usage.js';
import { Decisions } from './decisions.js';
import { Holding } from './holding.js';
import type { OpenTurn } from './open-turn.js';
import { TurnLeases } from './turn-leases.js';

/**
 * How a turn ended: `answered`; `overtaken`: something happened while the assistant thought (a person took over, she wrote again, the draft changed), so its
 * answer is dropped and, where one is still wanted, thought of anew; `lost`: the lease went to another worker.
 */
export type TurnOutcome = 'answered' | 'overtaken' | 'lost';

/** What an answer leaves behind; what did no more than talk can be taken back when her words are corrected (see AnswerAnew). */
interface Said {
  draft: Draft;
  onlyTalked: boolean;
}

/** Thrown to leave the transaction without a trace. */
class TurnGone extends Error {
  constructor(readonly outcome: Exclude<TurnOutcome, 'answered'>) {
    super(`the turn is ${outcome}`);
  }
}

/** Ends turns: what was decided, what is said and the new draft in one transaction, if the world is still the one that was thought about. */
@Injectable()
export class CloseTurn {
  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationRepository,
    private readonly outbound: Outbound,
    private readonly decisions: Decisions,
    private readonly usage: AiUsage,
    private readonly holding: Holding,
    private readonly leases: TurnLeases,
  ) {}

  async close(open: OpenTurn, thought: Reply): Promise<TurnOutcome> {
    const outcome = await this.change(open, thought.draft, async (conversation) => {
      const reply = this.decisions.possible(open, thought);
      await this.decisions.carryOut(open, reply, conversation);
      const messageId = await this.say(open, reply);
      await this.usage.tell(open.sellerId, thought.usage, messageId, open.conversationId);
      conversation.said(reply.text);
      conversation.endTurn();
      return { draft: reply.draft, onlyTalked: reply.decisions.length === 0 };
    });
    if (outcome !== 'answered') await this.usage.tellApart(open.sellerId, thought.usage, open.conversationId);
    return outcome;
  }

  /** @returns id of the message that says it */
  private async say(open: OpenTurn, reply: Reply): Promise<string | undefined> {
    const { conversationId, sellerId } = open;
    const handsOver = reply.decisions.some((decision) => decision.kind === 'hand-over');
    const { text, once } = handsOver
      ? await this.holding.atHandOver(reply.text, conversationId, open.turn)
      : { ...reply, once: undefined };
    if (!reply.photo)
      return this.outbound.say({ conversationId, sellerId, text, buttons: reply.buttons, byAssistant: true, once });
    // A caption holds less than a message, and nothing stands between a photo and its buttons.
    const captioned = !reply.buttons?.length && [...text].length <= MAX_CAPTION;
    const content: QueuedFile = {
      type: 'file',
      mediaId: reply.photo.mediaId,
      kind: 'image',
      ...(captioned ? { caption: text } : {}),
    };
    const shown = { content, text: fileReadsAs(content), type: 'image', conversationId, sellerId, byAssistant: true };
    const photo = await this.outbound.put(shown);
    return captioned ? photo : this.outbound.say({ conversationId, sellerId, text, buttons: reply.buttons, byAssistant: true });
  }

  /** What was asked of models for a turn that is not answered now. */
  async paid(open: OpenTurn, usage: ModelUsage[]): Promise<void> {
    await this.usage.tellApart(open.sellerId, usage, open.conversationId);
  }

  /** The assistant failed too often: a person is called, and the customer told so. */
  async giveUp(open: OpenTurn): Promise<TurnOutcome> {
    const text = `Un instant s'il vous plaît, ${open.turn.shop.sellerFirstName} vous répond personnellement dès que possible.`;
    return this.change(open, open.turn.draft, async (conversation) => {
      const { conversationId, sellerId } = open;
      const held = await this.holding.atHandOver(text, conversationId, open.turn);
      await this.outbound.say({ conversationId, sellerId, ...held, byAssistant: true });
      conversation.takeOver("L'assistant n'a pas pu répondre", open.turn.customer.name);
      conversation.said(text);
    });
  }

  /** The seller has switched the assistant off: a person is called, and nothing said. */
  async stayOut(open: OpenTurn): Promise<TurnOutcome> {
    return this.change(open, open.turn.draft, (conversation) => {
      conversation.takeOver(ASSISTANT_IS_OFF, open.turn.customer.name);
    });
  }

  /** Another machine answers the assistant: a person is called, and nothing more is said to it. */
  async leaveLoop(open: OpenTurn): Promise<TurnOutcome> {
    return this.change(open, open.turn.draft, (conversation) => {
      conversation.takeOver(LOOP, open.turn.customer.name);
    });
  }

  /** The customer wants no messages: what he wrote is for the seller to read. */
  async staySilent(open: OpenTurn): Promise<TurnOutcome> {
    return this.change(open, open.turn.draft, (conversation) => {
      conversation.endTurn();
    });
  }

  /** All was answered meanwhile. */
  async nothingToSay(open: OpenTurn): Promise<TurnOutcome> {
    return this.change(open, open.turn.draft, (conversation) => conversation.endTurn());
  }

  /** @param work says with which draft the sale goes on, where it is not `draft` */
  private async change(
    open: OpenTurn,
    draft: Draft,
    work: (conversation: Conversation) => void | Promise<Said | void>,
  ): Promise<TurnOutcome> {
    try {
      await this.conversations.update(open.conversationId, open.sellerId, async (conversation) => {
        // The row is locked: what was read of the conversation is either still so, or it was overtaken.
        if (conversation.version - conversation.viewVersion !== open.version) throw new TurnGone('overtaken');
        await this.answered(open, (await work(conversation)) ?? { draft, onlyTalked: false });
      });
      return 'answered';
    } catch (error) {
      if (!(error instanceof TurnGone)) throw error;
      if (error.outcome === 'overtaken') await this.leases.thinkAgain(open);
      return error.outcome;
    }
  }

  /**
   * What was to be answered is, the draft is kept with what the answer rested on, and the lease let go of: one statement, for this is what every answer waits for. The turn must still be ours and an
   * answer still wanted, else the whole transaction leaves no trace. @throws TurnGone
   */
  private async answered(open: OpenTurn, { draft, onlyTalked }: Said): Promise<void> {
    const rests = onlyTalked ? JSON.stringify({ draft: open.turn.draft, answered: open.answering }) : null;
    const [row] = await this.db.rows<{ permis: boolean }>(
      `with repondus as (update messages set a_repondre = false where id_message = any($4::uuid[]) and id_utilisateur = $3 and a_repondre)
       update conversations c set brouillon = $2, dernier_tour = $6, bail_tour = null, bail_tour_fin = null
        where c.id_conversation = $1 and c.id_utilisateur = $3 and c.bail_tour = $5
       returning (select p.desinscrit_le is null from prospects p where p.id_prospect = c.id_prospect)
             and coalesce((select r.actif from reglages_assistant r where r.id_utilisateur = c.id_utilisateur), true) as permis`,
      [open.conversationId, JSON.stringify(draft), open.sellerId, open.answering, open.lease, rests],
    );
    if (!row) throw new TurnGone('lost');
    if (row.permis !== open.mayAnswer) throw new TurnGone('overtaken');
  }
}
