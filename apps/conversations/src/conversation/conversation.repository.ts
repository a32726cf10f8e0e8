import { Injectable } from '@nestjs/common';
import { AggregateRepository, Outbox } from '#bus';
import { Database } from '#database';
import { Conversation } from './conversation.entity.js';

@Injectable()
export class ConversationRepository extends AggregateRepository<Conversation> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Conversation, 'conversation');
  }

  /** A person answers from now on; `also` changes more in the same step. @throws DomainError CONVERSATION_NOT_FOUND */
  async takeOver(
    id: string,
    sellerId: string,
    reason: string,
    also: (found: Conversation) => void = () => {},
  ): Promise<Conversation> {
    return this.update(id, sellerId, async (found) => {
      found.takeOver(reason, await this.customerName(found.prospectId));
      also(found);
    });
  }

  /** The assistant answers again; what was written meanwhile is the person's affair. @throws DomainError CONVERSATION_NOT_FOUND */
  async giveBack(id: string, sellerId: string): Promise<Conversation> {
    return this.update(id, sellerId, async (found) => {
      found.giveBack();
      await this.db.run('update messages set a_repondre = false where id_conversation = $1 and a_repondre', [id]);
    });
  }

  private async customerName(prospectId: string): Promise<string | null> {
    const [row] = await this.db.rows<{ nom_complet: string | null }>('select nom_complet from prospects where id_prospect = $1', [
      prospectId,
    ]);
    return row?.nom_complet ?? null;
  }
}
