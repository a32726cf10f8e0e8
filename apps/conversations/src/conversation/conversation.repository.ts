import { Injectable } from '@nestjs/common';
import { AggregateRepository, currentContext, Outbox } from '#bus';
import { Database, newId } from '#database';
import { Conversation } from './conversation.entity.js';

@Injectable()
export class ConversationRepository extends AggregateRepository<Conversation> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Conversation, 'conversation');
  }

  /** As every update, and keeps who answered when. */
  override async update(
    id: string,
    sellerId: string,
    change: (found: Conversation) => void | Promise<void>,
    ifVersion?: number,
  ): Promise<Conversation> {
    return super.update(
      id,
      sellerId,
      async (found) => {
        await change(found);
        for (const { passage, reason } of found.takePassages())
          await this.db.run(
            `insert into passages_conversation (id_passage, id_conversation, id_utilisateur, passage, acteur, motif) values ($1, $2, $3, $4, $5, $6)`,
            [newId(), id, sellerId, passage, currentContext().actor, reason],
          );
      },
      ifVersion,
    );
  }

  /** A person answers from now on; `also` changes more in the same step. @throws DomainError CONVERSATION_NOT_FOUND */
  async takeOver(
    id: string,
    sellerId: string,
    reason: string,
    also: (found: Conversation) => void | Promise<void> = () => {},
  ): Promise<Conversation> {
    return this.update(id, sellerId, async (found) => {
      found.takeOver(reason, await this.customerName(found.prospectId, sellerId));
      await also(found);
    });
  }

  /** The assistant answers again; what was written meanwhile is the person's affair. @throws DomainError CONVERSATION_NOT_FOUND */
  async giveBack(id: string, sellerId: string): Promise<Conversation> {
    return this.update(id, sellerId, async (found) => {
      found.giveBack();
      await this.forgetUnanswered(id, sellerId);
    });
  }

  /** Put away. @throws DomainError CONVERSATION_NOT_FOUND */
  async close(id: string, sellerId: string): Promise<Conversation> {
    return this.update(id, sellerId, async (found) => {
      found.close();
      await this.forgetUnanswered(id, sellerId);
    });
  }

  private async forgetUnanswered(id: string, sellerId: string): Promise<void> {
    await this.db.run(
      'update messages set a_repondre = false where id_conversation = $1 and id_utilisateur = $2 and a_repondre',
      [id, sellerId],
    );
  }

  private async customerName(prospectId: string, sellerId: string): Promise<string | null> {
    const [row] = await this.db.rows<{ nom_complet: string | null }>(
      'select nom_complet from prospects where id_prospect = $1 and id_utilisateur = $2',
      [prospectId, sellerId],
    );
    return row?.nom_complet ?? null;
  }
}
